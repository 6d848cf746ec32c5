/// A call of the past as `GET /calls` lists it (contract 3.4, `CallSummary`).
package struct PastCall: Equatable, Sendable, Encodable {
  package var entityID: EntityID?
  package var callSID: CallSID?
  package var direction: OpenEnum<Direction>?
  package var phoneNumber: Protected<PersonalIdentifier>?
  package var callerID: Protected<PersonalIdentifier>?
  package var startedAt: Timestamp?
  package var durationSeconds: Double?
  package var status: OpenEnum<CallStatus>?
  package var escalationStatus: OpenEnum<EscalationStatus>?
  package var turns: Int?
  package var hasRecording: Bool?
  /// 0 to 1.
  package var qualityScore: Double?
  package var finalState: BoundedString?
  package var completionReason: OpenEnum<CompletionReason>?
  package var serviceID: ServiceID?
  /// Whether it was real, or a simulation.
  package var source: BoundedString?

  private enum CodingKeys: String, CodingKey {
    case entityID = "entity_id"
    case callSID = "call_sid"
    case direction
    case phoneNumber = "phone_number"
    case callerID = "caller_id"
    case startedAt = "started_at"
    case durationSeconds = "duration_seconds"
    case status
    case escalationStatus = "escalation_status"
    case turns
    case hasRecording = "has_recording"
    case qualityScore = "quality_score"
    case finalState = "final_state"
    case completionReason = "completion_reason"
    case serviceID = "service_id"
    case source
  }

  /// A call of which nothing is known.
  package init() {}

  /// What `wallboard call` and the platform know it by.
  package var key: String? { callSID?.rawValue ?? entityID?.rawValue }

  /// Who called, or was called.
  package var person: Protected<PersonalIdentifier>? { callerID ?? phoneNumber }

  /// Whether a person was asked for.
  package var isEscalated: Bool {
    guard let escalationStatus else { return completionReason == .escalated }
    return !(escalationStatus == EscalationStatus.none)
  }
}

extension PastCall: FieldReadable {
  /// Throws where nothing names the call.
  package init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    entityID = fields.identifier("entity_id")
    callSID = fields.identifier("call_sid")
    direction = fields.optionalWord("direction")
    phoneNumber = fields.person("phone_number")
    callerID = fields.person("caller_id")
    startedAt = fields.moment("started_at")
    durationSeconds = fields.optional("duration_seconds", in: StoryRange.seconds)
    status = fields.optionalWord("status")
    escalationStatus = fields.optionalWord("escalation_status")
    turns = fields.optional("turns", in: StoryRange.count)
    hasRecording = fields.optional("has_recording")
    qualityScore = fields.optional("quality_score", in: StoryRange.share)
    finalState = fields.text("final_state")
    completionReason = fields.optionalWord("completion_reason")
    serviceID = fields.identifier("service_id")
    source = fields.text("source")
    guard key != nil else { throw FieldFault(.missing).in("entity_id") }
    value.collect(fields)
  }
}

/// What a number of a call may be; any other is of no use, and a fault.
enum StoryRange {
  /// A day.
  static let milliseconds = 0.0...86_400_000
  /// A week.
  static let seconds = 0.0...604_800
  static let share = 0.0...1
  /// From all bad to all good.
  static let valence = -1.0...1
  static let count = 0...1_000_000
}
