/// Which way a call goes, or what stands in for one (contract 2.5).
package enum Direction: String, CaseIterable, Sendable {
  case inbound, outbound, playground, simulated, test
}

/// Why a call ended (contract 2.5, `call.ended`).
package enum CompletionReason: String, CaseIterable, Sendable {
  case completed, abandoned, escalated, transferred, timeout, error, voicemail, forwarded, cancelled
  case noAnswer = "no_answer"
  case callerHangup = "caller_hangup"
  case terminalState = "terminal_state"
  case warmTransferCompleted = "warm_transfer_completed"
  case noInboundAudio = "no_inbound_audio"
}

/// Who asked for a human (contract 2.5, `call.escalated`).
package enum EscalationTrigger: String, CaseIterable, Sendable {
  case caller, ai, `operator`
}

/// Where an escalation stands (contract 4).
package enum EscalationStatus: String, CaseIterable, Sendable {
  case none, requested, connected, handback, completed
}

/// How an operator is on a call (contract 4).
package enum OperatorMode: String, CaseIterable, Sendable {
  /// Hears, is muted, and the caller does not know.
  case listen
  /// Speaks in the agent's place.
  case takeover
}

/// Whether an operator can be reached (contract 2.5).
package enum OperatorStatus: String, CaseIterable, Sendable {
  case online, busy, offline
}

/// What became of a voicemail (contract 2.5).
package enum VoicemailStatus: String, CaseIterable, Sendable {
  case delivered, skipped, failed
  case notDelivered = "not_delivered"
}

/// What a reviewer did (contract 2.5).
package enum ReviewAction: String, CaseIterable, Sendable {
  case approve, reject, correct
  case batchApprove = "batch_approve"
  case batchReject = "batch_reject"
}

/// How much a call may need a human (contract 3.2).
package enum RiskLevel: String, CaseIterable, Sendable {
  case low, medium, high, critical
}

/// Who takes part in a call (contract 1.5).
package enum ParticipantRole: String, CaseIterable, Sendable {
  case caller, agent, `operator`
}

/// What an agent says while it has nothing to say yet (contract 1.5).
package enum FillerType: String, CaseIterable, Sendable {
  case empathy, receipt, working
}

/// Where a caller's mood is heading (contract 1.5).
package enum EmotionTrend: String, CaseIterable, Sendable {
  case improving, stable, deteriorating
}

/// How much empathy an agent shows (contract 1.5).
package enum EmpathyTier: String, CaseIterable, Sendable {
  case functional = "FUNCTIONAL"
  case lightTouch = "LIGHT_TOUCH"
  case fullEmpathy = "FULL_EMPATHY"
  case holdSpace = "HOLD_SPACE"
}

/// Why a call's runtime process went (contract 1.5).
package enum ActorShutdownReason: String, CaseIterable, Sendable {
  case callEnded = "call_ended"
  case orphanNoMedia = "orphan_no_media"
}
