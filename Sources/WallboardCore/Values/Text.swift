/// A string of the platform's, cut to ``Limits/textLength`` characters with a visible mark.
///
/// Every free string of a payload is held as `Text`, so that nothing that the board keeps can be
/// larger than its limit whatever the network sends.
package struct Text: Hashable, Sendable {
  /// The string, at most ``Limits/textLength`` characters and the mark of the cut.
  package let string: String

  /// Keeps the string, or its beginning and how many characters are missing.
  package init(_ string: String) {
    self.string = Text.cut(string, to: Limits.textLength)
  }

  /// Whether there is nothing to show.
  package var isEmpty: Bool { string.isEmpty }

  private static func cut(_ string: String, to limit: Int) -> String {
    // A character has at least one byte: short strings, nearly all, need no counting.
    guard string.utf8.count > limit else { return string }
    let scalars = string.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return string }
    let missing = scalars.distance(from: end, to: scalars.endIndex)
    return String(scalars[..<end]) + "…(+\(missing))"
  }
}

extension Text: Codable {
  package init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(string)
  }
}

extension Text: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) {
    self.init(value)
  }
}

extension Text: CustomStringConvertible {
  package var description: String { string }
}
