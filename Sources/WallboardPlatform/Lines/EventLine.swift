import WallboardCore

/// The line of an event.
struct EventLine: Encodable {
  let received: ReceivedEvent

  func encode(to encoder: any Encoder) throws {
    var line = encoder.container(keyedBy: LineKey.self)
    try line.encode(received.id, forKey: .id)
    try line.encode(received.event.name, forKey: .event)
    try line.encode(received.at, forKey: .at)
    if case .unknown(let event) = received.event {
      try line.encode(true, forKey: .unknown)
      try line.encode(event.data, forKey: .data)
    } else {
      try line.encode(EventData(received: received), forKey: .data)
    }
  }
}

/// The fields of a known event and, beside them, those that the contract does not have.
private struct EventData: Encodable {
  let received: ReceivedEvent

  func encode(to encoder: any Encoder) throws {
    try received.event.payload?.encode(to: encoder)
    guard !received.extras.isEmpty else { return }
    var fields = encoder.container(keyedBy: AnyCodingKey.self)
    for (name, value) in received.extras {
      try fields.encode(value, forKey: AnyCodingKey(stringValue: name))
    }
  }
}
