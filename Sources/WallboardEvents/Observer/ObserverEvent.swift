/// What an observer of a call receives (contract 1.5).
package indirect enum ObserverEvent: Equatable, Sendable {
  case actorAllocated(ActorAllocated)
  case actorShutdown(ActorShutdown)
  case agentTranscript(AgentTranscript)
  case agentTranscriptDelta(AgentTranscriptDelta)
  case bargeIn(BargeIn)
  case compoundEmotion(CompoundEmotion)
  case emotionEstimate(EmotionEstimate)
  case empathyClassified(EmpathyClassified)
  case forwardCallResolved(ForwardCallResolved)
  case mediaAttached(MediaAttached)
  case navigationTiming(NavigationTiming)
  case participantJoined(ParticipantJoined)
  case participantLeft(ParticipantLeft)
  case sessionEnd(SessionEnd)
  case sessionInfo(SessionInfo)
  case sessionStart(SessionStart)
  case speakerMuted(SpeakerMuted)
  case stateTransition(StateTransition)
  case toolCallCompleted(ToolCallCompleted)
  case toolCallStarted(ToolCallStarted)
  case turnLatency(TurnLatency)
  case userTranscript(UserTranscript)
  case voiceContextApplied(VoiceContextApplied)
  /// An event that the contract does not have; all of it may be protected.
  case unknown(UnknownEvent)
}

extension ObserverEvent {
  /// What a known event carries; `nil` for an unknown one.
  package var payload: (any EventPayload)? {
    switch self {
    case .actorAllocated(let payload): payload
    case .actorShutdown(let payload): payload
    case .agentTranscript(let payload): payload
    case .agentTranscriptDelta(let payload): payload
    case .bargeIn(let payload): payload
    case .compoundEmotion(let payload): payload
    case .emotionEstimate(let payload): payload
    case .empathyClassified(let payload): payload
    case .forwardCallResolved(let payload): payload
    case .mediaAttached(let payload): payload
    case .navigationTiming(let payload): payload
    case .participantJoined(let payload): payload
    case .participantLeft(let payload): payload
    case .sessionEnd(let payload): payload
    case .sessionInfo(let payload): payload
    case .sessionStart(let payload): payload
    case .speakerMuted(let payload): payload
    case .stateTransition(let payload): payload
    case .toolCallCompleted(let payload): payload
    case .toolCallStarted(let payload): payload
    case .turnLatency(let payload): payload
    case .userTranscript(let payload): payload
    case .voiceContextApplied(let payload): payload
    case .unknown: nil
    }
  }

  /// The wire name, such as `user_transcript`.
  package var name: String {
    if case .unknown(let event) = self { return event.name.string }
    return kind?.rawValue ?? ""
  }
}

extension ObserverEvent {
  /// What happened, in a few words for a person; protected values only as far as the disclosure
  /// reaches. The text still has to be made safe for a terminal.
  package func summary(_ context: SummaryContext) -> String {
    if case .unknown(let event) = self { return context.content(event.data) }
    return payload?.summary(context) ?? ""
  }
}
