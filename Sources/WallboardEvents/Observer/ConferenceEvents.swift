/// `participant_joined`: Somebody joined the conference.
package struct ParticipantJoined: EventPayload {
  package static let name = "participant_joined"
  package var participantID: Text
  package var participantRole: Open<ParticipantRole>
  package var conferenceSID: Text
  package var participantName: Protected<PersonalIdentifier>?
  package var displayName: Protected<PersonalIdentifier>?
  package var operatorEntityID: OperatorID?
  package var phoneNumber: Protected<PersonalIdentifier>?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case participantID = "participant_id"
    case participantRole = "participant_role"
    case conferenceSID = "conference_sid"
    case participantName = "participant_name"
    case displayName = "display_name"
    case operatorEntityID = "operator_entity_id"
    case phoneNumber = "phone_number"
  }

  package func summary(_ context: SummaryContext) -> String {
    "\(participantRole.word) joined" + context.participant(bestName, operatorEntityID)
  }
}

/// `participant_left`: Somebody left the conference.
package struct ParticipantLeft: EventPayload {
  package static let name = "participant_left"
  package var participantID: Text
  package var participantRole: Open<ParticipantRole>
  package var conferenceSID: Text
  package var displayName: Protected<PersonalIdentifier>?
  package var operatorEntityID: OperatorID?
  package var phoneNumber: Protected<PersonalIdentifier>?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case participantID = "participant_id"
    case participantRole = "participant_role"
    case conferenceSID = "conference_sid"
    case displayName = "display_name"
    case operatorEntityID = "operator_entity_id"
    case phoneNumber = "phone_number"
  }

  package func summary(_ context: SummaryContext) -> String {
    "\(participantRole.word) left" + context.participant(displayName, operatorEntityID)
  }
}

/// `speaker_muted`: A speaker was muted or can be heard again; the platform does not say who.
package struct SpeakerMuted: EventPayload {
  package static let name = "speaker_muted"
  package var muted: Bool?
  /// Only an older page of the documentation has it, and the role; it lacks `muted`.
  package var speakerID: Text?
  package var speakerRole: Open<ParticipantRole>?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case muted
    case speakerID = "speaker_id"
    case speakerRole = "speaker_role"
  }

  package func summary(_ context: SummaryContext) -> String {
    isMuted ? "muted" : "no longer muted"
  }
}

/// `media_attached`: The audio of a leg reached the runtime.
package struct MediaAttached: EventPayload {
  package static let name = "media_attached"
  package var leg: Open<ParticipantRole>

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case leg
  }

  package func summary(_ context: SummaryContext) -> String {
    "audio of the \(leg.word) is there"
  }
}

/// `forward_call_resolved`: What became of a forward.
package struct ForwardCallResolved: EventPayload {
  package static let name = "forward_call_resolved"
  package var targetNumber: Protected<PersonalIdentifier>?
  package var locationName: Protected<Text>?
  package var result: Text?
  package var error: Protected<Text>?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case targetNumber = "target_number"
    case locationName = "location_name"
    case result
    case error
  }

  package func summary(_ context: SummaryContext) -> String {
    let place = locationName.map { " to " + context.words($0) } ?? ""
    let number = targetNumber.map { " (" + context.person($0, "number") + ")" } ?? ""
    let outcome = error.map { ": failed, " + context.words($0) } ?? result.map { ": \($0)" } ?? ""
    return "forwarded" + place + number + outcome
  }
}

extension ParticipantJoined {
  /// What a person is called by on screen, the name before the number.
  package var bestName: Protected<PersonalIdentifier>? {
    displayName ?? participantName ?? phoneNumber
  }
}

extension SpeakerMuted {
  /// Whether the speaker is muted; the older shape told of muting alone.
  package var isMuted: Bool { muted ?? true }
}
