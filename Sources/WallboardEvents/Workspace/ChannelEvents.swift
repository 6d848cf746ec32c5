/// `channel.email_bounced`: An e-mail came back.
package struct ChannelEmailBounced: WorkspaceEventPayload {
  package static let name = "channel.email_bounced"
  package var emailID: Text
  package var toAddress: Protected<PersonalIdentifier>
  package var fromAddress: Text
  package var bounceType: Text?
  package var bounceSubtype: Text?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case emailID = "email_id"
    case toAddress = "to_address"
    case fromAddress = "from_address"
    case bounceType = "bounce_type"
    case bounceSubtype = "bounce_subtype"
  }

  package func summary(_ context: SummaryContext) -> String {
    "to " + context.person(toAddress, "patient") + (bounceType.map { ", \($0)" } ?? "")
  }

  package var isProblem: Bool { true }
}

/// `channel.email_clicked`: A link of an e-mail was followed.
package struct ChannelEmailClicked: WorkspaceEventPayload {
  package static let name = "channel.email_clicked"
  package var emailID: Text
  package var toAddress: Protected<PersonalIdentifier>

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case emailID = "email_id"
    case toAddress = "to_address"
  }

  package func summary(_ context: SummaryContext) -> String {
    "to " + context.person(toAddress, "patient")
  }
}

/// `channel.email_complained`: An e-mail was reported as unwanted.
package struct ChannelEmailComplained: WorkspaceEventPayload {
  package static let name = "channel.email_complained"
  package var emailID: Text
  package var toAddress: Protected<PersonalIdentifier>
  package var fromAddress: Text

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case emailID = "email_id"
    case toAddress = "to_address"
    case fromAddress = "from_address"
  }

  package func summary(_ context: SummaryContext) -> String {
    "to " + context.person(toAddress, "patient")
  }

  package var isProblem: Bool { true }
}

/// `channel.email_delayed`: An e-mail is late.
package struct ChannelEmailDelayed: WorkspaceEventPayload {
  package static let name = "channel.email_delayed"
  package var emailID: Text
  package var toAddress: Protected<PersonalIdentifier>
  package var fromAddress: Text

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case emailID = "email_id"
    case toAddress = "to_address"
    case fromAddress = "from_address"
  }

  package func summary(_ context: SummaryContext) -> String {
    "to " + context.person(toAddress, "patient")
  }
}

/// `channel.email_delivered`: An e-mail arrived.
package struct ChannelEmailDelivered: WorkspaceEventPayload {
  package static let name = "channel.email_delivered"
  package var emailID: Text
  package var toAddress: Protected<PersonalIdentifier>
  package var fromAddress: Text

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case emailID = "email_id"
    case toAddress = "to_address"
    case fromAddress = "from_address"
  }

  package func summary(_ context: SummaryContext) -> String {
    "to " + context.person(toAddress, "patient")
  }
}

/// `channel.email_opened`: An e-mail was read.
package struct ChannelEmailOpened: WorkspaceEventPayload {
  package static let name = "channel.email_opened"
  package var emailID: Text
  package var toAddress: Protected<PersonalIdentifier>

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case emailID = "email_id"
    case toAddress = "to_address"
  }

  package func summary(_ context: SummaryContext) -> String {
    "to " + context.person(toAddress, "patient")
  }
}

/// `channel.email_received`: An e-mail was answered.
package struct ChannelEmailReceived: WorkspaceEventPayload {
  package static let name = "channel.email_received"
  package var inboundEmailID: Text
  package var inReplyToEmailID: Text
  package var fromAddress: Protected<PersonalIdentifier>
  package var toAddress: Protected<PersonalIdentifier>
  package var subject: Protected<Text>

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case inboundEmailID = "inbound_email_id"
    case inReplyToEmailID = "in_reply_to_email_id"
    case fromAddress = "from_address"
    case toAddress = "to_address"
    case subject
  }

  package func summary(_ context: SummaryContext) -> String {
    "from " + context.person(fromAddress, "patient")
  }
}

/// `channel.email_rejected`: An e-mail was not accepted for delivery.
package struct ChannelEmailRejected: WorkspaceEventPayload {
  package static let name = "channel.email_rejected"
  package var emailID: Text
  package var toAddress: Protected<PersonalIdentifier>
  package var fromAddress: Text

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case emailID = "email_id"
    case toAddress = "to_address"
    case fromAddress = "from_address"
  }

  package func summary(_ context: SummaryContext) -> String {
    "to " + context.person(toAddress, "patient")
  }

  package var isProblem: Bool { true }
}

/// `channel.voicemail_status`: What became of a voicemail.
package struct ChannelVoicemailStatus: WorkspaceEventPayload {
  package static let name = "channel.voicemail_status"
  package var voicemailID: Text
  package var status: Open<VoicemailStatus>
  package var recipientPhoneNumber: Protected<PersonalIdentifier>

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case voicemailID = "voicemail_id"
    case status
    case recipientPhoneNumber = "recipient_phone_number"
  }

  package func summary(_ context: SummaryContext) -> String {
    "\(status.words) to " + context.person(recipientPhoneNumber, "patient")
  }

  package var isProblem: Bool { status == .failed || status == .notDelivered }
}
