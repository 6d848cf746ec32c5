import WallboardCore

/// The line of an event.
struct EventLine: Encodable {
  private let id: Text?
  private let name: String
  private let at: Timestamp
  private let content: Content

  private enum Content {
    case known(EventData)
    case unknown(Protected<JSONValue>)
  }

  init(_ received: ReceivedEvent) {
    id = received.id
    name = received.event.name
    at = received.at
    if case .unknown(let event) = received.event {
      content = .unknown(event.data)
    } else {
      content = .known(EventData(payload: received.event.payload, extras: received.extras))
    }
  }

  /// An observer's events have no ids (contract 1.2).
  init(_ received: ReceivedObserverEvent) {
    id = nil
    name = received.event.name
    at = received.at
    if case .unknown(let event) = received.event {
      content = .unknown(event.data)
    } else {
      content = .known(EventData(payload: received.event.payload, extras: received.extras))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var line = encoder.container(keyedBy: LineKey.self)
    try line.encode(id, forKey: .id)
    try line.encode(name, forKey: .event)
    try line.encode(at, forKey: .at)
    switch content {
    case .known(let data):
      try line.encode(data, forKey: .data)
    case .unknown(let data):
      try line.encode(true, forKey: .unknown)
      try line.encode(data, forKey: .data)
    }
  }
}

/// The fields of a known event and, beside them, those that the contract does not have.
private struct EventData: Encodable {
  let payload: (any EventPayload)?
  let extras: [String: Protected<JSONValue>]

  func encode(to encoder: any Encoder) throws {
    try payload?.encode(to: encoder)
    guard !extras.isEmpty else { return }
    var fields = encoder.container(keyedBy: AnyCodingKey.self)
    for (name, value) in extras {
      try fields.encode(value, forKey: AnyCodingKey(stringValue: name))
    }
  }
}
