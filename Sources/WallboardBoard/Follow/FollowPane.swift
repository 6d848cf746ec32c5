import DequeModule
package import WallboardEvents

/// A line of a time line: an entry, and which of the lines that it takes on the screen.
package struct LineAnchor: Hashable, Sendable {
  package var entry: EntryNumber
  /// From 0.
  package var line: Int

  /// That line of that entry.
  package init(entry: EntryNumber, line: Int = 0) {
    self.entry = entry
    self.line = line
  }
}

/// What a key asks of a pane. How many lines an entry takes depends on the pane's width, so that
/// the views find out where a move leads, and the next ``Frame`` brings it.
package enum PaneMove: Equatable, Sendable {
  /// So many lines down, or up where negative.
  case lines(Int)
  /// So many half pages down, or up where negative.
  case halfPages(Int)
  case first
  /// To the newest line, and to follow it from now on.
  case last
  /// To the next line that has what is searched for, or the previous one; around the end.
  case match(forward: Bool)
  /// To the nearest such line at or above the cursor, else below.
  case nearestMatch
}

/// Where a pane stands.
package struct PanePosition: Equatable, Sendable {
  /// The line under the cursor; `nil` follows the newest line.
  package var cursor: LineAnchor?
  /// The first visible line; `nil` before the first frame.
  package var top: LineAnchor?
  /// How many lines are visible.
  package var visibleLines: Int
  /// How many lines the cursor is below the first visible one.
  package var cursorRow = 0
  /// How much was shown.
  package var density = PaneDensity.normal

  /// A pane that stands there.
  package init(cursor: LineAnchor? = nil, top: LineAnchor? = nil, visibleLines: Int = 0) {
    self.cursor = cursor
    self.top = top
    self.visibleLines = visibleLines
  }

  /// Whether the newest line is followed.
  package var isAtTail: Bool { cursor == nil }
}

/// How a person looks at a followed call.
package struct FollowPane: Equatable, Sendable {
  package let callSID: CallSID
  package var position = PanePosition()
  /// Moves that the next frame makes.
  package var moves: [PaneMove] = []
  /// Tool calls and turns that are unfolded.
  package var unfolded: Set<EntryNumber> = []
  /// What is searched for; empty for nothing.
  package var query = ""
  /// The first entry that came after the cursor left the newest line.
  package var firstUnseen: EntryNumber?

  /// A pane that follows the newest line.
  package init(callSID: CallSID) {
    self.callSID = callSID
  }
}

extension WallboardState {
  /// Asks the focused pane to move, if one has the focus.
  mutating func movePane(_ move: PaneMove) {
    guard let index = view.focusedPane, view.panes.indices.contains(index),
      shownObservation(of: view.panes[index].callSID) != nil
    else { return }
    leaveTail(of: index, by: move)
    // Where a pane stood before does not matter to these.
    if move == .first || move == .last { view.panes[index].moves = [] }
    guard view.panes[index].moves.count < Limits.paneMoves else { return }
    view.panes[index].moves.append(move)
  }

  /// From here on what comes is new to the reader.
  private mutating func leaveTail(of index: Int, by move: PaneMove) {
    let pane = view.panes[index]
    guard pane.position.isAtTail, pane.firstUnseen == nil, move != .last else { return }
    let newest = shownObservation(of: pane.callSID)?.timeline.entries.last?.number
    view.panes[index].firstUnseen = newest.map { $0 + 1 } ?? 0
  }

  /// Takes over where the panes stand.
  mutating func arrangePanes(in frame: Frame) {
    for index in view.panes.indices {
      guard let position = frame.panes[view.panes[index].callSID] else { continue }
      view.panes[index].position = position
      view.panes[index].moves = []
      if position.isAtTail { view.panes[index].firstUnseen = nil }
    }
  }

  /// Folds or unfolds the tool call or turn under the cursor; while the newest line is followed, the
  /// newest tool call.
  mutating func toggleEntry() {
    guard let index = view.focusedPane, view.panes.indices.contains(index) else { return }
    let pane = view.panes[index]
    guard let timeline = shownObservation(of: pane.callSID)?.timeline else { return }
    let number = pane.position.cursor?.entry ?? timeline.entries.last(where: \.isTool)?.number
    guard let number, timeline[number]?.canUnfold == true else { return }
    if view.panes[index].unfolded.remove(number) == nil {
      view.panes[index].unfolded.insert(number)
    }
    // Numbers of entries that are gone are of no use.
    if let first = timeline.entries.first?.number {
      view.panes[index].unfolded = view.panes[index].unfolded.filter { $0 >= first }
    }
  }
}

extension TimelineEntry {
  package var isTool: Bool {
    if case .tool = content { true } else { false }
  }

  /// Whether there is more of it than is shown at first.
  package var canUnfold: Bool {
    switch content {
    case .tool, .turn: true
    case .utterance, .event, .malformed, .degraded, .leftOut, .gap, .ended: false
    }
  }
}

extension BoardView {
  /// The pane that has the focus.
  package var pane: FollowPane? {
    focusedPane.flatMap { panes.indices.contains($0) ? panes[$0] : nil }
  }
}
