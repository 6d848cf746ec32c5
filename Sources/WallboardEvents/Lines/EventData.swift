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

/// Any key of a JSON object.
private struct AnyCodingKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) {
    self.stringValue = stringValue
  }

  init?(intValue: Int) { nil }
}
