import FoundationEssentials
import WallboardCore

/// The `data` of one block, decoded in one pass over the JSON.
enum EventBody {
  case event(WorkspaceEvent, extras: [String: Protected<JSONValue>])
  case control(StreamControl)
}

extension EventBody: DecodableWithConfiguration {
  /// Decodes the event of that name; without one, of the name in the data itself (contract C12).
  ///
  /// Throws ``EventProblem`` or `DecodingError`.
  init(from decoder: any Decoder, configuration name: String?) throws {
    let name = try name ?? EventBody.innerName(decoder)
    if let entry = WorkspaceEvent.entry(named: name) {
      self = .event(
        try EventBody.event(entry, decoder), extras: try EventBody.extras(entry, decoder))
    } else if let frame = ControlFrame(rawValue: name) {
      self = .control(frame.read(from: decoder))
    } else {
      guard let data = try? JSONValue(from: decoder) else { throw EventProblem.unfit(fields: []) }
      self = .event(.unknown(UnknownEvent(name: Text(name), data: Protected(data))), extras: [:])
    }
  }

  private static let innerNameKey = AnyCodingKey(stringValue: "event_type")

  private static func innerName(_ decoder: any Decoder) throws -> String {
    let container = try decoder.container(keyedBy: AnyCodingKey.self)
    guard let name = try container.decodeIfPresent(String.self, forKey: innerNameKey),
      !name.isEmpty
    else { throw EventProblem.noName }
    return name
  }

  private static func event(
    _ entry: EventEntry<WorkspaceEvent>, _ decoder: any Decoder
  ) throws -> WorkspaceEvent {
    do {
      return try entry.decode(decoder)
    } catch let error as DecodingError {
      throw error
    } catch {
      // A value that Swift cannot hold: JSONDecoder's error does not say whose it is.
      throw EventProblem.unfit(fields: try suspects(entry, decoder))
    }
  }

  private static func suspects(
    _ entry: EventEntry<WorkspaceEvent>, _ decoder: any Decoder
  ) throws -> [String] {
    let container = try decoder.container(keyedBy: AnyCodingKey.self)
    let keys = container.allKeys.filter { key in
      entry.fields.contains(key.stringValue)
        && container.readable(JSONValue.self, key)?.fitsAnyField != true
    }
    return keys.map(\.stringValue).sorted()
  }

  private static func extras(
    _ entry: EventEntry<WorkspaceEvent>, _ decoder: any Decoder
  ) throws -> [String: Protected<JSONValue>] {
    let container = try decoder.container(keyedBy: AnyCodingKey.self)
    var extras: [String: Protected<JSONValue>] = [:]
    for key in container.allKeys
    where !entry.fields.contains(key.stringValue) && key.stringValue != innerNameKey.stringValue {
      // A value that Swift cannot hold, such as 1e999, is kept as a field without one.
      extras[key.stringValue] = Protected(container.readable(JSONValue.self, key) ?? .null)
    }
    return extras
  }
}

extension JSONValue {
  /// Whether this is no number that a whole number cannot hold.
  fileprivate var fitsAnyField: Bool {
    switch self {
    case .number(let number): Int(exactly: number) != nil
    case .null, .bool, .string, .array, .object: true
    }
  }
}
