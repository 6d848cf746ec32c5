import FoundationEssentials

/// An event of either vocabulary, and what its payload holds beside the fields of the contract.
struct DecodedEvent<Event> {
  let event: Event
  var extras: [String: Protected<JSONValue>] = [:]
}

extension DecodedEvent {
  /// Decodes the payload of a known event. The field that only names the event is no extra.
  ///
  /// Throws ``EventProblem`` or `DecodingError`.
  init(_ entry: EventEntry<Event>, from decoder: any Decoder, namedBy nameKey: AnyCodingKey) throws
  {
    event = try Self.event(entry, decoder)
    extras = try Self.extras(entry, decoder, nameKey)
  }

  private static func event(_ entry: EventEntry<Event>, _ decoder: any Decoder) throws -> Event {
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
    _ entry: EventEntry<Event>, _ decoder: any Decoder
  ) throws -> [String] {
    let container = try decoder.container(keyedBy: AnyCodingKey.self)
    let keys = container.allKeys.filter { key in
      entry.fields.contains(key.stringValue)
        && container.readable(JSONValue.self, key)?.fitsAnyField != true
    }
    return keys.map(\.stringValue).sorted()
  }

  private static func extras(
    _ entry: EventEntry<Event>, _ decoder: any Decoder, _ nameKey: AnyCodingKey
  ) throws -> [String: Protected<JSONValue>] {
    let container = try decoder.container(keyedBy: AnyCodingKey.self)
    var extras: [String: Protected<JSONValue>] = [:]
    for key in container.allKeys
    where !entry.fields.contains(key.stringValue) && key.stringValue != nameKey.stringValue {
      // A value that Swift cannot hold, such as 1e999, is kept as a field without one.
      let value = container.readable(Protected<JSONValue>.self, key)
      extras[key.stringValue] = value ?? Protected(.null)
    }
    return extras
  }
}

extension AnyCodingKey {
  /// The name that the field of this key gives an event (contract 1.2, C12).
  ///
  /// Throws ``EventProblem/noName`` where there is none, `DecodingError` where it is no string.
  func eventName(_ decoder: any Decoder) throws -> String {
    let container = try decoder.container(keyedBy: AnyCodingKey.self)
    guard let name = try container.decodeIfPresent(String.self, forKey: self), !name.isEmpty
    else { throw EventProblem.noName }
    return name
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
