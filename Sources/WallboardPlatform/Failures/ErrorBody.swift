import FoundationEssentials
package import WallboardEvents

/// What the body of a refusal says (contract 6, "Error body").
package enum ErrorBody {
  /// Bytes of a body that are worth reading.
  package static let longest = 65_536

  /// One line, at most ``Text/sentenceLength`` characters, or `nil` when the body says nothing.
  ///
  /// A 422 quotes what was sent as `input`, which may be somebody's data: only places and messages
  /// are read.
  package static func sentence(from body: [UInt8]) -> Text? {
    guard body.count <= longest,
      let content = try? JSONDecoder().decode(Content.self, from: Data(body)),
      let detail = content.detail?.sentence
    else { return nil }
    let text = Text(sentence: detail)
    return text.isEmpty ? nil : text
  }
}

private struct Content: Decodable {
  let detail: Detail?
}

private enum Detail: Decodable {
  case text(String)
  case object(Message)
  case list([Violation])

  init(from decoder: any Decoder) throws {
    if let list = try? [Violation](from: decoder) {
      self = .list(list)
    } else if let object = try? Message(from: decoder) {
      self = .object(object)
    } else {
      self = .text(try String(from: decoder))
    }
  }

  var sentence: String? {
    switch self {
    case .text(let text): text
    case .object(let object): object.text
    case .list(let list): list.prefix(3).map(\.sentence).joined(separator: "; ")
    }
  }
}

/// A `detail` that is an object; which of the usual keys it uses is not documented.
private struct Message: Decodable {
  let text: String?

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: AnyCodingKey.self)
    text =
      ["message", "msg", "detail", "reason", "error"].lazy
      .compactMap { container.readable(String.self, AnyCodingKey(stringValue: $0)) }
      .first
  }
}

/// One line of a 422.
private struct Violation: Decodable {
  let sentence: String

  private enum Key: String, CodingKey {
    case loc, msg
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let place = container.readable([Step].self, .loc)?.map(\.name).joined(separator: ".") ?? ""
    let message = container.readable(String.self, .msg) ?? "not accepted"
    sentence = place.isEmpty ? message : "\(place): \(message)"
  }
}

/// A key or an index on the way to what a 422 complains of.
private struct Step: Decodable {
  let name: String

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    name = try (try? container.decode(String.self)) ?? String(container.decode(Int.self))
  }
}
