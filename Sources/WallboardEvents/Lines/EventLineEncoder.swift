/// Writes events as lines of JSON (interface, "Lines of `events` and `follow` with `--json`").
package struct EventLineEncoder {
  private let encoder: JSONLineEncoder
  private let disclosure: Disclosure

  package init(_ disclosure: Disclosure) {
    self.disclosure = disclosure
    encoder = JSONLineEncoder(disclosure)
  }

  /// Throws `EncodingError` for a number that is not finite, which no decoded event has.
  package func line(for event: ReceivedEvent) throws -> String {
    try encoder.line(EventLine(event))
  }

  package func line(for event: ReceivedObserverEvent) throws -> String {
    try encoder.line(EventLine(event))
  }

  package func line(for event: MalformedEvent) throws -> String {
    try encoder.line(MalformedLine(malformed: event, data: event.data.reveal(disclosure)))
  }
}

private struct EventLine: Encodable {
  private let id: BoundedString?
  private let name: String
  private let at: Timestamp
  private let data: EventData
  private let faults: FieldFaults

  init(_ received: ReceivedEvent) {
    id = received.id
    name = received.event.name
    at = received.at
    data = EventData(received)
    faults = received.faults
  }

  /// An observer's events have no ids (contract 1.2).
  init(_ received: ReceivedObserverEvent) {
    id = nil
    name = received.event.name
    at = received.at
    data = EventData(received)
    faults = received.faults
  }

  func encode(to encoder: any Encoder) throws {
    var line = encoder.container(keyedBy: LineKey.self)
    try line.encode(id, forKey: .id)
    try line.encode(name, forKey: .event)
    try line.encode(at, forKey: .at)
    if data.isUnknown { try line.encode(true, forKey: .unknown) }
    if !faults.isEmpty { try line.encode(faults.sentences, forKey: .degraded) }
    try line.encode(data, forKey: .data)
  }
}

private struct MalformedLine: Encodable {
  let malformed: MalformedEvent
  /// The payload as it came, where it may be shown.
  let data: BoundedString?

  func encode(to encoder: any Encoder) throws {
    var line = encoder.container(keyedBy: LineKey.self)
    try line.encode(malformed.id, forKey: .id)
    try line.encode(malformed.name, forKey: .event)
    try line.encode(malformed.receivedAt, forKey: .at)
    try line.encode(malformed.reason, forKey: .malformed)
    try line.encode(data, forKey: .data)
  }
}

/// The payload of an event as lines have it: the fields of a known one beside its extra ones, or
/// all of an unknown one.
package struct EventData: Encodable {
  private let payload: (any EventPayload)?
  private let extras: [String: Protected<JSONValue>]
  private let unknown: Protected<JSONValue>?

  fileprivate var isUnknown: Bool { unknown != nil }

  package init(_ received: ReceivedEvent) {
    payload = received.event.payload
    extras = received.extras
    if case .unknown(let event) = received.event { unknown = event.data } else { unknown = nil }
  }

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

private enum LineKey: String, CodingKey {
  case id, event, at, data, unknown, malformed, degraded
}
