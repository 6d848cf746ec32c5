import WallboardEvents

extension Observation {
  /// Folds one event of the call.
  mutating func fold(_ received: ReceivedObserverEvent) {
    revision &+= 1
    lastHeardAt = received.at
    count(received)
    fold(received.event, at: received.at, size: received.size)
    if !received.faults.isEmpty { tell(received.faults, of: received) }
  }

  /// Shows below an event what of it was not understood; but once where the same comes again and
  /// again.
  private mutating func tell(_ faults: FieldFaults, of received: ReceivedObserverEvent) {
    let name = Text(received.event.name)
    let content = TimelineEntry.Content.degraded(name: name, faults)
    let before = timeline.entries.suffix(Limits.recentEntries).last {
      if case .degraded(name, _) = $0.content { true } else { false }
    }
    guard before?.content != content else { return }
    let size = faults.sentences.reduce(0) { $0 + $1.string.utf8.count }
    timeline.append(content, at: received.at, size: size)
  }

  /// Counts a message that could not be understood, and shows that there was one.
  mutating func fold(_ malformed: MalformedEvent) {
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
    case .sessionStart, .stateTransition, .participantJoined, .participantLeft, .speakerMuted,
      .mediaAttached, .forwardCallResolved, .empathyClassified, .voiceContextApplied,
      .turnLatency, .actorAllocated, .actorShutdown, .unknown:
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
