package import DequeModule
package import WallboardEvents

/// One line of the activity feed.
package struct ActivityEntry: Equatable, Sendable {
  /// What the line tells of.
  package enum Content: Equatable, Sendable {
    case event(WorkspaceEvent)
    case malformed(name: BoundedString, reason: BoundedString)
    /// An event of so many bytes was too large to be read.
    case leftOut(name: BoundedString, bytes: Int)
    /// A REST read was not understood in all.
    case read(SnapshotSource)
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

  /// Bytes that its event takes beside what every event takes, roughly: some may hold anything.
  fileprivate var weight: Int {
    guard case .event(let event) = content else { return 0 }
    return switch event {
    case .unknown(let unknown): unknown.data.weight
    case .operatorProfileUpdated(let update): update.changes?.weight ?? 0
    case .surfaceSubmitted(let submitted): 32 * (submitted.fieldsSubmitted?.count ?? 0)
    // The others are some words.
    case _: 0
    }
  }

  /// Whether somebody should look into it.
  package var isProblem: Bool {
    switch content {
    case .event(let event): event.isProblem || !faults.isEmpty
    case .malformed, .leftOut, .read, .gap: true
    case .reconnected: false
    }
  }
}

/// What happened in the workspace, one line an event, and what of it went wrong.
package struct Activity: Equatable, Sendable {
  /// At most ``Limits/activity``, and of at most ``Limits/activityBytes``, oldest first.
  package var entries: Deque<ActivityEntry> { lines.entries }
  /// At most ``Limits/problems``, and of at most as many bytes, oldest first.
  package var problems: Deque<ActivityEntry> { problemLines.entries }
  /// Problems since the start, those that are no longer remembered too.
  package private(set) var problemCount = 0
  private var lines = ActivityLines(limit: Limits.activity)
  private var problemLines = ActivityLines(limit: Limits.problems)
  private var nextSequence: UInt64 = 0

  mutating func append(
    _ content: consuming ActivityEntry.Content, _ faults: consuming FieldFaults = FieldFaults(),
    at time: Timestamp
  ) {
    let entry = ActivityEntry(
      sequence: nextSequence, at: time, content: content, faults: faults)
    nextSequence &+= 1
    let weight = entry.weight
    if entry.isProblem {
      problemCount += 1
      problemLines.append(entry, weight)
    }
    lines.append(entry, weight)
  }
}

/// The newest lines: so many, and fewer where they are heavy.
private struct ActivityLines: Equatable, Sendable {
  let limit: Int
  var entries: Deque<ActivityEntry> = []
  private var weight = 0

  init(limit: Int) {
    self.limit = limit
  }

  mutating func append(_ entry: consuming ActivityEntry, _ weight: Int) {
    entries.append(entry)
    self.weight += weight
    if entries.count > limit { removeFirst() }
    while self.weight > Limits.activityBytes, entries.count > 1 { removeFirst() }
  }

  private mutating func removeFirst() {
    let removed = entries.removeFirst()
    if weight > 0 { weight -= removed.weight }
  }
}

extension ActivityEntry {
  /// What happened, in a few words for a person, and whether all of it was understood. The text still
  /// has to be made safe for a terminal.
  package func summary(_ context: SummaryContext) -> String {
    let words = content.summary(context)
    guard !faults.isEmpty else { return words }
    return words.isEmpty ? faults.summary : "\(words) (\(faults.summary))"
  }
}

extension ActivityEntry.Content {
  /// What the line is filed under: the event's wire name, or a word for what is no event.
  package var name: String {
    switch self {
    case .event(let event): event.name
    case .malformed(let name, _): name.isEmpty ? "malformed" : name.string
    case .leftOut(let name, _): name.isEmpty ? "too large" : name.string
    case .read(let source): "read of \(source.rawValue)"
    case .gap: "gap"
    case .reconnected: "reconnected"
    }
  }

  /// What the line tells of, in words; the wire name of an event that nobody has words for.
  package var title: String {
    switch self {
    case .event(let event): event.kind?.spoken ?? event.name
    case .malformed(let name, _): Self.title(of: name) ?? "not understood"
    case .leftOut(let name, _): Self.title(of: name) ?? "too large"
    case .read(let source): "\(source.things) loaded"
    case .gap, .reconnected: name
    }
  }

  private static func title(of name: BoundedString) -> String? {
    if let kind = WorkspaceEvent.Kind(rawValue: name.string) { return kind.spoken }
    return name.isEmpty ? nil : name.string
  }

  fileprivate func summary(_ context: SummaryContext) -> String {
    switch self {
    case .event(let event): event.summary(context)
    case .malformed(_, let reason): "not understood: \(reason)"
    case .leftOut(_, let bytes): MalformedEvent.sentence(leftOut: bytes)
    case .read: ""
    case .gap(let seconds):
      context.telling(
        people: "nothing received for \(seconds) s: events are missing here",
        programs: "nothing was heard for \(seconds) s: events are missing here")
    case .reconnected(let seconds): "connected again after \(seconds) s"
    }
  }
}

extension ActivityEntry {
  /// What a field of the line holds now.
  func value(of field: Field, in board: Board, _ disclosure: Disclosure) -> FieldValue {
    switch field {
    case .at: .seconds(board.now.seconds(since: at))
    case .event: .text(content.title + "\n" + content.name)
    case .what:
      FieldValue(words(in: board, disclosure))
    // Fields of other things.
    case _: .none
    }
  }

  /// As it is shown, and behind that as programs read it, which may be looked for, too.
  private func words(in board: Board, _ disclosure: Disclosure) -> String {
    let (people, programs) = (
      summary(SummaryContext(names: board, disclosure: disclosure, for: .people)),
      summary(SummaryContext(names: board, disclosure: disclosure, for: .programs))
    )
    return people == programs ? people : people + "\n" + programs
  }
}

extension SnapshotSource {
  /// What is read, as people call it.
  package var things: String {
    switch self {
    case .services: "service names"
    case .calls: "calls"
    case .operators: "operators"
    case .escalations: "waiting callers"
    case .surfaces: "forms"
    }
  }
}

extension Activity {
  /// The line of that number, as long as it is remembered: lines are numbered without holes.
  func entry(_ sequence: UInt64) -> ActivityEntry? {
    guard let first = entries.first, sequence >= first.sequence else { return nil }
    let place = Int(clamping: sequence - first.sequence)
    return place < entries.count ? entries[place] : nil
  }
}
