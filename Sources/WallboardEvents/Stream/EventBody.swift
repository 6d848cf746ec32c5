import FoundationEssentials

/// The `data` of one block, decoded in one pass over the JSON.
enum EventBody {
  case event(DecodedEvent<WorkspaceEvent>)
  case control(StreamControl)
}

extension EventBody: DecodableWithConfiguration {
  static let nameKey = AnyCodingKey(stringValue: "event_type")

  /// Decodes the event of that name; without one, of the name in the data itself (contract C12).
  ///
  /// Throws ``EventProblem`` or `DecodingError`.
  init(from decoder: any Decoder, configuration name: String?) throws {
    let name = try name ?? EventBody.nameKey.eventName(decoder)
    if let entry = WorkspaceEvent.entry(named: name) {
      self = .event(try DecodedEvent(entry, from: decoder, namedBy: EventBody.nameKey))
    } else if let frame = ControlFrame(rawValue: name) {
      self = .control(frame.read(from: decoder))
    } else {
      guard let data = try? JSONValue(from: decoder) else { throw EventProblem.unfit(fields: []) }
      let unknown = UnknownEvent(name: Text(name), data: Protected(data))
      self = .event(DecodedEvent(event: .unknown(unknown)))
    }
  }
}
