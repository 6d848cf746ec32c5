/// What one kind of workspace event carries. An optional field may be absent or null.
package protocol WorkspaceEventPayload: Codable, Equatable, Sendable {
  associatedtype CodingKeys: CodingKey, CaseIterable, RawRepresentable<String>
  /// The wire name.
  static var name: String { get }
  /// What happened, in a few words for a person. The text still has to be made safe for a terminal.
  func summary(_ context: SummaryContext) -> String
  /// Whether something went wrong that somebody should look into.
  var isProblem: Bool { get }
}

extension WorkspaceEventPayload {
  package var isProblem: Bool { false }
}

/// One line of the vocabulary: a wire name, its fields, and how its payload becomes an event.
package struct WorkspaceEventEntry: Sendable {
  /// The wire name.
  package let name: String
  /// The names of the fields that are understood.
  package let fields: Set<String>
  /// Decodes the payload; throws `DecodingError` with the path of the field at fault.
  package let decode: @Sendable (any Decoder) throws -> WorkspaceEvent

  init<Payload: WorkspaceEventPayload>(
    _ payload: Payload.Type, as event: @escaping @Sendable (Payload) -> WorkspaceEvent
  ) {
    name = Payload.name
    fields = Set(Payload.CodingKeys.allCases.map(\.rawValue))
    decode = { event(try Payload(from: $0)) }
  }

  /// The family, the part of the name before the dot: `call`, `operator`, `surface` ….
  package var family: String { WorkspaceEvent.family(of: name) }
}

extension WorkspaceEvent {
  /// The part of an event's name before the first dot.
  package static func family(of name: String) -> String {
    String(name.prefix { $0 != "." })
  }
}
