/// What an alert can be about; the raw value is its name in `config.toml`.
package enum AlertKind: String, CaseIterable, Sendable {
  /// A caller has asked for a human; seconds.
  case escalationWaiting = "escalation_waiting"
  /// A call lasts; seconds.
  case callTooLong = "call_too_long"
  /// Operators are registered and none of them is online or busy; 1.
  case noOperatorOnline = "no_operator_online"
  /// An operator is busy and on no call; seconds.
  case operatorBusyWithoutCall = "operator_busy_without_call"
  /// A form waits for somebody of the house, to be sent or reviewed; seconds in its stage.
  case surfaceStuck = "surface_stuck"
  /// Errors of one pipeline source in the last ten minutes.
  case pipelineError = "pipeline_error"
  /// Failures of one trigger in the last ten minutes.
  case triggerFailed = "trigger_failed"
  /// E-mails and voicemails that were not delivered in the last ten minutes.
  case deliveryFailed = "delivery_failed"
  /// Nothing was heard from the stream; seconds.
  case streamStale = "stream_stale"
  /// No call has started for so many times the usual pause between two.
  case unusualSilence = "unusual_silence"
}

/// How bad it is.
package enum Severity: Int, Comparable, CaseIterable, Sendable {
  case warning, critical

  package static func < (left: Severity, right: Severity) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// What an alert is about.
package enum AlertSubject: Hashable, Sendable {
  case workspace
  case call(CallSID)
  case `operator`(OperatorID)
  case surface(SurfaceID)
  /// A trigger, or a source of a pipeline.
  case source(Text)
}

/// One thing that can go wrong with one subject. While it lasts it is one incident.
package struct AlertKey: Hashable, Sendable {
  package let kind: AlertKind
  package let subject: AlertSubject

  /// That kind of alert about that subject.
  package init(_ kind: AlertKind, _ subject: AlertSubject = .workspace) {
    self.kind = kind
    self.subject = subject
  }
}

/// An incident: raised, perhaps acknowledged, at last resolved.
package struct Alert: Equatable, Sendable {
  /// Counts up; an incident keeps its number.
  package let number: UInt64
  package let key: AlertKey
  /// How bad it is; once resolved, how bad it was.
  package var severity: Severity
  /// The newest value, in the unit of the kind; once resolved, the worst.
  package var value: Double
  /// Since when the condition holds.
  package let since: Timestamp
  /// When it was raised: later than `since` by what the rule demands.
  package let raisedAt: Timestamp
  /// When a person took note of it.
  package var acknowledgedAt: Timestamp?
  package var resolvedAt: Timestamp?

  /// Whether it lasts and nobody took note of it.
  package var needsAttention: Bool { resolvedAt == nil && acknowledgedAt == nil }
}
