extension VocabularyWord {
  /// The platform's own word, where people say it too.
  package var spoken: String { rawValue.withoutUnderscores }
}

extension OpenEnum where Known: VocabularyWord {
  /// The word as people in a contact centre say it (`Sources/README.md`, "Terms"). What programs read
  /// has the platform's ``word``.
  package var spoken: String {
    switch self {
    case .known(let known): known.spoken
    case .other(let text): text.string.withoutUnderscores
    }
  }
}

extension OpenEnum where Known: VocabularyWord {
  /// As it is shown, and on a line behind that the platform's word where it is another: filters find
  /// both.
  package var sought: String { spoken == words ? spoken : spoken + "\n" + word }
}

extension BoundedString {
  /// A word of which the platform has no list, such as a step, as people read it.
  package var spoken: String { string.withoutUnderscores }
}

extension CompletionReason {
  package var spoken: String {
    switch self {
    case .abandoned: "hung up waiting"
    case .callerHangup: "caller hung up"
    case .forwarded: "transferred"
    case .noInboundAudio: "no caller audio"
    case .terminalState: "last step reached"
    case .timeout: "timed out"
    case .warmTransferCompleted: "warm transfer"
    case .completed, .escalated, .transferred, .error, .voicemail, .cancelled, .noAnswer:
      rawValue.withoutUnderscores
    }
  }
}

extension CallStatus {
  package var spoken: String {
    switch self {
    case .canceled: "cancelled"
    case .inProgress: "in progress"
    case .noAnswer: "no answer"
    case .initiated, .ringing, .completed, .busy, .failed, .unknown: rawValue
    }
  }
}

extension EscalationTrigger {
  package var spoken: String {
    switch self {
    case .caller: "caller wants a person"
    case .ai: "AI asked for help"
    case .operator: "an operator asked"
    }
  }

  /// The same for a narrow column.
  package var brief: String {
    switch self {
    case .caller: "caller asked"
    case .ai: "AI asked"
    case .operator: "op. asked"
    }
  }
}

extension EscalationStatus {
  package var spoken: String {
    switch self {
    case .none: "none"
    case .requested: "waiting for an operator"
    case .connected: "with an operator"
    case .handback: "back with AI"
    case .completed: "over"
    }
  }
}

extension OperatorMode {
  /// What the operator does.
  package var spoken: String {
    switch self {
    case .listen: "monitoring"
    case .takeover: "speaking"
    }
  }
}

extension OperatorStatus {
  package var spoken: String {
    switch self {
    case .online: "available"
    case .busy, .offline: rawValue
    }
  }
}

extension ReviewAction {
  package var spoken: String {
    switch self {
    case .approve: "approved"
    case .reject: "rejected"
    case .correct: "corrected"
    case .batchApprove: "approved together"
    case .batchReject: "rejected together"
    }
  }
}

extension PriorityReason {
  package var spoken: String {
    switch self {
    case .looping: "going in circles"
    case .highRisk, .longWait, .negativeEmotion, .safetyConcern: rawValue.withoutUnderscores
    }
  }
}

extension ParticipantRole {
  package var spoken: String {
    switch self {
    case .agent: "AI"
    case .caller, .operator: rawValue
    }
  }
}

extension EmotionTrend {
  /// An arrow up would be read as *more of it*: of a frustrated caller the opposite is meant.
  package var spoken: String {
    switch self {
    case .improving: "improving"
    case .stable: "steady"
    case .deteriorating: "worsening"
    }
  }
}

extension EmpathyTier {
  package var spoken: String { rawValue.lowercased().withoutUnderscores }
}

extension SurfaceStage {
  /// How far the form came, as people say it.
  package var spoken: String {
    switch self {
    case .created: "not sent"
    case .delivered: "sent"
    case .opened: "opened"
    case .inProgress: "in progress"
    case .submitted: "submitted"
    case .pendingReview: "to review"
    case .approved: "approved"
    case .rejected: "rejected"
    case .archived: "archived"
    }
  }
}

extension BinaryInteger {
  /// So many seconds as `0:42`, `12:07`, `1:02:31`.
  package var stopwatch: String {
    guard self >= 3_600 else { return "\(self / 60):" + (self % 60).twoDigits }
    return "\(self / 3_600):" + (self / 60 % 60).twoDigits + ":" + (self % 60).twoDigits
  }

  /// `07`
  package var twoDigits: String { self < 10 ? "0\(self)" : "\(self)" }
}

extension BinaryInteger {
  /// `1 caller`, `2 callers`.
  package func counted(_ one: String, _ many: String? = nil) -> String {
    "\(self) \(self == 1 ? one : many ?? one + "s")"
  }
}
