package import DequeModule
package import WallboardEvents

/// One line of the activity feed.
package struct ActivityEntry: Equatable, Sendable {
  /// What the line tells of.
  package enum Content: Equatable, Sendable {
    case event(WorkspaceEvent)
    case malformed(name: Text, reason: Text)
    /// An event of so many bytes was too large to be read.
    case leftOut(name: Text, bytes: Int)
    /// Events are missing here: nothing was heard for so many seconds.
    case gap(seconds: Int64)
    /// The connection was made again after so many seconds.
    case reconnected(seconds: Int64)
  }

  /// Counts up; a line keeps its number while it lives.
  package var sequence: UInt64
  package var at: Timestamp
  package var content: Content
  /// What of an event's fields was not understood.
  package var faults = FieldFaults()

  /// Whether somebody should look into it.
  package var isProblem: Bool {
    switch content {
    case .event(let event): event.isProblem || !faults.isEmpty
    case .malformed, .leftOut, .gap: true
    case .reconnected: false
    }
  }
}

/// What happened in the workspace, one line an event, and what of it went wrong.
package struct Activity: Equatable, Sendable {
  /// At most ``Limits/activity``, oldest first.
  package private(set) var entries: Deque<ActivityEntry> = []
  /// At most ``Limits/problems``, oldest first.
  package private(set) var problems: Deque<ActivityEntry> = []
  /// Problems since the start, those that are no longer remembered too.
  package private(set) var problemCount = 0
  private var nextSequence: UInt64 = 0

  mutating func append(
    _ content: ActivityEntry.Content, _ faults: FieldFaults = FieldFaults(), at time: Timestamp
  ) {
    let entry = ActivityEntry(
      sequence: nextSequence, at: time, content: content, faults: faults)
    nextSequence &+= 1
    entries.append(entry)
    if entries.count > Limits.activity { entries.removeFirst() }
    guard entry.isProblem else { return }
    problemCount += 1
    problems.append(entry)
    if problems.count > Limits.problems { problems.removeFirst() }
  }
}
