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
  /// The turn in which the caller said what the AI has not answered yet.
  private var asked: StoryTurn?

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
    if let stages = answer(in: turn) {
      let since = (times.callerEnd ?? times.agentStart).flatMap(moment)
      add(.turn(stages), at: since ?? turn.at)
    }
    if let words = turn.agentTranscript {
      var line = Utterance(speaker: Speaker(turn.answerer), text: words, state: .final)
      line.isInterrupted = turn.interrupted == true
      line.filler = turn.fillerType
      add(line, from: times.agentStart, to: times.agentEnd, turn)
    }
  }

  /// What led to the AI's answer, if it gave one. What it says to fill a pause is told as a turn, too:
  /// what the caller said then is what is answered later.
  private mutating func answer(in turn: StoryTurn) -> TurnStages? {
    var stages = TurnStages(turn)
    if turn.userTranscript == nil, let asked {
      stages.callerSpeech = asked.times.callerSpeech
      stages.tools = TurnStages(asked).tools + stages.tools
      var times = turn.times
      times.callerEnd = asked.times.callerEnd
      stages.answer = times.answer
    }
    if turn.userTranscript != nil { asked = turn }
    if turn.fillerType == nil, turn.agentTranscript != nil { asked = nil }
    // An operator who speaks in the AI's place takes as long as people take.
    let isAnswer = turn.fillerType == nil && turn.answerer == .known(.agent)
    return isAnswer && stages.tellsAnswer ? stages : nil
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

extension StoryTurn {
  /// Who spoke in the AI's part of it. The role is that of whose words the turn has first.
  fileprivate var answerer: OpenEnum<ParticipantRole> {
    userTranscript == nil ? speakerRole ?? .known(.agent) : .known(.agent)
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
  /// The same of two lines that have the same words: the story may have the time of the beginning of a
  /// long one.
  private static let reach: Int64 = 60_000
  /// Lines that were heard first: what the story tells, too, begins with one of them.
  private static let heardLines = 60
  /// How many of those may be heard otherwise than they are told, such as one that was cut off.
  private static let misheardLines = 3

  /// The lines up to where what was heard begins; of the turn in which it does, none that was heard.
  func unheard(by observation: Observation) -> [Line] {
    guard let openedAt = observation.openedAt else { return lines }
    let heard = observation.timeline.entries.dropFirst(observation.timeline.told)
      .prefix(Self.heardLines)
    let end = beginning(of: heard.filter { $0.content.words != nil }, openedAt)
    let answer = lines.indices.contains(end) ? lines[end].turn : nil
    // What stands before the first words that were heard belongs to them.
    let first = heard.prefix { $0.content.words == nil }.map(\.content)
    return lines[..<end].filter { line in
      line.turn != answer || !first.contains { line.content.isTold(by: $0) }
    }
  }

  /// Where what was heard begins: by the words that both have, or else by their times.
  private func beginning(of heard: [TimelineEntry], _ openedAt: Timestamp) -> Int {
    let spoken = lines.indices.filter { lines[$0].words != nil }
    var best: (count: Int, distance: Int64, place: Int)?
    for skipped in 0..<min(Self.misheardLines, heard.count) {
      for place in spoken.indices {
        let count = zip(spoken[place...], heard[skipped...])
          .prefix { lines[$0].content.isTold(by: $1.content) }.count
        let distance = lines[spoken[place]].distance(to: heard[skipped])
        // One alone, behind another that is not the same, may be alike by chance.
        guard count > min(skipped, 1), distance <= Self.reach else { continue }
        let found = (count, distance, spoken[max(0, place - skipped)])
        if best.map({ ($0.count, -$0.distance) < (count, -distance) }) ?? true { best = found }
      }
    }
    if let best { return best.place }
    let latest = heard.first?.at ?? openedAt.advanced(milliseconds: Self.slack)
    return lines.firstIndex { $0.isTimed && ($0.endedAt ?? $0.at) > latest } ?? lines.endIndex
  }
}

extension StoryLines.Line {
  var words: Protected<BoundedString>? { content.words }

  /// The milliseconds between this line and one that was heard; 0 where that is not known.
  fileprivate func distance(to heard: TimelineEntry) -> Int64 {
    guard isTimed else { return 0 }
    let ends = [at, endedAt ?? at].map { abs($0.milliseconds(since: heard.at)) }
    return ends.min() ?? 0
  }

  /// Whether somebody spoke in turn.
  var isSpoken: Bool {
    if case .utterance(let line) = content { line.filler == nil } else { false }
  }
}

extension TimelineEntry.Content {
  fileprivate var words: Protected<BoundedString>? {
    if case .utterance(let line) = self { line.text } else { nil }
  }

  /// Whether what was heard tells the same.
  fileprivate func isTold(by heard: TimelineEntry.Content) -> Bool {
    switch (self, heard) {
    case (.turn, .turn): true
    case (.utterance(let line), .utterance(let other)):
      line.text == other.text && line.speaker.role == other.speaker.role
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
