import FoundationEssentials

/// One message of an observer socket, decoded in one pass over the JSON.
struct ObserverBody: Decodable {
  let decoded: DecodedEvent<ObserverEvent>

  static let nameKey = AnyCodingKey(stringValue: "type")

  /// Decodes the event that the message names itself (contract 1.2).
  ///
  /// Throws ``EventProblem`` or `DecodingError`.
  init(from decoder: any Decoder) throws {
    let name = try ObserverBody.nameKey.eventName(decoder)
    if let entry = ObserverEvent.entry(named: name) {
      decoded = try DecodedEvent(entry, from: decoder, namedBy: ObserverBody.nameKey)
    } else {
      guard case .object(var data) = try? JSONValue(from: decoder) else {
        throw EventProblem.unfit(fields: [])
      }
      data[ObserverBody.nameKey.stringValue] = nil
      let unknown = UnknownEvent(name: Text(name), data: Protected(.object(data)))
      decoded = DecodedEvent(event: .unknown(unknown))
    }
  }
}
