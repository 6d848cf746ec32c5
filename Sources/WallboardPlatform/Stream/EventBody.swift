import FoundationEssentials
import WallboardCore

/// The `data` of one block, decoded in one pass over the JSON.
enum EventBody {
  case event(WorkspaceEvent, extras: [String: Protected<JSONValue>])
  case control(StreamControl)

  /// What makes a body useless although it is JSON.
  enum Problem: Error, CustomStringConvertible {
    case noName

    var description: String {
      switch self {
      case .noName: "no event name"
      }
    }
  }
}

extension EventBody: DecodableWithConfiguration {
  /// Decodes the event of that name; without one, of the name in the data itself (contract C12).
  init(from decoder: any Decoder, configuration name: String?) throws {
    let name = try name ?? EventBody.innerName(decoder)
    if let entry = WorkspaceEvent.entry(named: name) {
      self = .event(
        try entry.decode(decoder), extras: try EventBody.extras(decoder, besides: entry))
    } else if let frame = ControlFrame(rawValue: name) {
      self = .control(frame.read(from: decoder))
    } else {
      let data = Protected(try JSONValue(from: decoder))
      self = .event(.unknown(UnknownEvent(name: Text(name), data: data)), extras: [:])
    }
  }

  private static let innerNameKey = AnyCodingKey(stringValue: "event_type")

  private static func innerName(_ decoder: any Decoder) throws -> String {
    let container = try decoder.container(keyedBy: AnyCodingKey.self)
    guard let name = try container.decodeIfPresent(String.self, forKey: innerNameKey),
      !name.isEmpty
    else { throw Problem.noName }
    return name
  }

  private static func extras(
    _ decoder: any Decoder, besides entry: WorkspaceEventEntry
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
