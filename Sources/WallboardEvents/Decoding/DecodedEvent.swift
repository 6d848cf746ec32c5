import WallboardWire

/// An event of either vocabulary, and what its payload holds beside the fields of the contract.
package struct DecodedEvent<Event>: ~Copyable {
  package let event: Event
  package let extras: [String: Protected<JSONValue>]
  /// What of the fields was not understood.
  package let faults: FieldFaults
}

extension DecodedEvent<WorkspaceEvent> {
  /// Reads what an event of that name carries.
  package init(named name: String, _ fields: inout FieldReader) throws(FieldFault) {
    try self.init(named: name.utf8.span, &fields)
  }

  /// The field that names an event whose block does not (contract C12).
  static var nameKey: StaticString { "event_type" }

  /// Reads what an event of that name carries. The field that only names the event is no extra.
  init(named name: Span<UInt8>, _ fields: inout FieldReader) throws(FieldFault) {
    if let kind = WorkspaceEvent.Kind.words.word(name) {
      try fields.checkObject()
      fields.skip(Self.nameKey)
      event = try WorkspaceEvent(kind, &fields)
      extras = fields.extras()
      faults = fields.faults
    } else {
      event = .unknown(UnknownEvent(name: Text(String(repairing: name)), data: try fields.rest()))
      extras = [:]
      faults = fields.faults
    }
  }
}

extension DecodedEvent<ObserverEvent> {
  /// The field that names a message's event (contract 1.2).
  static var nameKey: StaticString { "type" }

  /// Reads what an event of that name carries. The field that only names the event is no part of
  /// it.
  package init(named name: String, _ fields: inout FieldReader) throws(FieldFault) {
    if let kind = ObserverEvent.Kind.words.word(name.utf8.span) {
      try fields.checkObject()
      fields.skip(Self.nameKey)
      event = try ObserverEvent(kind, &fields)
      extras = fields.extras()
      faults = fields.faults
    } else {
      fields.skip(Self.nameKey)
      event = .unknown(UnknownEvent(name: Text(name), data: try fields.rest()))
      extras = [:]
      faults = fields.faults
    }
  }
}

/// An event that the contract does not have, kept as it came.
package struct UnknownEvent: Equatable, Sendable {
  /// The wire name.
  package var name: Text
  /// All that it carries.
  package var data: Protected<JSONValue>

  /// An event of that name and content.
  package init(name: Text, data: Protected<JSONValue>) {
    self.name = name
    self.data = data
  }
}

/// A stream event whose payload could not be understood: counted and shown, and nothing else lost.
package struct MalformedEvent: Equatable, Sendable {
  /// The id of its own block.
  package var id: Text?
  /// The name it came under; empty when it had none.
  package var name: Text
  /// When its bytes arrived.
  package var receivedAt: Timestamp
  /// What is wrong, with the path of the field; free of the payload's values.
  package var reason: Text
  /// The payload as it came.
  package var data: Protected<Text>
  /// How many bytes of it were left out, unread, because there were too many; `nil` for one that was
  /// read and not understood.
  package var leftOut: Int?
  /// A hash of id, name and data by which a replayed event is known; 0 when it has no id.
  package var fingerprint: UInt64

  /// An event that could not be understood, and why.
  package init(
    id: Text?, name: Text, receivedAt: Timestamp, reason: Text, data: Protected<Text>,
    fingerprint: UInt64 = 0
  ) {
    self.id = id
    self.name = name
    self.receivedAt = receivedAt
    self.reason = reason
    self.data = data
    self.fingerprint = fingerprint
  }

  /// An event that was left out because it has so many bytes.
  package init(
    id: Text?, name: Text, receivedAt: Timestamp, leftOut bytes: Int, fingerprint: UInt64 = 0
  ) {
    self.init(
      id: id, name: name, receivedAt: receivedAt, reason: Text(Self.sentence(leftOut: bytes)),
      data: Protected(""), fingerprint: fingerprint)
    leftOut = bytes
  }

  /// What happened to it, in a few words for a person.
  package var sentence: String { leftOut == nil ? "not understood: \(reason)" : reason.string }

  /// What is said of one that was left out: `an event of 1.2 MB was left out`.
  package static func sentence(leftOut bytes: Int) -> String {
    let tenths = bytes / 100_000
    return "an event of \(tenths / 10).\(tenths % 10) MB was left out"
  }
}
