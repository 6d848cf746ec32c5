import WallboardWire

/// An event of the stream or of an observer, and what its payload holds beside the contract's
/// fields.
package struct DecodedEvent<Event>: ~Copyable {
  package let event: Event
  package let extras: [String: Protected<JSONValue>]
  package let faults: FieldFaults
}

extension DecodedEvent<WorkspaceEvent> {
  package init(named name: String, _ fields: inout FieldReader) throws(FieldFault) {
    try self.init(named: name.utf8.span, &fields)
  }

  /// The field that names an event whose block does not (contract C12).
  static var nameKey: StaticString { "event_type" }

  /// Reads the payload of an event of that name. The field that names the event is not an extra
  /// one.
  init(named name: Span<UInt8>, _ fields: inout FieldReader) throws(FieldFault) {
    if let kind = WorkspaceEvent.Kind.words.word(name) {
      try fields.checkObject()
      fields.skip(Self.nameKey)
      event = try WorkspaceEvent(kind, &fields)
      extras = fields.extras()
      faults = fields.faults
    } else {
      event = .unknown(
        UnknownEvent(name: BoundedString(String(repairing: name)), data: try fields.rest()))
      extras = [:]
      faults = fields.faults
    }
  }
}

extension DecodedEvent<ObserverEvent> {
  /// The field that names a message's event (contract 1.2).
  static var nameKey: StaticString { "type" }

  /// Reads the payload of an event of that name. The field that names the event is no part of it.
  package init(named name: String, _ fields: inout FieldReader) throws(FieldFault) {
    if let kind = ObserverEvent.Kind.words.word(name.utf8.span) {
      try fields.checkObject()
      fields.skip(Self.nameKey)
      event = try ObserverEvent(kind, &fields)
      extras = fields.extras()
      faults = fields.faults
    } else {
      fields.skip(Self.nameKey)
      event = .unknown(UnknownEvent(name: BoundedString(name), data: try fields.rest()))
      extras = [:]
      faults = fields.faults
    }
  }
}

/// An event that the contract does not know, kept as it came.
package struct UnknownEvent: Equatable, Sendable {
  /// The wire name.
  package var name: BoundedString
  /// The whole payload.
  package var data: Protected<JSONValue>

  package init(name: BoundedString, data: Protected<JSONValue>) {
    self.name = name
    self.data = data
  }
}

/// An event whose payload could not be understood: it is counted and shown, and no other is lost by
/// it.
package struct MalformedEvent: Equatable, Sendable {
  /// The id of its own block.
  package var id: BoundedString?
  /// The name it came under; empty when it had none.
  package var name: BoundedString
  /// When its bytes arrived.
  package var receivedAt: Timestamp
  /// What is wrong, with the path of the field; it holds no value of the payload.
  package var reason: BoundedString
  /// The payload as it came.
  package var data: Protected<BoundedString>
  /// The bytes of its payload, which were skipped unread because there were too many; `nil` for one
  /// that was read and not understood.
  package var leftOut: Int?
  /// As in ``ReceivedEvent``.
  package var fingerprint: UInt64

  package init(
    id: BoundedString?, name: BoundedString, receivedAt: Timestamp, reason: BoundedString,
    data: Protected<BoundedString>,
    fingerprint: UInt64 = 0
  ) {
    self.id = id
    self.name = name
    self.receivedAt = receivedAt
    self.reason = reason
    self.data = data
    self.fingerprint = fingerprint
  }

  /// An event that was skipped for its size.
  package init(
    id: BoundedString?, name: BoundedString, receivedAt: Timestamp, leftOut bytes: Int,
    fingerprint: UInt64 = 0
  ) {
    self.init(
      id: id, name: name, receivedAt: receivedAt,
      reason: BoundedString(Self.sentence(leftOut: bytes)),
      data: Protected(""), fingerprint: fingerprint)
    leftOut = bytes
  }

  package var sentence: String { leftOut == nil ? "not understood: \(reason)" : reason.string }

  /// `an event of 1.2 MB was left out`
  package static func sentence(leftOut bytes: Int) -> String {
    let tenths = bytes / 100_000
    return "an event of \(tenths / 10).\(tenths % 10) MB was left out"
  }
}
