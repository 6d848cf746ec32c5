import FoundationEssentials

/// The body of a request: an object of JSON, refused as the platform's framework refuses it. What was
/// sent comes back in the refusal, as it does there.
struct RequestBody {
  private let fields: JSON

  init(of request: HTTPRequest) throws(Problem) {
    guard !request.body.isEmpty else {
      throw .invalid(["body"], "missing", "Field required", input: JSON.null)
    }
    let type = request.headers["Content-Type"]?.lowercased() ?? ""
    let text = JSON.string(String(decoding: request.body, as: UTF8.self))
    guard let json = type.hasPrefix("application/json") ? JSON(parsing: request.body) : text else {
      throw .invalid(["body", 0], "json_invalid", "JSON decode error", input: [:])
    }
    guard case .object = json else {
      throw .invalid(
        ["body"], "model_attributes_type",
        "Input should be a valid dictionary or object to extract fields from", input: json)
    }
    fields = json
  }

  /// Whether the field is there, be it null.
  func isGiven(_ key: String) -> Bool {
    fields[key] != nil
  }

  /// Whether the field is there and not null.
  func has(_ key: String) -> Bool {
    fields[key] ?? .null != .null
  }

  /// A field of so many characters, which are Unicode code points there.
  func text(_ key: String, _ length: ClosedRange<Int>) throws(Problem) -> String {
    let text = try text(key)
    let count = text.unicodeScalars.count
    guard count >= length.lowerBound else {
      throw invalid(
        key, "string_too_short",
        "String should have at least \(length.lowerBound) character"
          + (length.lowerBound == 1 ? "" : "s"), ["min_length": .integer(length.lowerBound)])
    }
    guard count <= length.upperBound else {
      throw invalid(
        key, "string_too_long", "String should have at most \(length.upperBound) characters",
        ["max_length": .integer(length.upperBound)])
    }
    return text
  }

  /// A word of a vocabulary.
  func word<Word>(_ key: String, of vocabulary: Word.Type) throws(Problem) -> Word
  where Word: RawRepresentable<String> & CaseIterable {
    guard let value = fields[key] else { throw missing(key) }
    guard case .string(let text) = value, let word = Word(rawValue: text) else {
      let words = Word.allCases.map { "'\($0.rawValue)'" }
      let last = words.last ?? ""
      let expected = words.dropLast().joined(separator: ", ") + " or " + last
      throw invalid(
        key, "literal_error", "Input should be \(expected)", ["expected": .string(expected)])
    }
    return word
  }

  private func text(_ key: String) throws(Problem) -> String {
    guard let value = fields[key] else { throw missing(key) }
    guard case .string(let text) = value else {
      throw invalid(key, "string_type", "Input should be a valid string")
    }
    return text
  }

  private func missing(_ key: String) -> Problem {
    .invalid(["body", .string(key)], "missing", "Field required", input: fields)
  }

  private func invalid(
    _ key: String, _ rule: String, _ message: String, _ context: JSON? = nil
  ) -> Problem {
    .invalid(
      ["body", .string(key)], rule, message, input: fields[key] ?? .null, context: context)
  }
}

extension JSON {
  /// Reads a whole text; nothing when it is no JSON. The keys of objects are sorted.
  init?(parsing bytes: [UInt8]) {
    guard let parsed = try? JSONDecoder().decode(ParsedJSON.self, from: Data(bytes)) else {
      return nil
    }
    self = parsed.json
  }
}

private struct ParsedJSON: Decodable {
  let json: JSON

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      json = .null
    } else if let boolean = try? value.decode(Bool.self) {
      json = .boolean(boolean)
    } else if let integer = try? value.decode(Int.self) {
      json = .integer(integer)
    } else if let number = try? value.decode(Double.self) {
      json = .number(number)
    } else if let text = try? value.decode(String.self) {
      json = .string(text)
    } else if let elements = try? value.decode([ParsedJSON].self) {
      json = .array(elements.map(\.json))
    } else {
      let members = try value.decode([String: ParsedJSON].self).sorted { $0.key < $1.key }
      json = .object(members.map { .init(key: $0.key, value: $0.value.json) })
    }
  }
}
