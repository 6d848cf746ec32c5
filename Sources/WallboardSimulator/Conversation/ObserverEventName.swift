/// Every event of a call's observer socket (contract 1.5), by its wire name.
package enum ObserverEventName: String, Sendable, CaseIterable {
  case sessionInfo = "session_info"
  case sessionStart = "session_start"
  case sessionEnd = "session_end"
  case userTranscript = "user_transcript"
  case agentTranscript = "agent_transcript"
  case agentTranscriptDelta = "agent_transcript_delta"
  case bargeIn = "barge_in"
  case toolCallStarted = "tool_call_started"
  case toolCallCompleted = "tool_call_completed"
  case forwardCallResolved = "forward_call_resolved"
  case participantJoined = "participant_joined"
  case participantLeft = "participant_left"
  case speakerMuted = "speaker_muted"
  case emotion
  case compoundEmotion = "compound_emotion"
  case empathyClassified = "empathy_classified"
  case voiceContextApplied = "voice_context_applied"
  case latency
  case navTiming = "nav_timing"
  case stateTransition = "state_transition"
  case mediaAttached = "media_attached"
  case actorAllocated = "actor_allocated"
  case actorShutdown = "actor_shutdown"
}
