/// What an event carries, as lines have it: the fields of a known one and, beside them, those that
/// the contract does not have; all of an unknown one.
package struct EventData: Encodable {
  private let payload: (any EventPayload)?
  private let extras: [String: Protected<JSONValue>]
  private let unknown: Protected<JSONValue>?

  /// Whether the contract does not have the event.
  var isUnknown: Bool { unknown != nil }

  /// What a workspace event carries.
  package init(_ received: ReceivedEvent) {
    payload = received.event.payload
    extras = received.extras
    if case .unknown(let event) = received.event { unknown = event.data } else { unknown = nil }
  }

  /// What an event of a followed call carries.
  package init(_ received: ReceivedObserverEvent) {
    payload = received.event.payload
    extras = received.extras
    if case .unknown(let event) = received.event { unknown = event.data } else { unknown = nil }
  }

  package func encode(to encoder: any Encoder) throws {
    if let unknown { return try unknown.encode(to: encoder) }
    try payload?.encode(to: encoder)
    guard !extras.isEmpty else { return }
    var fields = encoder.container(keyedBy: AnyCodingKey.self)
    for (name, value) in extras {
      try fields.encode(value, forKey: AnyCodingKey(stringValue: name))
    }
  }
}

extension WorkspaceEvent {
  /// Reads what ``EventData`` wrote of the event of that name; throws `DecodingError` and the like
  /// for what is no such event.
  package static func read(
    named name: String, from decoder: any Decoder
  ) throws -> (event: WorkspaceEvent, extras: [String: Protected<JSONValue>]) {
    guard let entry = entry(named: name) else {
      return (.unknown(UnknownEvent(name: Text(name), data: try Protected(from: decoder))), [:])
    }
    let decoded = try DecodedEvent(entry, from: decoder, namedBy: EventBody.nameKey)
    return (decoded.event, decoded.extras)
  }
}

extension ObserverEvent {
  /// Reads what ``EventData`` wrote of the event of that name; throws `DecodingError` and the like
  /// for what is no such event.
  package static func read(
    named name: String, from decoder: any Decoder
  ) throws -> (event: ObserverEvent, extras: [String: Protected<JSONValue>]) {
    guard let entry = entry(named: name) else {
      return (.unknown(UnknownEvent(name: Text(name), data: try Protected(from: decoder))), [:])
    }
    let decoded = try DecodedEvent(entry, from: decoder, namedBy: ObserverBody.nameKey)
    return (decoded.event, decoded.extras)
  }
}
