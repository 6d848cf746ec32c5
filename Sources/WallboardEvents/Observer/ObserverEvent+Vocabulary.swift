extension ObserverEvent {
  /// Every event of the contract: the one table from which names are known and payloads decoded.
  package static let vocabulary: [EventEntry<ObserverEvent>] = [
    EventEntry(ActorAllocated.self, as: ObserverEvent.actorAllocated),
    EventEntry(ActorShutdown.self, as: ObserverEvent.actorShutdown),
    EventEntry(AgentTranscript.self, as: ObserverEvent.agentTranscript),
    EventEntry(AgentTranscriptDelta.self, as: ObserverEvent.agentTranscriptDelta),
    EventEntry(BargeIn.self, as: ObserverEvent.bargeIn),
    EventEntry(CompoundEmotion.self, as: ObserverEvent.compoundEmotion),
    EventEntry(EmotionEstimate.self, as: ObserverEvent.emotionEstimate),
    EventEntry(EmpathyClassified.self, as: ObserverEvent.empathyClassified),
    EventEntry(ForwardCallResolved.self, as: ObserverEvent.forwardCallResolved),
    EventEntry(MediaAttached.self, as: ObserverEvent.mediaAttached),
    EventEntry(NavigationTiming.self, as: ObserverEvent.navigationTiming),
    EventEntry(ParticipantJoined.self, as: ObserverEvent.participantJoined),
    EventEntry(ParticipantLeft.self, as: ObserverEvent.participantLeft),
    EventEntry(SessionEnd.self, as: ObserverEvent.sessionEnd),
    EventEntry(SessionInfo.self, as: ObserverEvent.sessionInfo),
    EventEntry(SessionStart.self, as: ObserverEvent.sessionStart),
    EventEntry(SpeakerMuted.self, as: ObserverEvent.speakerMuted),
    EventEntry(StateTransition.self, as: ObserverEvent.stateTransition),
    EventEntry(ToolCallCompleted.self, as: ObserverEvent.toolCallCompleted),
    EventEntry(ToolCallStarted.self, as: ObserverEvent.toolCallStarted),
    EventEntry(TurnLatency.self, as: ObserverEvent.turnLatency),
    EventEntry(UserTranscript.self, as: ObserverEvent.userTranscript),
    EventEntry(VoiceContextApplied.self, as: ObserverEvent.voiceContextApplied),
  ]

  private static let byName = Dictionary(
    uniqueKeysWithValues: vocabulary.map { ($0.name, $0) })

  /// The entry of the event of that wire name, or `nil` for one that the contract does not have.
  package static func entry(named name: String) -> EventEntry<ObserverEvent>? {
    byName[name]
  }
}
