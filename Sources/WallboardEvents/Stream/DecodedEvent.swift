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
