/// What one kind of event carries. An optional field may be absent or null.
package protocol EventPayload: Codable, Equatable, Sendable {
  associatedtype CodingKeys: CodingKey, CaseIterable, RawRepresentable<String>
  /// The wire name.
  static var name: String { get }
  /// What happened, in a few words for a person. The text still has to be made safe for a terminal.
  func summary(_ context: SummaryContext) -> String
}

/// One line of a vocabulary: a wire name, its fields, and how its payload becomes an event.
package struct EventEntry<Event>: Sendable {
  /// The wire name.
  package let name: String
  /// The names of the fields that are understood.
  package let fields: Set<String>
  /// Decodes the payload; throws `DecodingError` with the path of the field at fault.
  package let decode: @Sendable (any Decoder) throws -> Event

  init<Payload: EventPayload>(
    _ payload: Payload.Type, as event: @escaping @Sendable (Payload) -> Event
  ) {
    name = Payload.name
    fields = Set(Payload.CodingKeys.allCases.map(\.rawValue))
    decode = { event(try Payload(from: $0)) }
  }
}
