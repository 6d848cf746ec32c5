/// Somebody, or the AI, on a call (contract 3.4, `Participant`).
package struct StoryParticipant: Equatable, Sendable, Encodable {
  package var participantID: Protected<PersonalIdentifier>?
  package var role: OpenEnum<ParticipantRole>?
  package var displayName: Protected<PersonalIdentifier>?
  package var phoneNumber: Protected<PersonalIdentifier>?
  package var joinedAt: Timestamp?
  package var leftAt: Timestamp?

  private enum CodingKeys: String, CodingKey {
    case participantID = "participant_id"
    case role
    case displayName = "display_name"
    case phoneNumber = "phone_number"
    case joinedAt = "joined_at"
    case leftAt = "left_at"
  }
}

extension StoryParticipant: ListedElement {
  static let most = Limits.participants

  package init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    participantID = fields.person("participant_id")
    role = fields.optionalWord("role")
    displayName = fields.person("display_name")
    phoneNumber = fields.person("phone_number")
    joinedAt = fields.moment("joined_at")
    leftAt = fields.moment("left_at")
    value.collect(fields)
  }
}

/// What was said while an operator spoke (contract 3.4, `HumanSegment`).
package struct StorySegment: Equatable, Sendable, Encodable {
  package var speakerRole: OpenEnum<ParticipantRole>?
  package var transcript: Protected<BoundedString>?
  package var at: Timestamp?

  private enum CodingKeys: String, CodingKey {
    case speakerRole = "speaker_role"
    case transcript
    case at = "timestamp"
  }
}

extension StorySegment: ListedElement {
  static let most = Limits.storySegments

  package init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    speakerRole = fields.optionalWord("speaker_role")
    transcript = fields.spoken("transcript")
    at = fields.moment("timestamp")
    value.collect(fields)
  }
}

/// How a person was asked for on a call, and came (contract 3.4, `EscalationState`).
package struct StoryEscalation: Equatable, Sendable, Encodable {
  package var status: OpenEnum<EscalationStatus>?
  package var escalationID: EscalationID?
  package var requestedAt: Timestamp?
  package var connectedAt: Timestamp?
  package var completedAt: Timestamp?
  package var trigger: OpenEnum<EscalationTrigger>?
  package var triggerSource: Protected<BoundedString>?
  package var concept: Protected<BoundedString>?
  package var operatorType: BoundedString?
  package var regulatoryBasis: Protected<BoundedString>?
  package var immediate: Bool?
  /// 0 to 1.
  package var riskScore: Double?
  package var operatorID: OperatorID?
  package var waitSeconds: Double?
  package var handleSeconds: Double?

  private enum CodingKeys: String, CodingKey {
    case status
    case escalationID = "escalation_id"
    case requestedAt = "requested_at"
    case connectedAt = "connected_at"
    case completedAt = "completed_at"
    case trigger
    case triggerSource = "trigger_source"
    case concept
    case operatorType = "operator_type"
    case regulatoryBasis = "regulatory_basis"
    case immediate
    case riskScore = "risk_score"
    case operatorID = "operator_entity_id"
    case waitSeconds = "wait_seconds"
    case handleSeconds = "handle_time_seconds"
  }

  /// Whether a person was asked for at all.
  package var isAny: Bool { status.map { !($0 == EscalationStatus.none) } ?? (requestedAt != nil) }
}

extension StoryEscalation: FieldReadable {
  package init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    status = fields.optionalWord("status")
    escalationID = fields.identifier("escalation_id")
    requestedAt = fields.moment("requested_at")
    connectedAt = fields.moment("connected_at")
    completedAt = fields.moment("completed_at")
    trigger = fields.optionalWord("trigger")
    triggerSource = fields.spoken("trigger_source")
    concept = fields.spoken("concept")
    operatorType = fields.text("operator_type")
    regulatoryBasis = fields.spoken("regulatory_basis")
    immediate = fields.optional("immediate")
    riskScore = fields.optional("risk_score", in: StoryRange.share)
    operatorID = fields.identifier("operator_entity_id")
    waitSeconds = fields.optional("wait_seconds", in: StoryRange.seconds)
    handleSeconds = fields.optional("handle_time_seconds", in: StoryRange.seconds)
    value.collect(fields)
  }
}

extension ParticipantJoined {
  /// What an observer would have heard of it; a story's person has no ID that may be shown.
  package init(_ person: StoryParticipant) {
    participantID = ""
    participantRole = person.role
    displayName = person.displayName
    phoneNumber = person.phoneNumber
  }
}

extension ParticipantLeft {
  /// What an observer would have heard of it.
  package init(_ person: StoryParticipant) {
    participantID = ""
    participantRole = person.role
    displayName = person.displayName ?? person.phoneNumber
  }
}
