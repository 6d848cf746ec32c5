import DequeModule
import OrderedCollections
@testable import WallboardBoard
@testable import WallboardEvents

/// What holds of every board whatever came before; each broken rule by its name.
struct Invariants {
  private(set) var broken: [String] = []

  mutating func require(_ holds: Bool, _ rule: String) {
    if !holds { broken.append(rule) }
  }

  static func broken(in board: Board) -> [String] {
    var rules = Invariants()
    rules.checkSeats(board)
    rules.checkCalls(board)
    rules.checkSurfaces(board)
    rules.checkLimits(board)
    return rules.broken
  }

  static func broken(in view: BoardView, of board: Board) -> [String] {
    var rules = Invariants()
    for panel in Panel.allCases {
      guard let panelView = view.panels[panel] else { return ["\(panel) is not arranged"] }
      // The feed moves on a few times a second, not with every frame.
      if panel != .activity { rules.check(panelView, against: board.rows(of: panel), "\(panel)") }
      rules.check(panelView, "\(panel)")
    }
    rules.require(view.overlayTop >= 0, "the overlay begins at a line")
    return rules.broken
  }

  private mutating func check(_ view: PanelView, _ name: String) {
    require(Set(view.rows).count == view.rows.count, "\(name) has each row once")
    require(view.index >= 0 && view.index <= max(0, view.rows.count - 1), "\(name): cursor")
    require(view.selection == nil || view.selection == view.current, "\(name): selection")
    require(view.top >= 0 && view.top <= view.index, "\(name): the cursor is not above")
    require(view.index - view.top < max(1, view.visibleRows), "\(name): the cursor is not below")
    let isFull = view.top == 0 || view.top + max(1, view.visibleRows) <= view.rows.count
    require(isFull, "\(name) wastes no line")
  }

  private mutating func check(_ view: PanelView, against rows: [RowID], _ name: String) {
    require(view.unfilteredCount == rows.count, "\(name) tells how many there are")
    let isAll = view.filter == nil
    let isInOrder = view.sort == nil && !view.isUrgencyReversed
    if isAll && isInOrder { require(view.rows == rows, "\(name) shows what there is") }
    if isAll { require(view.rows.count == rows.count, "\(name) shows all") }
    require(Set(rows).isSuperset(of: view.rows), "\(name) shows nothing else")
  }

  private mutating func checkSeats(_ board: Board) {
    for call in board.calls.values {
      let ids = call.operators.map(\.operatorID)
      require(Set(ids).count == ids.count, "\(call.callSID) has each operator once")
      for seat in call.operators {
        let person = board.operators[seat.operatorID]
        require(person?.callSID == call.callSID, "\(seat.operatorID) knows \(call.callSID)")
        require(person?.mode == seat.mode, "\(seat.operatorID) knows the mode")
        require(person?.joinedAt == seat.joinedAt, "\(seat.operatorID) knows since when")
      }
    }
    for person in board.operators.values {
      guard let callSID = person.callSID else {
        require(person.mode == nil && person.joinedAt == nil, "\(person.operatorID) is free")
        continue
      }
      let isThere = board.calls[callSID]?.operators.contains {
        $0.operatorID == person.operatorID
      }
      require(isThere == true, "\(callSID) knows \(person.operatorID)")
    }
  }

  private mutating func checkCalls(_ board: Board) {
    for callSID in board.departed.keys {
      require(board.endedCalls.contains(callSID), "\(callSID) departed because it ended")
    }
    for call in board.calls.values {
      require(!board.endedCalls.contains(call.callSID), "\(call.callSID) lives or is over")
      require(call.touched <= board.revision, "\(call.callSID) was touched by an event")
    }
    let ended = board.endedCalls
    require(ended.byCompletionReason.counts.values.reduce(0, +) == ended.count, "reasons add up")
    require(ended.durationSum.isFinite, "the durations have a sum")
    require(board.endedTextSessions.durationSum.isFinite, "the text durations have a sum")
    let counts = board.counts
    require(
      counts.byType.counts.values.reduce(0, +) + counts.unknown == counts.events, "types add up")
    require(
      board.activity.byFamily.counts.values.reduce(0, +) == counts.events, "families add up")
  }

  private mutating func checkSurfaces(_ board: Board) {
    let finished = board.surfaces.values.filter(\.stage.isFinished).map(\.surfaceID)
    require(finished.count == board.finishedSurfaces.count, "each finished surface is listed once")
    require(Set(finished) == Set(board.finishedSurfaces), "the finished surfaces are listed")
  }

  private mutating func checkLimits(_ board: Board) {
    require(board.endedCalls.recent.count <= Limits.endedCalls, "ended calls")
    require(board.departed.count <= Limits.departedCalls, "departed calls")
    require(board.activity.entries.count <= Limits.activity, "activity")
    require(board.activity.problems.count <= Limits.problems, "problems")
    require(board.finishedSurfaces.count <= Limits.finishedSurfaces, "finished surfaces")
    require(board.unlistedSurfaces.count <= Limits.unlistedSurfaces, "unlisted surfaces")
    require(board.surfaces.count <= Limits.surfaces, "surfaces")
    require(
      board.surfaces.values.allSatisfy { $0.fieldsSaved.count <= Limits.surfaceFields }, "fields")
    require(board.operators.count <= Limits.operators, "operators")
    require(board.textSessions.count <= Limits.textSessions, "text sessions")
    require(board.services.count <= Limits.services, "services")
    // One more: the name under which the rest is counted.
    require(board.counts.byType.counts.count <= Limits.countedNames + 1, "types")
    require(board.activity.byFamily.counts.count <= Limits.countedNames + 1, "families")
  }
}
