/// What a person at a board wrote for whoever comes next: the hand-over.
package struct Note: Equatable, Sendable {
  /// When it was written.
  package var at: Timestamp
  package var subject: NoteSubject
  package var text: Protected<BoundedString>

  package init(at time: Timestamp, _ subject: NoteSubject, _ text: Protected<BoundedString>) {
    at = time
    self.subject = subject
    self.text = text
  }
}

/// What a note is about.
package struct NoteSubject: Hashable, Sendable {
  /// The moment: when it was written, or when a line was said.
  package var moment: Timestamp
  package var callSID: CallSID?
  /// The name of an alert's kind.
  package var alert: BoundedString?

  /// A moment, and what of it.
  package init(_ moment: Timestamp, _ callSID: CallSID? = nil, alert: BoundedString? = nil) {
    self.moment = moment
    self.callSID = callSID
    self.alert = alert
  }
}

extension Note: FieldReadable {
  package init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    let time = try fields.key("at", Timestamp.self)
    let text = try fields.key("text", Protected<BoundedString>.self)
    let moment = fields.optional("moment", Timestamp.self) ?? time
    self.init(
      at: time,
      NoteSubject(moment, fields.identifier("call_sid"), alert: fields.text("alert")), text)
    value.collect(fields)
  }
}

extension Note: Encodable {
  private enum CodingKeys: String, CodingKey {
    case at, moment, alert, text
    case callSID = "call_sid"
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(at, forKey: .at)
    try fields.encode(subject.moment, forKey: .moment)
    try fields.encodeIfPresent(subject.callSID, forKey: .callSID)
    try fields.encodeIfPresent(subject.alert, forKey: .alert)
    try fields.encode(text, forKey: .text)
  }
}
