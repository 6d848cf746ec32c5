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
  /// Tool calls that are unfolded.
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
