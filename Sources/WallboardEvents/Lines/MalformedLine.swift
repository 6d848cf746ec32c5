/// The line of what could not be understood.
struct MalformedLine: Encodable {
  let malformed: MalformedEvent
  /// The text as it came, where it may be seen.
  let data: Text?

  func encode(to encoder: any Encoder) throws {
    var line = encoder.container(keyedBy: LineKey.self)
    try line.encode(malformed.id, forKey: .id)
    try line.encode(malformed.name, forKey: .event)
    try line.encode(malformed.receivedAt, forKey: .at)
    try line.encode(malformed.reason, forKey: .malformed)
    try line.encode(data, forKey: .data)
  }
}
