/// The line of an event.
struct EventLine: Encodable {
  private let id: Text?
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
