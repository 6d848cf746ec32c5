/// `channel.email_bounced`: An e-mail could not be delivered.
package struct ChannelEmailBounced: WorkspaceEventPayload {
  package var emailID: BoundedString
  package var toAddress: Protected<PersonalIdentifier>?
  package var fromAddress: BoundedString?
  package var bounceType: BoundedString?
  package var bounceSubtype: BoundedString?

  private enum CodingKeys: String, CodingKey {
    case emailID = "email_id"
    case toAddress = "to_address"
    case fromAddress = "from_address"
    case bounceType = "bounce_type"
    case bounceSubtype = "bounce_subtype"
  }

  package func summary(_ context: SummaryContext) -> String {
    context.patient("to", toAddress) + (bounceType.map { ", \(context.said($0))" } ?? "")
  }

  package var isProblem: Bool { true }
}

extension ChannelEmailBounced {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    emailID = try fields.textKey("email_id")
    toAddress = fields.required("to_address")
    fromAddress = fields.required("from_address")
    bounceType = fields.optional("bounce_type")
    bounceSubtype = fields.optional("bounce_subtype")
  }
}

/// `channel.email_clicked`: A link of an e-mail was followed.
package struct ChannelEmailClicked: WorkspaceEventPayload {
  package var emailID: BoundedString
  package var toAddress: Protected<PersonalIdentifier>?

  private enum CodingKeys: String, CodingKey {
    case emailID = "email_id"
    case toAddress = "to_address"
  }

  package func summary(_ context: SummaryContext) -> String {
    context.patient("to", toAddress)
  }
}

extension ChannelEmailClicked {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    emailID = try fields.textKey("email_id")
    toAddress = fields.required("to_address")
  }
}

/// `channel.email_complained`: An e-mail was reported as unwanted.
package struct ChannelEmailComplained: WorkspaceEventPayload {
  package var emailID: BoundedString
  package var toAddress: Protected<PersonalIdentifier>?
  package var fromAddress: BoundedString?

  private enum CodingKeys: String, CodingKey {
    case emailID = "email_id"
    case toAddress = "to_address"
    case fromAddress = "from_address"
  }

  package func summary(_ context: SummaryContext) -> String {
    context.patient("to", toAddress)
  }

  package var isProblem: Bool { true }
}

extension ChannelEmailComplained {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    emailID = try fields.textKey("email_id")
    toAddress = fields.required("to_address")
    fromAddress = fields.required("from_address")
  }
}

/// `channel.email_delayed`: An e-mail is late.
package struct ChannelEmailDelayed: WorkspaceEventPayload {
  package var emailID: BoundedString
  package var toAddress: Protected<PersonalIdentifier>?
  package var fromAddress: BoundedString?

  private enum CodingKeys: String, CodingKey {
    case emailID = "email_id"
    case toAddress = "to_address"
    case fromAddress = "from_address"
  }

  package func summary(_ context: SummaryContext) -> String {
    context.patient("to", toAddress)
  }
}

extension ChannelEmailDelayed {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    emailID = try fields.textKey("email_id")
    toAddress = fields.required("to_address")
    fromAddress = fields.required("from_address")
  }
}

/// `channel.email_delivered`: An e-mail arrived.
package struct ChannelEmailDelivered: WorkspaceEventPayload {
  package var emailID: BoundedString
  package var toAddress: Protected<PersonalIdentifier>?
  package var fromAddress: BoundedString?

  private enum CodingKeys: String, CodingKey {
    case emailID = "email_id"
    case toAddress = "to_address"
    case fromAddress = "from_address"
  }

  package func summary(_ context: SummaryContext) -> String {
    context.patient("to", toAddress)
  }
}

extension ChannelEmailDelivered {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    emailID = try fields.textKey("email_id")
    toAddress = fields.required("to_address")
    fromAddress = fields.required("from_address")
  }
}

/// `channel.email_opened`: An e-mail was read.
package struct ChannelEmailOpened: WorkspaceEventPayload {
  package var emailID: BoundedString
  package var toAddress: Protected<PersonalIdentifier>?

  private enum CodingKeys: String, CodingKey {
    case emailID = "email_id"
    case toAddress = "to_address"
  }

  package func summary(_ context: SummaryContext) -> String {
    context.patient("to", toAddress)
  }
}

extension ChannelEmailOpened {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    emailID = try fields.textKey("email_id")
    toAddress = fields.required("to_address")
  }
}

/// `channel.email_received`: A patient answered an e-mail.
package struct ChannelEmailReceived: WorkspaceEventPayload {
  package var inboundEmailID: BoundedString
  package var inReplyToEmailID: BoundedString?
  package var fromAddress: Protected<PersonalIdentifier>?
  package var toAddress: Protected<PersonalIdentifier>?
  package var subject: Protected<BoundedString>?

  private enum CodingKeys: String, CodingKey {
    case inboundEmailID = "inbound_email_id"
    case inReplyToEmailID = "in_reply_to_email_id"
    case fromAddress = "from_address"
    case toAddress = "to_address"
    case subject
  }

  package func summary(_ context: SummaryContext) -> String {
    context.patient("from", fromAddress)
  }
}

extension ChannelEmailReceived {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    inboundEmailID = try fields.textKey("inbound_email_id")
    inReplyToEmailID = fields.required("in_reply_to_email_id")
    fromAddress = fields.required("from_address")
    toAddress = fields.required("to_address")
    subject = fields.required("subject")
  }
}

/// `channel.email_rejected`: An e-mail was not accepted for delivery.
package struct ChannelEmailRejected: WorkspaceEventPayload {
  package var emailID: BoundedString
  package var toAddress: Protected<PersonalIdentifier>?
  package var fromAddress: BoundedString?

  private enum CodingKeys: String, CodingKey {
    case emailID = "email_id"
    case toAddress = "to_address"
    case fromAddress = "from_address"
  }

  package func summary(_ context: SummaryContext) -> String {
    context.patient("to", toAddress)
  }

  package var isProblem: Bool { true }
}

extension ChannelEmailRejected {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    emailID = try fields.textKey("email_id")
    toAddress = fields.required("to_address")
    fromAddress = fields.required("from_address")
  }
}

/// `channel.voicemail_status`: What became of a voicemail.
package struct ChannelVoicemailStatus: WorkspaceEventPayload {
  package var voicemailID: BoundedString
  package var status: OpenEnum<VoicemailStatus>?
  package var recipientPhoneNumber: Protected<PersonalIdentifier>?

  private enum CodingKeys: String, CodingKey {
    case voicemailID = "voicemail_id"
    case status
    case recipientPhoneNumber = "recipient_phone_number"
  }

  package func summary(_ context: SummaryContext) -> String {
    "\(status.map(context.said) ?? "voicemail") " + context.patient("to", recipientPhoneNumber)
  }

  package var isProblem: Bool { status == .failed || status == .notDelivered }
}

extension ChannelVoicemailStatus {
  package init(_ fields: inout FieldReader) throws(FieldFault) {
    voicemailID = try fields.textKey("voicemail_id")
    status = fields.required("status")
    recipientPhoneNumber = fields.required("recipient_phone_number")
  }
}
