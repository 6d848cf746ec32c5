/// One block of the stream as the parser dispatched it, and when it came.
struct StreamBlock {
  let id: String?
  let type: String
  let data: String
  let arrival: Timestamp

  /// The name in the `event:` line. The standard's `message` stands for none (contract C12).
  var name: String? {
    type.isEmpty || type == "message" ? nil : type
  }

  func received(_ decoded: DecodedEvent<WorkspaceEvent>) -> ReceivedEvent {
    ReceivedEvent(
      id: id.map { Text($0) }, at: id.flatMap(Timestamp.init(eventID:)) ?? arrival,
      receivedAt: arrival, event: decoded.event, extras: decoded.extras, faults: decoded.faults,
      fingerprint: EventFingerprint.of(id: id, name: decoded.event.name, data: data))
  }

  func malformed(_ fault: FieldFault, name: String?) -> MalformedEvent {
    MalformedEvent(
      id: id.map { Text($0) }, name: Text(name ?? ""), receivedAt: arrival,
      reason: Text(fault.description),
      data: Protected(Text(data)),
      fingerprint: EventFingerprint.of(id: id, name: name ?? "", data: data))
  }
}

extension Timestamp {
  /// When an event happened: what its id names, else its arrival (contract 2.2).
  package init(ofEvent id: Text?, arrivedAt arrival: Timestamp) {
    self = id.flatMap { Timestamp(eventID: $0.string) } ?? arrival
  }

  /// The moment that an event's id names: unix milliseconds of 13 digits, so the years 2001 to
  /// 2286. Anything else, such as a control frame's `0`, is no time.
  init?(eventID: String) {
    guard eventID.utf8.count == 13, eventID.utf8.first != UInt8(ascii: "+"),
      let milliseconds = Int64(eventID), milliseconds >= 1_000_000_000_000
    else { return nil }
    self.init(milliseconds: milliseconds)
  }
}
