package import DequeModule
package import OrderedCollections
package import WallboardEvents

/// What is known of a followed call beside its time line.
package struct ObservedFacts: Equatable, Sendable {
  package var direction: OpenEnum<Direction>?
  package var serviceID: ServiceID?
  package var callerID: Protected<PersonalIdentifier>?
  package var startedAt: Timestamp?
  /// The state of the conversation graph.
  package var currentState: BoundedString?
  /// By `participant_id`, in order of their coming; at most ``Limits/participants``.
  package var participants: OrderedDictionary<BoundedString, Participant> = [:]
  /// Whose audio reached the runtime.
  package var media: [OpenEnum<ParticipantRole>] = []
  /// `nil` until somebody is muted.
  package var isMuted: Bool?
  /// Who that is, where it was told or the speaker is a participant.
  package var mutedRole: OpenEnum<ParticipantRole>?
  package var dominantEmotion: BoundedString?
  package var emotionTrend: OpenEnum<EmotionTrend>?
  /// From -1 (unpleasant) to 1, oldest first; at most ``Limits/readings``.
  package var valences: Deque<Double> = []
  package var compoundEmotions: [BoundedString] = []
  package var empathy: OpenEnum<EmpathyTier>?
  /// How the agent speaks, such as `calm`.
  package var voice: BoundedString?
  /// The newest turn's.
  package var latency: TurnLatency?
  /// Milliseconds until the agent was heard, turn by turn, oldest first; at most
  /// ``Limits/readings``.
  package var latencies: Deque<Double> = []
  /// Of what the story tells and of what was heard.
  package var slowest: SlowestStages { toldSlowest.merging(heardSlowest) }
  /// How long the longest turn was from end to end, in milliseconds.
  package var longestTurn: Double { max(toldSlowest.longestTurn, heardSlowest.longestTurn) }
  var heardSlowest = SlowestStages()
  var toldSlowest = SlowestStages()
  package var navigation: NavigationTiming?
  /// Times that somebody spoke while another was speaking: as many as were heard, or as the
  /// platform says, which counts from the beginning of the call.
  package var bargeIns: Int { max(heardBargeIns, toldBargeIns) }
  private(set) var heardBargeIns = 0
  private(set) var toldBargeIns = 0
  /// Lines that were spoken, fillers apart.
  package var turns: Int { heardTurns + toldTurns }
  var heardTurns = 0
  var toldTurns = 0
  package var runtime: BoundedString?
  /// The newest forward.
  package var forward: ForwardCallResolved?

  /// Nothing is known.
  package init() {}
}

extension ObservedFacts {
  /// How the caller sounds, and whether that gets better: `frustrated, worsening`.
  package var emotionWords: String? {
    dominantEmotion.map { emotion in
      emotion.spoken + (emotionTrend.map { ", \($0.spoken)" } ?? "")
    }
  }
}

/// Somebody on a followed call.
package struct Participant: Equatable, Sendable {
  package var role: OpenEnum<ParticipantRole>?
  package var name: Protected<PersonalIdentifier>?
  package var operatorID: OperatorID?
  package var joinedAt: Timestamp?
  /// `nil` while on the call.
  package var leftAt: Timestamp?

  /// A participant of that role.
  package init(role: OpenEnum<ParticipantRole>?) {
    self.role = role
  }
}

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
    case .speakerMuted(let mute):
      isMuted = mute.isMuted
      mutedRole = mute.speakerRole ?? mute.speakerID.flatMap { participants[$0]?.role }
    case .mediaAttached(let media): if let leg = media.leg { attach(leg) }
    case .forwardCallResolved(let forward): self.forward = forward
    case .empathyClassified(let classified): empathy = classified.tierName ?? empathy
    case .voiceContextApplied(let context): voice = context.ttsEmotion
    case .turnLatency(let turn): take(turn)
    case .actorAllocated(let actor): runtime = actor.gameserver ?? runtime
    case .actorShutdown: runtime = nil
    // What others tell is not among the facts, or learned where they are folded.
    case _: break
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

  private mutating func attach(_ leg: OpenEnum<ParticipantRole>) {
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

extension Board {
  /// Tells the call what its observer heard, so that both say the same on the screen.
  mutating func learn(_ event: ObserverEvent, of callSID: CallSID) {
    switch event {
    case .sessionInfo, .sessionStart, .stateTransition, .emotionEstimate: break
    // A call has nothing of what the others tell.
    case _: return
    }
    // One that is touched all the time would never learn from a read.
    guard reconcile(on: callSID) else { return }
    revision &+= 1
    calls.update(callSID) { $0.touched = revision }
  }

  /// Makes a call and what its observer knows of it say the same, if it is followed.
  ///
  /// The stream and the reads say what does not change, the observer what they left open. What
  /// changes the observer knows best while it hears.
  ///
  /// - Returns: Whether the call learnt something.
  @discardableResult
  mutating func reconcile(on callSID: CallSID) -> Bool {
    guard let observation = observations[callSID], let known = calls[callSID] else { return false }
    var (call, facts) = (known, observation.facts)
    call.direction = call.direction ?? facts.direction
    call.serviceID = call.serviceID ?? facts.serviceID
    call.callerID = call.callerID ?? facts.callerID
    call.startedAt = call.startedAt ?? facts.startedAt
    if observation.phase == .open {
      call.currentState = facts.currentState ?? call.currentState
      call.emotion = facts.dominantEmotion ?? call.emotion
    } else {
      call.currentState = call.currentState ?? facts.currentState
      call.emotion = call.emotion ?? facts.dominantEmotion
    }
    facts.take(call)
    let hasLearnt = call != known
    if hasLearnt { calls[callSID] = call }
    if facts != observation.facts { observations.update(callSID) { $0.learn(facts) } }
    if call.serviceID != known.serviceID { wantName(of: call.serviceID) }
    return hasLearnt
  }

  /// Makes all followed calls say the same as what their observers know.
  mutating func agreeOnFollowedCalls() {
    for callSID in observations.keys { reconcile(on: callSID) }
  }
}

extension Observation {
  fileprivate mutating func learn(_ known: ObservedFacts) {
    facts = known
    revision &+= 1
  }
}

extension ObservedFacts {
  fileprivate mutating func take(_ call: Call) {
    direction = call.direction
    serviceID = call.serviceID
    callerID = call.callerID
    startedAt = call.startedAt
    currentState = call.currentState
    dominantEmotion = call.emotion
  }
}
