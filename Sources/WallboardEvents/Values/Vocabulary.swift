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

/// Where a call of the past stands (contract 3.4).
package enum CallStatus: String, VocabularyWord {
  case initiated, ringing, completed, busy, canceled, failed, unknown
  case inProgress = "in-progress"
  case noAnswer = "no-answer"

  package static let words = WordTable<CallStatus>()
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

/// How an operator takes part in a call (contract 4).
package enum OperatorMode: String, VocabularyWord {
  /// Muted; the caller does not know.
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

/// The platform's estimate of a call's risk (contract 3.2).
package enum RiskLevel: String, VocabularyWord {
  case low, medium, high, critical

  package static let words = WordTable<RiskLevel>()
}

/// Why the platform ranks a call high in its queue (contract 3.2).
package enum PriorityReason: String, VocabularyWord {
  case looping
  case highRisk = "high_risk"
  case longWait = "long_wait"
  case negativeEmotion = "negative_emotion"
  case safetyConcern = "safety_concern"

  package static let words = WordTable<PriorityReason>()
}

/// Who takes part in a call (contract 1.5).
package enum ParticipantRole: String, VocabularyWord {
  case caller, agent, `operator`

  package static let words = WordTable<ParticipantRole>()
}

/// What an agent says to fill a pause while it is not ready to answer (contract 1.5).
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

/// Where a surface is in its life, by our own names (interface, "`snapshot --json`"); REST has
/// others.
package enum SurfaceStage: String, CaseIterable, Encodable, FieldReadable, Sendable {
  case created, delivered, opened, submitted, approved, rejected, archived
  case inProgress = "in_progress"
  case pendingReview = "pending_review"

  /// Nothing more is expected of it. An approved form can still be delivered.
  package var isFinished: Bool {
    switch self {
    case .rejected, .archived: true
    case .created, .delivered, .opened, .inProgress, .submitted, .pendingReview, .approved: false
    }
  }

  /// A review can still come.
  package var awaitsDecision: Bool {
    switch self {
    case .created, .delivered, .opened, .inProgress, .submitted, .pendingReview: true
    case .approved, .rejected, .archived: false
    }
  }

  /// Whether it is the patient's turn.
  package var isWithPatient: Bool {
    switch self {
    case .delivered, .opened, .inProgress: true
    case .created, .submitted, .pendingReview, .approved, .rejected, .archived: false
    }
  }
}

// MARK: - Lines of recordings

// They stand in this module for their speed: here the compiler specialises the reader for them, and
// a recording has a million lines with one word of each.

/// Whom a line of a recording is from.
package enum RecordedSource: String, Encodable, VocabularyWord, FieldReadable {
  /// The workspace's stream.
  case workspace
  /// A followed call's observer socket.
  case observer
  /// A REST read.
  case snapshot
  /// What the platform was asked of what is over.
  case past
  /// The program that recorded.
  case connection

  package static let words = WordTable<RecordedSource>()
}

/// What the program that recorded tells of itself and its connections.
package enum RecordedChange: String, Encodable, VocabularyWord, FieldReadable {
  case connecting, open, waiting, refused, stopped, ended, followed, unfollowed, heard
  case bookmark, note
  case unanswered
  case notFound = "not_found"

  package static let words = WordTable<RecordedChange>()
}

/// What came of asking for what is over.
package enum RecordedPast: String, Encodable, VocabularyWord, FieldReadable {
  case story, calls, failed
  case noStory = "no_story"

  package static let words = WordTable<RecordedPast>()
}

/// How a REST read went.
package enum RecordedRead: String, Encodable, VocabularyWord, FieldReadable {
  case started, read, failed

  package static let words = WordTable<RecordedRead>()
}
