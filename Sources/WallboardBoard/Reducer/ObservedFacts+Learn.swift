import DequeModule
import OrderedCollections
import WallboardEvents

extension ObservedFacts {
  mutating func learn(_ info: SessionInfo, at time: Timestamp) {
    direction = info.direction ?? direction
    serviceID = info.serviceID.flatMap { ServiceID($0.string) } ?? serviceID
    if let caller = info.callerID, !caller.isEmpty { callerID = caller }
    if let state = info.currentState, !state.isEmpty { currentState = state }
    startedAt = Self.start(info, at: time) ?? startedAt
  }

  /// When the call began. The unit of `start_time` is presumed (contract 1.5): one that is not
  /// within a day and a half of now is not believed, and the age counts.
  private static func start(_ info: SessionInfo, at time: Timestamp) -> Timestamp? {
    if let seconds = info.startTime {
      let start = Timestamp(milliseconds: 0).advanced(seconds: seconds)
      if time.seconds(since: start) < 129_600, start.seconds(since: time) < 129_600 { return start }
    }
    // An age of 0 is the default of one that nobody knows.
    return info.durationSeconds.flatMap { $0 > 0 ? time.advanced(seconds: -$0) : nil }
  }

  mutating func learn(_ estimate: EmotionEstimate) {
    dominantEmotion = estimate.dominant ?? dominantEmotion
    emotionTrend = estimate.trend
    if let valence = estimate.valence { valences.append(valence) }
    if valences.count > Limits.readings { valences.removeFirst() }
    toldBargeIns = max(toldBargeIns, estimate.bargeInCount ?? 0)
  }

  mutating func learn(_ bargeIn: BargeIn) {
    heardBargeIns += 1
    toldBargeIns = max(toldBargeIns, bargeIn.totalBargeIns ?? 0)
  }

  /// Learns from what has a line of its own on the time line.
  mutating func learn(_ event: ObserverEvent, at time: Timestamp) {
    switch event {
    case .sessionStart(let start):
      if let state = start.initialState, !state.isEmpty { currentState = state }
    case .stateTransition(let transition): currentState = transition.nextState ?? currentState
    case .participantJoined(let joining): join(joining, at: time)
    case .participantLeft(let leaving):
      participants[leaving.participantID]?.leftAt = time
    case .speakerMuted(let mute): isMuted = mute.isMuted
    case .mediaAttached(let media): if let leg = media.leg { attach(leg) }
    case .forwardCallResolved(let forward): self.forward = forward
    case .empathyClassified(let classified): empathy = classified.tierName ?? empathy
    case .voiceContextApplied(let context): voice = context.ttsEmotion
    case .turnLatency(let turn): take(turn)
    case .actorAllocated(let actor): runtime = actor.gameserver ?? runtime
    case .actorShutdown: runtime = nil
    case .sessionInfo, .sessionEnd, .userTranscript, .agentTranscript, .agentTranscriptDelta,
      .bargeIn, .toolCallStarted, .toolCallCompleted, .emotionEstimate, .compoundEmotion,
      .navigationTiming, .unknown:
      break  // What these tell is not among the facts, or learned where they are folded.
    }
  }

  private mutating func join(_ joining: ParticipantJoined, at time: Timestamp) {
    var participant = Participant(role: joining.participantRole)
    participant.name = joining.bestName
    participant.operatorID = joining.operatorEntityID
    participant.joinedAt = time
    participants[joining.participantID] = participant
    guard participants.count > Limits.participants else { return }
    participants.remove(at: participants.values.firstIndex { $0.leftAt != nil } ?? 0)
  }

  private mutating func attach(_ leg: Open<ParticipantRole>) {
    guard !media.contains(leg), media.count < Limits.participants else { return }
    media.append(leg)
  }

  private mutating func take(_ turn: TurnLatency) {
    guard let length = turn.endToEndTTFBMilliseconds else { return }
    latency = turn
    latencies.append(length)
    if latencies.count > Limits.readings { latencies.removeFirst() }
  }
}
