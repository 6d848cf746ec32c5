import DequeModule
import WallboardEvents

extension WallboardState {
  /// Folds an event of a followed call. One of a call that is followed no more is dropped: it was
  /// under way when its pane was closed.
  mutating func observe(_ received: ReceivedObserverEvent) {
    let callSID = received.callSID
    let top = top(of: callSID)
    let isFollowed: Void? = board.observations.update(callSID) { observation in
      observation.fold(received)
      observation.timeline.trim(keeping: top)
    }
    guard isFollowed != nil else { return }
    board.note(received)
    board.learn(received.event, of: callSID)
  }

  mutating func observe(_ malformed: MalformedEvent, of callSID: CallSID) {
    let top = top(of: callSID)
    board.observations.update(callSID) { observation in
      observation.fold(malformed)
      observation.timeline.trim(keeping: top)
    }
  }

  mutating func change(observer change: ObserverChange) {
    board.observations.update(change.callSID) { $0.change(change) }
  }

  /// The first entry that stands in the call's pane: it is kept longer, and so is what follows it.
  private func top(of callSID: CallSID) -> EntryNumber? {
    view.panes.first { $0.callSID == callSID }?.position.top?.entry
  }
}

extension Observation {
  /// Folds one event of the call.
  fileprivate mutating func fold(_ received: ReceivedObserverEvent) {
    revision &+= 1
    lastHeardAt = received.at
    count(received)
    fold(received.event, at: received.at, size: received.size)
    if !received.faults.isEmpty { report(received.faults, of: received) }
  }

  /// Shows below an event what of it was not understood; but once where the same comes again and
  /// again.
  private mutating func report(_ faults: FieldFaults, of received: ReceivedObserverEvent) {
    let name = BoundedString(received.event.name)
    let content = TimelineEntry.Content.degraded(name: name, faults)
    let before = timeline.entries.suffix(Limits.recentEntries).last {
      if case .degraded(name, _) = $0.content { true } else { false }
    }
    guard before?.content != content else { return }
    let size = faults.sentences.reduce(0) { $0 + $1.string.utf8.count }
    timeline.append(content, at: received.at, size: size)
  }

  /// Counts a message that could not be understood, and shows that there was one.
  fileprivate mutating func fold(_ malformed: MalformedEvent) {
    revision &+= 1
    lastHeardAt = malformed.receivedAt
    counts.malformed += 1
    timeline.append(
      .malformed(reason: malformed.reason), at: malformed.receivedAt,
      size: malformed.reason.string.utf8.count)
  }

  private mutating func count(_ received: ReceivedObserverEvent) {
    counts.events += 1
    counts.extraFields += received.extras.count
    if !received.faults.isEmpty { counts.degraded += 1 }
    if case .unknown = received.event {
      counts.unknown += 1
    } else {
      counts.byType.count(received.event.name)
    }
  }

  private mutating func fold(_ event: ObserverEvent, at time: Timestamp, size: Int) {
    switch event {
    case .sessionInfo(let info): learn(info, at: time, size: size)
    case .userTranscript(let line): hear(line, at: time, size: size)
    case .agentTranscript(let line): speak(line, at: time, size: size)
    case .agentTranscriptDelta(let piece):
      if let delta = piece.delta { grow(by: delta, at: time, size: size) }
    case .bargeIn(let bargeIn): interrupt(bargeIn, at: time, size: size)
    case .toolCallStarted(let start): begin(start, at: time, size: size)
    case .toolCallCompleted(let completion): finish(completion, at: time, size: size)
    case .sessionEnd(let end): endSession(CallEnding(end, at: time))
    case .emotionEstimate(let estimate): feel(estimate, at: time, size: size)
    case .compoundEmotion(let emotion):
      if let compounds = emotion.compounds {
        facts.compoundEmotions = compounds.prefix(3).map(\.name)
      }
    case .navigationTiming(let timing): facts.navigation = timing
    case .turnLatency(let latency):
      facts.learn(event, at: time)
      noteLatency(latency, at: time, size: size)
    case .sessionStart, .stateTransition, .participantJoined, .participantLeft, .speakerMuted,
      .mediaAttached, .forwardCallResolved, .empathyClassified, .voiceContextApplied,
      .actorAllocated, .actorShutdown, .unknown:
      facts.learn(event, at: time)
      timeline.append(.event(event), at: time, size: size)
    }
  }

  private mutating func learn(_ info: SessionInfo, at time: Timestamp, size: Int) {
    facts.learn(info, at: time)
    // After a reconnect the gap says what there is to say.
    guard gaps == 0 else { return }
    timeline.append(.event(.sessionInfo(info)), at: time, size: size)
  }

  /// Notes how the caller sounds; a change of it has its place on the time line.
  private mutating func feel(_ estimate: EmotionEstimate, at time: Timestamp, size: Int) {
    let isOther = estimate.dominant.map { facts.dominantEmotion != $0 } ?? false
    let isChange = isOther || facts.emotionTrend != estimate.trend
    facts.learn(estimate)
    guard isChange else { return }
    var told = estimate
    // Lists that the line does not show.
    told.scores = nil
    told.languageToxicity = nil
    timeline.append(.event(.emotionEstimate(told)), at: time, size: size)
  }
}

extension CallEnding {
  fileprivate init(_ end: SessionEnd, at time: Timestamp) {
    // A duration of 0 is the default of one that nobody knows (contract 1.5).
    let duration = end.durationSeconds.flatMap { $0 > 0 ? $0 : nil }
    self.init(at: time, reason: end.reason, duration: duration)
  }
}

extension Observation {
  /// Takes what a caller, or another who is not the agent, said: a line of its own, unless it
  /// replaces what was guessed of it.
  private mutating func hear(_ line: UserTranscript, at time: Timestamp, size: Int) {
    let speaker = Speaker(line.speakerRole ?? .known(.caller), id: line.speakerID)
    let isPartial = line.isFinal == false
    var utterance = Utterance(
      speaker: speaker, text: line.transcript, state: isPartial ? .partial : .final)
    utterance.isBargeIn = line.isBargeIn == true
    utterance.graphState = line.state
    utterance.endedAt = isPartial ? nil : time
    let number = put(utterance, at: time, size: size)
    guard !isPartial else { return }
    facts.heardTurns += 1
    beginTurn(callerSpoke: number)
    if !utterance.isBargeIn { newestAgentLine = nil }
    if openUtterance?.isInterrupted == true { openAgentLine?.isAnswered = true }
  }

  /// - Returns: The line's entry.
  private mutating func put(
    _ utterance: Utterance, at time: Timestamp, size: Int
  ) -> EntryNumber {
    partialLines.removeAll { timeline.index(of: $0.number) == nil }
    if let known = partialLines.firstIndex(where: { $0.speaker.mayBe(utterance.speaker) }) {
      let number = partialLines[known].number
      timeline.changeUtterance(number) { line, lineSize in
        line = utterance.completing(line)
        lineSize = size
      }
      if utterance.state != .partial { partialLines.remove(at: known) }
      return number
    }
    let number = timeline.append(.utterance(utterance), at: time, size: size)
    guard utterance.state == .partial else { return number }
    partialLines.append(PartialLine(number: number, speaker: utterance.speaker))
    if partialLines.count > Limits.participants {
      cutOff(partialLines.removeFirst().number, at: time)
    }
    return number
  }

  /// Appends to the one open line of the agent; a delta has no turn id (contract 1.5).
  private mutating func grow(by delta: Protected<BoundedString>, at time: Timestamp, size: Int) {
    if let open = openAgentLine, open.isAnswered {
      cutOff(open.number, at: time)
      openAgentLine = nil
    }
    if let open = openAgentLine, timeline.index(of: open.number) != nil {
      timeline.changeUtterance(open.number) { line, lineSize in
        lineSize += line.text?.append(delta) ?? 0
      }
    } else if !delta.isEmpty {
      let line = Utterance(speaker: Speaker(.known(.agent)), text: delta, state: .speaking)
      openAgentLine = OpenLine(number: timeline.append(.utterance(line), at: time, size: size))
    }
  }

  /// Takes a whole line: it replaces the open one that it is the full text of.
  private mutating func speak(_ line: AgentTranscript, at time: Timestamp, size: Int) {
    let speaker = Speaker(line.speakerRole ?? .known(.agent), id: line.speakerID)
    var utterance = Utterance(speaker: speaker, text: line.transcript, state: .final)
    utterance.isInterrupted = line.interrupted == true
    utterance.filler = line.fillerType
    utterance.endedAt = time
    if line.fillerType == nil { facts.heardTurns += 1 }
    let said: EntryNumber
    if let number = openAgentLine?.number, let begun = openUtterance, line.isWhole(of: begun) {
      timeline.changeUtterance(number) { open, lineSize in
        open = utterance.completing(open)
        lineSize += size
      }
      openAgentLine = nil
      said = number
    } else {
      said = timeline.append(.utterance(utterance), at: time, size: size)
    }
    newestAgentLine = said
    if line.fillerType == nil { endTurn(spoke: said, isAgent: speaker.role == .known(.agent)) }
  }

  /// Marks the line that was interrupted; where none is known the barge-in has an entry of its own.
  private mutating func interrupt(_ bargeIn: BargeIn, at time: Timestamp, size: Int) {
    facts.learn(bargeIn)
    guard let number = interruptedLine(bargeIn) else {
      timeline.append(.event(.bargeIn(bargeIn)), at: time, size: size)
      return
    }
    timeline.changeUtterance(number) { line, lineSize in
      line.isInterrupted = true
      let room = max(0, Limits.unspokenTexts - line.unspoken.count)
      let unspoken = (bargeIn.discardedTexts ?? []).filter { !$0.isEmpty }.prefix(room)
      line.unspoken += unspoken
      if !unspoken.isEmpty { lineSize += size }
    }
  }

  /// The line that is being spoken or was the last to be, unless it is known to be another's.
  private func interruptedLine(_ bargeIn: BargeIn) -> EntryNumber? {
    let candidates = [openAgentLine?.number, newestAgentLine].compactMap { $0 }
    return candidates.first { number in
      guard let speaker = timeline.utterance(number)?.speaker else { return false }
      guard let id = bargeIn.interruptedSpeakerID, let own = speaker.id else { return true }
      return id == own
    }
  }

  private var openUtterance: Utterance? {
    openAgentLine.flatMap { timeline.utterance($0.number) }
  }

  /// The end of the line never came.
  mutating func cutOff(_ number: EntryNumber, at time: Timestamp) {
    timeline.changeUtterance(number) { line, _ in
      line.state = .cutOff
      line.endedAt = time
    }
  }
}

extension AgentTranscript {
  /// Whether this is the full text of the open line. Another person's is not; nor is a filler that
  /// was not streamed, spoken before the line goes on, unless it begins like the line.
  fileprivate func isWhole(of line: Utterance) -> Bool {
    if speakerRole == .operator || speakerRole == .caller { return false }
    if fillerType == nil || streaming == true { return true }
    guard let transcript, let start = line.text else { return false }
    return transcript.begins(with: start)
  }
}

extension Speaker {
  /// Whether the two may be one: not every message names its speaker.
  fileprivate func mayBe(_ other: Speaker) -> Bool {
    role == other.role && (id == nil || other.id == nil || id == other.id)
  }
}

extension Utterance {
  /// This line in the place of what was known of it: its marks stay, and its words, where these were
  /// not understood.
  fileprivate func completing(_ known: Utterance) -> Utterance {
    var line = self
    line.speaker.id = speaker.id ?? known.speaker.id
    line.text = text ?? known.text
    line.isInterrupted = isInterrupted || known.isInterrupted
    line.isBargeIn = isBargeIn || known.isBargeIn
    line.unspoken = known.unspoken
    line.graphState = graphState ?? known.graphState
    return line
  }
}
