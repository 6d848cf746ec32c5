/// `participant_joined`: Somebody joined the conference.
package struct ParticipantJoined: EventPayload {
  package var participantID: BoundedString
  package var participantRole: OpenEnum<ParticipantRole>?
  package var conferenceSID: BoundedString?
  package var participantName: Protected<PersonalIdentifier>?
  package var displayName: Protected<PersonalIdentifier>?
  package var operatorEntityID: OperatorID?
  package var phoneNumber: Protected<PersonalIdentifier>?

  private enum CodingKeys: String, CodingKey {
    case participantID = "participant_id"
    case participantRole = "participant_role"
    case conferenceSID = "conference_sid"
    case participantName = "participant_name"
    case displayName = "display_name"
    case operatorEntityID = "operator_entity_id"
    case phoneNumber = "phone_number"
  }

  package func summary(_ context: SummaryContext) -> String {
    "\(participantRole.map(context.said) ?? "somebody") joined"
      + context.participant(bestName, operatorEntityID)
  }
}

extension ParticipantJoined {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    participantID = try fields.textKey("participant_id")
    participantRole = fields.required("participant_role")
    conferenceSID = fields.required("conference_sid")
    participantName = fields.optional("participant_name")
    displayName = fields.optional("display_name")
    operatorEntityID = fields.optional("operator_entity_id")
    phoneNumber = fields.optional("phone_number")
  }

  /// What a person is called by on screen, the name before the number.
  package var bestName: Protected<PersonalIdentifier>? {
    displayName ?? participantName ?? phoneNumber
  }
}

/// `participant_left`: Somebody left the conference.
package struct ParticipantLeft: EventPayload {
  package var participantID: BoundedString
  package var participantRole: OpenEnum<ParticipantRole>?
  package var conferenceSID: BoundedString?
  package var displayName: Protected<PersonalIdentifier>?
  package var operatorEntityID: OperatorID?
  package var phoneNumber: Protected<PersonalIdentifier>?

  private enum CodingKeys: String, CodingKey {
    case participantID = "participant_id"
    case participantRole = "participant_role"
    case conferenceSID = "conference_sid"
    case displayName = "display_name"
    case operatorEntityID = "operator_entity_id"
    case phoneNumber = "phone_number"
  }

  package func summary(_ context: SummaryContext) -> String {
    "\(participantRole.map(context.said) ?? "somebody") left"
      + context.participant(displayName, operatorEntityID)
  }
}

extension ParticipantLeft {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    participantID = try fields.textKey("participant_id")
    participantRole = fields.required("participant_role")
    conferenceSID = fields.required("conference_sid")
    displayName = fields.optional("display_name")
    operatorEntityID = fields.optional("operator_entity_id")
    phoneNumber = fields.optional("phone_number")
  }
}

/// `speaker_muted`: A speaker was muted or can be heard again; the platform does not say who.
package struct SpeakerMuted: EventPayload {
  package var muted: Bool?
  /// Only an older page of the documentation has it, and the role; it lacks `muted`.
  package var speakerID: BoundedString?
  package var speakerRole: OpenEnum<ParticipantRole>?

  private enum CodingKeys: String, CodingKey {
    case muted
    case speakerID = "speaker_id"
    case speakerRole = "speaker_role"
  }

  package func summary(_ context: SummaryContext) -> String {
    let who = speakerRole.map { "the \($0.spoken)" }
    return isMuted
      ? context.telling(people: (who ?? "somebody") + " is muted" + untold, programs: "muted")
      : context.telling(
        people: (who ?? "somebody") + " can be heard again" + untold, programs: "no longer muted")
  }

  /// Whoever reads of somebody looks for who it is.
  private var untold: String {
    speakerRole == nil ? " (not known who)" : ""
  }
}

extension SpeakerMuted {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    muted = fields.optional("muted")
    speakerID = fields.optional("speaker_id")
    speakerRole = fields.optional("speaker_role")
  }

  /// Whether the speaker is muted; the older shape told of muting alone.
  package var isMuted: Bool { muted ?? true }
}

/// `media_attached`: The audio of a leg reached the runtime.
package struct MediaAttached: EventPayload {
  package var leg: OpenEnum<ParticipantRole>?

  private enum CodingKeys: String, CodingKey {
    case leg
  }

  package func summary(_ context: SummaryContext) -> String {
    leg.map { "the \(context.said($0)) can be heard" } ?? "the audio has begun"
  }
}

extension MediaAttached {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    leg = fields.required("leg")
  }
}

/// `forward_call_resolved`: What became of a forward.
package struct ForwardCallResolved: EventPayload {
  package var targetNumber: Protected<PersonalIdentifier>?
  package var locationName: Protected<BoundedString>?
  package var result: BoundedString?
  package var error: Protected<BoundedString>?

  private enum CodingKeys: String, CodingKey {
    case targetNumber = "target_number"
    case locationName = "location_name"
    case result
    case error
  }

  package func summary(_ context: SummaryContext) -> String {
    let place = locationName.map { " to " + context.words($0) } ?? ""
    let number = targetNumber.map { " (" + context.person($0, "number") + ")" } ?? ""
    let outcome =
      error.map { ": " + context.words($0) } ?? result.map { ": \(context.said($0))" } ?? ""
    return (error == nil ? "transferred" : "not transferred") + place + number + outcome
  }
}

extension ForwardCallResolved {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    targetNumber = fields.optional("target_number")
    locationName = fields.optional("location_name")
    result = fields.optional("result")
    error = fields.optional("error")
  }
}
