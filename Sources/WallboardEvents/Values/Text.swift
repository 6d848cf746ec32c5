/// A string of the platform's, cut to ``Limits/textLength`` characters with a visible mark.
///
/// Every free string of a payload is held as `Text`, so that nothing that the board keeps can be
/// larger than its limit whatever the network sends.
package struct Text: Hashable, Sendable {
  /// The string, at most ``Limits/textLength`` characters, the mark of the cut included.
  package let string: String

  /// Keeps the string, or its beginning and how many characters are missing.
  package init(_ string: String) {
    self.string = Text.cut(string, to: Limits.textLength)
  }

  /// Whether there is nothing to show.
  package var isEmpty: Bool { string.isEmpty }

  /// This text and what follows it. One that was cut stays as it is.
  func appending(_ other: Text) -> Text {
    isCut ? self : Text(string + other.string)
  }

  /// Whether this ends in the mark of a cut; one that only reads like it is taken for one.
  private var isCut: Bool {
    // A mark ends in this byte: most texts need no counting.
    guard string.utf8.last == UInt8(ascii: ")"),
      string.unicodeScalars.count > Limits.textLength - Self.markLength
    else { return false }
    return String(string.unicodeScalars.suffix(Self.markLength)).contains("…(+")
  }

  /// Room for the mark of a cut: `…(+`, the digits of any count in groups, `)`.
  private static let markLength = 29

  static func cut(_ string: consuming String, to limit: Int) -> String {
    // A character has at least one byte: short strings, nearly all, need no counting.
    guard string.utf8.count > limit else { return string }
    let scalars = string.unicodeScalars
    let length = scalars.count
    guard length > limit else { return string }
    // The mark fits within the limit: a text that was cut and is read again stays as it is.
    let kept = limit - markLength
    return String(String.UnicodeScalarView(scalars.prefix(kept))) + "…(+\((length - kept).grouped))"
  }
}

extension Text: JSONWritable {
  package func write(to text: inout JSONText) { text.append(string) }
}

extension Text: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) {
    self.init(value)
  }
}

extension Text: CustomStringConvertible {
  package var description: String { string }
}

extension Text: FieldReadable {
  package init(_ value: inout ValueReader) throws(FieldFault) { self.init(try value.string()) }
}
