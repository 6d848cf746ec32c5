import WallboardEvents

/// A story as lines of a time line, in order.
struct StoryLines {
  /// A line of the story.
  struct Line {
    var content: TimelineEntry.Content
    /// When it began: as the story says, or else when the line before it did.
    var at: Timestamp
    var isTimed: Bool
    /// When it was over, as far as that is known.
    var endedAt: Timestamp?
    /// The turn that it belongs to.
    var turn: Int
  }

  private(set) var lines: [Line] = []
  private let startedAt: Timestamp?
  private var newest: Timestamp
  private var turn = 0

  /// The lines of a story; where it tells no time at all, they stand at `since`.
  init(_ story: CallStory, since: Timestamp) {
    startedAt = story.startedAt
    newest = story.startedAt ?? since
    var leftOut = story.missingTurns
    for (index, turn) in story.turns.enumerated() {
      guard lines.count < Limits.storyLines else {
        leftOut += story.turns.count - index
        break
      }
      self.turn = index
      add(turn)
    }
    weave(story.participants.flatMap(comings))
    weave(segments(of: story))
    let parts = story.turns.reduce(0) { $0 + $1.missingParts }
    guard leftOut + parts > 0 else { return }
    turn += 1
    add(.leftOut(turns: leftOut, parts: parts), at: nil)
  }

  private mutating func add(_ turn: StoryTurn) {
    let times = turn.times
    if let words = turn.userTranscript {
      let role = turn.speakerRole ?? .known(.caller)
      var line = Utterance(speaker: Speaker(role), text: words, state: .final)
      line.isBargeIn = turn.trigger?.string == "barge_in"
      line.graphState = turn.state
      add(line, from: times.callerStart, to: times.callerEnd, turn)
    }
    for tool in turn.tools { add(.tool(ToolRun(tool)), at: turn.at) }
    for step in turn.transitions {
      add(.event(.stateTransition(StateTransition(step))), at: turn.at)
    }
    let stages = TurnStages(turn)
    if !stages.isEmpty { add(.turn(stages), at: times.callerEnd.flatMap(moment) ?? turn.at) }
    if let words = turn.agentTranscript {
      // The role is that of whose words the turn has first.
      let role = turn.userTranscript == nil ? turn.speakerRole : nil
      var line = Utterance(
        speaker: Speaker(role ?? .known(.agent)), text: words, state: .final)
      line.isInterrupted = turn.interrupted == true
      line.filler = turn.fillerType
      add(line, from: times.agentStart, to: times.agentEnd, turn)
    }
  }

  private mutating func add(
    _ utterance: Utterance, from start: Double?, to end: Double?, _ turn: StoryTurn
  ) {
    let (at, endedAt) = (start.flatMap(moment) ?? turn.at, end.flatMap(moment))
    var utterance = utterance
    utterance.endedAt = endedAt ?? at ?? newest
    add(.utterance(utterance), at: at, endedAt: endedAt)
  }

  private mutating func add(
    _ content: TimelineEntry.Content, at time: Timestamp?, endedAt: Timestamp? = nil
  ) {
    let isTimed = time != nil || lines.last?.isTimed ?? (startedAt != nil)
    newest = time ?? newest
    lines.append(
      Line(content: content, at: newest, isTimed: isTimed, endedAt: endedAt, turn: turn))
  }

  private func moment(_ milliseconds: Double) -> Timestamp? {
    startedAt?.advanced(seconds: milliseconds / 1_000)
  }
}

// MARK: - What stands beside the turns

extension StoryLines {
  /// Who came and went; the caller and the AI are there from the beginning.
  private func comings(of person: StoryParticipant) -> [Line] {
    guard person.role != .known(.caller), person.role != .known(.agent) else { return [] }
    let joining = person.joinedAt.map { ($0, ObserverEvent.participantJoined(.init(person))) }
    let leaving = person.leftAt.map { ($0, ObserverEvent.participantLeft(.init(person))) }
    return [joining, leaving].compactMap(\.self).map { time, event in
      Line(content: .event(event), at: time, isTimed: true, turn: -1)
    }
  }

  /// What was said while an operator spoke, unless the turns have the same words.
  private func segments(of story: CallStory) -> [Line] {
    let told = Set(lines.compactMap(\.words))
    return story.humanSegments.compactMap { segment in
      guard let words = segment.transcript, !told.contains(words) else { return nil }
      let role = segment.speakerRole ?? .known(.operator)
      var line = Utterance(speaker: Speaker(role), text: words, state: .final)
      line.endedAt = segment.at
      return Line(
        content: .utterance(line), at: segment.at ?? newest, isTimed: segment.at != nil, turn: -1)
    }
  }

  /// Puts lines among the others by their times; one without a time at the end.
  private mutating func weave(_ others: [Line]) {
    guard !others.isEmpty else { return }
    let sorted = others.enumerated().sorted { one, other in
      guard one.element.isTimed, other.element.isTimed else {
        return one.element.isTimed == other.element.isTimed
          ? one.offset < other.offset : one.element.isTimed
      }
      return (one.element.at, one.offset) < (other.element.at, other.offset)
    }
    var woven: [Line] = []
    var rest = sorted.map(\.element)[...]
    for line in lines {
      while let next = rest.first, next.isTimed, line.isTimed, next.at < line.at {
        woven.append(rest.removeFirst())
      }
      woven.append(line)
    }
    lines = woven + rest
  }
}

// MARK: - What was heard, too

extension StoryLines {
  /// Milliseconds by which the times of both may differ.
  private static let slack: Int64 = 5_000
  /// Milliseconds that somebody may speak on: a line that began so long before may be heard whole.
  private static let reach: Int64 = 120_000
  /// Lines that were heard first; in them is what the story tells, too.
  private static let heardLines = 60

  /// Those that were said before what was heard: none that was heard, too.
  func unheard(by observation: Observation) -> [Line] {
    guard let openedAt = observation.openedAt else { return lines }
    let (from, to) = (
      openedAt.advanced(milliseconds: -Self.reach), openedAt.advanced(milliseconds: Self.slack)
    )
    let first = observation.timeline.entries.dropFirst(observation.timeline.told)
      .prefix(Self.heardLines).map(\.content)
    // All that follows was heard, or is told to be missing.
    let past = lines.firstIndex { $0.isTimed && ($0.endedAt ?? $0.at) > to } ?? lines.endIndex
    let before = lines[..<past].map { line in
      let mayBeHeard = !line.isTimed || (line.endedAt ?? line.at) >= from
      return (line, isHeard: mayBeHeard && first.contains { line.content.isTold(by: $0) })
    }
    // Whoever heard an answer from before its beginning on has heard how long it took.
    let answered = Set(before.filter { $0.isHeard && $0.0.words != nil }.map(\.0.turn))
    let hearsTurn =
      first.firstIndex { $0.isTurn } ?? .max
      < (first.firstIndex { $0.words != nil } ?? .max)
    return before.compactMap { line, isHeard in
      if line.content.isTurn, hearsTurn, answered.contains(line.turn) { return nil }
      return isHeard ? nil : line
    }
  }
}

extension StoryLines.Line {
  var words: Protected<BoundedString>? { content.words }

  /// Whether somebody spoke in turn.
  var isSpoken: Bool {
    if case .utterance(let line) = content { line.filler == nil } else { false }
  }
}

extension TimelineEntry.Content {
  fileprivate var words: Protected<BoundedString>? {
    if case .utterance(let line) = self { line.text } else { nil }
  }

  fileprivate var isTurn: Bool {
    if case .turn = self { true } else { false }
  }

  /// Whether what was heard tells the same.
  fileprivate func isTold(by heard: TimelineEntry.Content) -> Bool {
    switch (self, heard) {
    case (.utterance(let line), .utterance(let other)): line.text == other.text
    case (.tool(let run), .tool(let other)): run.callID != nil && run.callID == other.callID
    case (.event(.stateTransition(let step)), .event(.stateTransition(let other))):
      step.previousState == other.previousState && step.nextState == other.nextState
    case (.event(.participantJoined(let one)), .event(.participantJoined(let other))):
      one.bestName == other.bestName && one.participantRole == other.participantRole
    case (.event(.participantLeft(let one)), .event(.participantLeft(let other))):
      one.displayName == other.displayName && one.participantRole == other.participantRole
    case _: false
    }
  }
}

extension ToolRun {
  /// A run as the story tells of it.
  fileprivate init(_ tool: StoryTool) {
    let isDone: Status = tool.succeeded == true ? .succeeded : .unfinished
    self.init(callID: tool.callID, name: tool.name, status: tool.hasFailed ? .failed : isDone)
    input = tool.input
    output = tool.output
    failure = tool.errorMessage
    durationMilliseconds = tool.durationMilliseconds
    integrationName = tool.integrationName
    endpointName = tool.endpointName
    transport = tool.protocol
  }
}
