/// Which way a call goes, or what stands in for one (contract 2.5).
package enum Direction: String, VocabularyWord {
  case inbound, outbound, playground, simulated, test

  package static let words = WordTable<Direction>()
}

/// Why a call ended (contract 2.5, `call.ended`).
package enum CompletionReason: String, VocabularyWord {
  case completed, abandoned, escalated, transferred, timeout, error, voicemail, forwarded, cancelled
  case noAnswer = "no_answer"
  case callerHangup = "caller_hangup"
  case terminalState = "terminal_state"
  case warmTransferCompleted = "warm_transfer_completed"
  case noInboundAudio = "no_inbound_audio"

  package static let words = WordTable<CompletionReason>()
}

/// Who asked for a human (contract 2.5, `call.escalated`).
package enum EscalationTrigger: String, VocabularyWord {
  case caller, ai, `operator`

  package static let words = WordTable<EscalationTrigger>()
}

/// Where an escalation stands (contract 4).
package enum EscalationStatus: String, VocabularyWord {
  case none, requested, connected, handback, completed

  package static let words = WordTable<EscalationStatus>()
}

/// How an operator is on a call (contract 4).
package enum OperatorMode: String, VocabularyWord {
  /// Hears, is muted, and the caller does not know.
  case listen
  /// Speaks in the agent's place.
  case takeover

  package static let words = WordTable<OperatorMode>()
}

/// Whether an operator can be reached (contract 2.5).
package enum OperatorStatus: String, VocabularyWord {
  case online, busy, offline

  package static let words = WordTable<OperatorStatus>()
}

/// What became of a voicemail (contract 2.5).
package enum VoicemailStatus: String, VocabularyWord {
  case delivered, skipped, failed
  case notDelivered = "not_delivered"

  package static let words = WordTable<VoicemailStatus>()
}

/// What a reviewer did (contract 2.5).
package enum ReviewAction: String, VocabularyWord {
  case approve, reject, correct
  case batchApprove = "batch_approve"
  case batchReject = "batch_reject"

  package static let words = WordTable<ReviewAction>()
}

/// How much a call may need a human (contract 3.2).
package enum RiskLevel: String, VocabularyWord {
  case low, medium, high, critical

  package static let words = WordTable<RiskLevel>()
}

/// Who takes part in a call (contract 1.5).
package enum ParticipantRole: String, VocabularyWord {
  case caller, agent, `operator`

  package static let words = WordTable<ParticipantRole>()
}

/// What an agent says while it has nothing to say yet (contract 1.5).
package enum FillerType: String, VocabularyWord {
  case empathy, receipt, working

  package static let words = WordTable<FillerType>()
}

/// Where a caller's mood is heading (contract 1.5).
package enum EmotionTrend: String, VocabularyWord {
  case improving, stable, deteriorating

  package static let words = WordTable<EmotionTrend>()
}

/// How much empathy an agent shows (contract 1.5).
package enum EmpathyTier: String, VocabularyWord {
  case functional = "FUNCTIONAL"
  case lightTouch = "LIGHT_TOUCH"
  case fullEmpathy = "FULL_EMPATHY"
  case holdSpace = "HOLD_SPACE"

  package static let words = WordTable<EmpathyTier>()
}

/// Why a call's runtime process went (contract 1.5).
package enum ActorShutdownReason: String, VocabularyWord {
  case callEnded = "call_ended"
  case orphanNoMedia = "orphan_no_media"

  package static let words = WordTable<ActorShutdownReason>()
}
