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
      board.counts.byFamily.counts.values.reduce(0, +) == counts.events, "families add up")
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
    require(board.counts.byFamily.counts.count <= Limits.countedNames + 1, "families")
  }
}

/// What holds of the followed calls whatever came before.
extension Invariants {
  static func broken(in state: WallboardState) -> [String] {
    var rules = Invariants()
    rules.checkPanes(state)
    for observation in state.board.observations.values { rules.check(observation) }
    return rules.broken
  }

  private mutating func checkPanes(_ state: WallboardState) {
    let view = state.view
    let calls = view.panes.map(\.callSID)
    require(calls.count <= Limits.followedCalls, "followed calls")
    require(Set(calls).count == calls.count, "a call has one pane")
    require(Set(calls) == Set(state.board.observations.keys), "a pane has its call")
    require(
      calls.allSatisfy { state.shownObservation(of: $0) != nil }
        && Set(state.shown.observations.keys).isSubset(of: calls), "a pane shows its call")
    require(view.focusedPane.map { calls.indices.contains($0) } ?? true, "the focus has a pane")
    require(view.panes.allSatisfy { $0.moves.count <= Limits.paneMoves }, "moves")
    guard let prompt = view.prompt else { return }
    require(prompt.text.count <= Limits.filterLength, "the prompt's length")
    switch prompt.purpose {
    case .search(let call): require(calls.contains(call), "the prompt has its pane")
    case .help: require(view.overlay == .help, "the prompt has its help")
    case .seek: require(view.playback != nil, "the prompt has its recording")
    case .moments: require(view.overlay == .moments, "the prompt has its list")
    case .note: require(prompt.text.count <= Limits.noteLength, "the note's length")
    case .filter, .command: break
    }
  }

  private mutating func check(_ observation: Observation) {
    let (facts, counts) = (observation.facts, observation.counts)
    require(facts.participants.count <= Limits.participants, "participants")
    require(facts.media.count <= Limits.participants, "media")
    require(facts.valences.count <= Limits.readings, "valences")
    require(facts.latencies.count <= Limits.readings, "latencies")
    require(facts.bargeIns >= 0 && facts.turns >= 0, "counts")
    require(observation.partialLines.count <= Limits.participants, "partial lines")
    require(observation.runningTools.count <= Limits.runningTools, "running tools")
    require(observation.ending != nil || observation.endingEntry == nil, "an end is known")
    require(
      observation.ending == nil || observation.endingEntry != nil || observation.isLive,
      "the end stands below all that was said")
    require(
      counts.byType.counts.values.reduce(0, +) + counts.unknown == counts.events, "types add up")
    check(observation.timeline)
    checkOpen(observation)
  }

  private mutating func check(_ timeline: Timeline) {
    let entries = timeline.entries
    let told = timeline.told
    require(entries.count <= 2 * Limits.timelineEntries + told + timeline.trimmed, "entries")
    require(told >= 0 && told <= entries.count, "told entries")
    require(timeline.size <= 2 * Limits.timelineBytes || entries.count == 1, "bytes")
    require(entries.reduce(0) { $0 + $1.size } == timeline.size, "sizes add up")
    require(entries.allSatisfy { $0.size >= 0 }, "no size is negative")
    guard let first = entries.first, let last = entries.last else { return }
    require(last.number - first.number + 1 == entries.count, "numbers count up")
    if first.number < 0 {
      require(told == -first.number, "what is told is counted")
    } else {
      require(told == 0 && first.number <= timeline.trimmed, "what was trimmed is counted")
    }
    require(timeline.index(of: last.number) == entries.count - 1, "an entry is found")
  }

  /// What seems to go on does.
  private mutating func checkOpen(_ observation: Observation) {
    var ends = 0
    for entry in observation.timeline.entries {
      switch entry.content {
      case .utterance(let line): check(line, entry.number, in: observation)
      case .tool(let run):
        let isAwaited = observation.runningTools.contains(entry.number)
        require((run.status == .running) == isAwaited, "a tool runs while its end is awaited")
        require((0...Limits.toolDepth).contains(run.depth), "depth")
      case .ended: ends += 1
      case .turn, .event, .malformed, .degraded, .leftOut, .gap: break
      }
    }
    require(ends <= 1, "the call ends once")
  }

  private mutating func check(
    _ line: Utterance, _ number: EntryNumber, in observation: Observation
  ) {
    let isOpen = observation.openAgentLine?.number == number
    let isGuess = observation.partialLines.contains { $0.number == number }
    require((line.state == .speaking) == isOpen, "a line is spoken while it is open")
    require((line.state == .partial) == isGuess, "a guess is one while its final line is awaited")
    require((line.endedAt == nil) == (isOpen || isGuess), "the rest came to its end")
    require(line.unspoken.count <= Limits.unspokenTexts, "unspoken texts")
  }
}
