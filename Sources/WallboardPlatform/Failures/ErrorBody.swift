package import WallboardEvents
import WallboardWire

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
      var fields = try? FieldReader(body.span, deepest: FieldReader.deepestAround),
      let detail = fields.optional("detail", Detail.self)?.sentence
    else { return nil }
    let text = Text(sentence: detail)
    return text.isEmpty ? nil : text
  }
}

/// A text, an object or the list of a 422.
private struct Detail: FieldReadable {
  let sentence: String?

  init(_ value: inout ValueReader) throws(FieldFault) {
    switch value.kind {
    case .array:
      let violations: [Violation] = try value.elements()
      sentence = violations.prefix(3).map(\.sentence).joined(separator: "; ")
    case .object: sentence = Self.message(try value.fields())
    case .string: sentence = try value.string()
    case .null, .boolean, .number: sentence = nil
    }
  }

  /// Which of the usual keys an object uses is not documented.
  private static func message(_ fields: consuming FieldReader) -> String? {
    let keys: [StaticString] = ["message", "msg", "detail", "reason", "error"]
    for key in keys {
      if let text = fields.optional(key, String.self) { return text }
    }
    return nil
  }
}

/// One line of a 422.
private struct Violation: FieldReadable {
  let sentence: String

  init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    let place = fields.optional("loc", [Step].self)?.map(\.name).joined(separator: ".") ?? ""
    let message = fields.optional("msg", String.self) ?? "not accepted"
    sentence = place.isEmpty ? message : "\(place): \(message)"
  }
}

/// A key or an index on the way to what a 422 complains of.
private struct Step: FieldReadable {
  let name: String

  init(_ value: inout ValueReader) throws(FieldFault) {
    name = value.kind == .string ? try value.string() : String(try value.integer())
  }
}
