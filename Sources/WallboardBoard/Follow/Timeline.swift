package import DequeModule
package import WallboardEvents

/// What was said and done on a followed call: what its story tells of before, then the newest entries
/// that were heard, in order of their coming.
package struct Timeline: Equatable, Sendable {
  /// Oldest first, numbered one after the other.
  package private(set) var entries: Deque<TimelineEntry> = []
  /// Entries that are no longer kept.
  package private(set) var trimmed = 0
  /// How many of the entries are the story's.
  package private(set) var told = 0
  /// For how many entries there is room beside those that are heard: for the story, which is bounded by
  /// itself. Of a call that is heard for much longer, its lines go one by one.
  private var room = 0
  /// What one of them counts as.
  private static let toldSize = 512
  /// The sizes of the entries.
  private(set) var size = 0
  private var nextNumber: EntryNumber = 0

  /// Nothing happened yet.
  package init() {}

  /// Where the entry of that number stands; `nil` for one that is no longer kept.
  package func index(of number: EntryNumber) -> Int? {
    guard let first = entries.first?.number, number >= first, number < nextNumber else {
      return nil
    }
    return Int(exactly: number - first)
  }

  /// The entry of that number, while it is kept.
  package subscript(number: EntryNumber) -> TimelineEntry? {
    index(of: number).map { entries[$0] }
  }

  /// Entries from that number on.
  package func count(from number: EntryNumber) -> Int {
    number >= nextNumber ? 0 : min(entries.count, Int(clamping: nextNumber - number))
  }

  @discardableResult
  mutating func append(
    _ content: TimelineEntry.Content, at time: Timestamp, size: Int
  ) -> EntryNumber {
    let number = nextNumber
    entries.append(TimelineEntry(number: number, at: time, content: content, size: size))
    nextNumber += 1
    self.size += size
    return number
  }

  /// Changes an entry in place, its size included, if it is still kept.
  mutating func change(_ number: EntryNumber, _ body: (inout TimelineEntry) -> Void) {
    guard let index = index(of: number) else { return }
    size -= entries[index].size
    body(&entries[index])
    entries[index].revision &+= 1
    size += entries[index].size
  }

  /// Drops the oldest entries until the limits hold. What somebody reads, `kept` and all that
  /// follows it, stays until there is twice as much; the newest entry stays in any case.
  mutating func trim(keeping kept: EntryNumber?) {
    while entries.count > 1, let first = entries.first, exceeds(1),
      exceeds(2) || kept.map({ first.number < $0 }) ?? true
    {
      entries.removeFirst()
      trimmed += 1
      if told > 0 { told -= 1 }
      size -= first.size
    }
  }

  private func exceeds(_ factor: Int) -> Bool {
    entries.count > factor * Limits.timelineEntries + room
      || size > factor * Limits.timelineBytes + room * Self.toldSize
  }

  /// Puts the story before what was heard, in the place of what it told before.
  mutating func tell(_ story: [StoryLines.Line]) {
    entries.removeFirst(told)
    size += (story.count - told) * Self.toldSize
    told = story.count
    room = story.count
    for (distance, line) in story.reversed().enumerated() {
      var entry = TimelineEntry(
        number: -1 - EntryNumber(distance), at: line.at, content: line.content,
        size: Self.toldSize)
      entry.isTimed = line.isTimed
      entries.prepend(entry)
    }
  }
}

/// The number of an entry of a time line, which it keeps while it lives: from 0 up what was heard, from
/// -1 down what the story tells of before.
package typealias EntryNumber = Int64

/// One entry of a followed call's time line.
package struct TimelineEntry: Equatable, Sendable {
  package let number: EntryNumber
  /// When it began, by the board's clock.
  package let at: Timestamp
  /// Whether that is known; a story may leave it open.
  package var isTimed = true
  package internal(set) var content: Content
  /// Counts its changes.
  package internal(set) var revision: Revision = 0
  /// Bytes of the messages that it holds the words of.
  var size: Int

  /// What an entry tells of.
  package enum Content: Equatable, Sendable {
    case utterance(Utterance)
    case tool(ToolRun)
    /// How long the stages of a turn took: it stands before what the AI said.
    case turn(TurnStages)
    /// Anything else that happened.
    case event(ObserverEvent)
    /// A message that could not be understood.
    case malformed(reason: BoundedString)
    /// What of the event of that name, which stands above, was not understood.
    case degraded(name: BoundedString, FieldFaults)
    /// Turns, and tools and steps of turns, that were sent and are not shown: they were not understood, or
    /// are more than are kept.
    case leftOut(turns: Int, parts: Int)
    /// The connection was lost for so many seconds: what was said meanwhile is missing.
    case gap(seconds: Int64)
    /// The stream told of the call's end, or the observer did.
    case ended(CallEnding)
  }
}

/// What somebody said.
package struct Utterance: Equatable, Sendable {
  /// How certain its text is.
  package enum State: Equatable, Sendable {
    /// It grows, word by word.
    case speaking
    /// A guess that will be replaced.
    case partial
    case final
    /// The end of it never came.
    case cutOff
  }

  package var speaker: Speaker
  /// `nil` where it could not be understood.
  package var text: Protected<BoundedString>?
  package var state: State
  package var isInterrupted = false
  /// Whether it began while another was speaking.
  package var isBargeIn = false
  package var filler: OpenEnum<FillerType>?
  /// What a barge-in kept from being said.
  package var unspoken: [Protected<BoundedString>] = []
  /// The state of the conversation graph.
  package var graphState: BoundedString?
  /// When it was complete; `nil` before.
  package var endedAt: Timestamp?

  /// Something said.
  package init(speaker: Speaker, text: Protected<BoundedString>?, state: State) {
    self.speaker = speaker
    self.text = text
    self.state = state
  }
}

/// Who speaks.
package struct Speaker: Hashable, Sendable {
  package var role: OpenEnum<ParticipantRole>
  package var id: BoundedString?

  /// A speaker of that role.
  package init(_ role: OpenEnum<ParticipantRole>, id: BoundedString? = nil) {
    self.role = role
    self.id = id
  }
}

extension Timeline {
  /// Changes what somebody said, and its size.
  mutating func changeUtterance(
    _ number: EntryNumber, _ body: (inout Utterance, inout Int) -> Void
  ) {
    change(number) { entry in
      guard case .utterance(var utterance) = entry.content else { return }
      body(&utterance, &entry.size)
      entry.content = .utterance(utterance)
    }
  }

  /// Changes a tool's run, and its size.
  mutating func changeTool(_ number: EntryNumber, _ body: (inout ToolRun, inout Int) -> Void) {
    change(number) { entry in
      guard case .tool(var run) = entry.content else { return }
      body(&run, &entry.size)
      entry.content = .tool(run)
    }
  }

  /// What was said in that entry, while it is kept.
  func utterance(_ number: EntryNumber) -> Utterance? {
    guard case .utterance(let utterance) = self[number]?.content else { return nil }
    return utterance
  }

  /// The run of that entry, while it is kept.
  func tool(_ number: EntryNumber) -> ToolRun? {
    guard case .tool(let run) = self[number]?.content else { return nil }
    return run
  }

  /// The newest run of that id among the newest entries.
  func recentTool(withID callID: BoundedString) -> ToolRun? {
    for entry in entries.suffix(Limits.recentEntries).reversed() {
      if case .tool(let run) = entry.content, run.callID == callID { return run }
    }
    return nil
  }
}
