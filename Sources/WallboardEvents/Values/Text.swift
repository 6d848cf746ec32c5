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

/// A long string of the platform's, such as what a tool answered, cut to ``Limits/longTextLength``
/// characters with a visible mark.
package struct LongText: Hashable, Sendable {
  /// The string, the mark of the cut included.
  package let string: String

  /// Keeps the string, or its beginning and how many characters are missing.
  package init(_ string: String) {
    self.string = Text.cut(string, to: Limits.longTextLength)
  }
}

extension LongText: JSONWritable {
  package func write(to text: inout JSONText) { text.append(string) }
}

extension LongText: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) {
    self.init(value)
  }
}

extension LongText: ProtectedContent {
  package static func isShown(by disclosure: Disclosure) -> Bool { disclosure.words }
  /// Whether there is nothing to protect.
  package var isEmpty: Bool { string.isEmpty }
}

extension LongText: FieldReadable {
  package init(_ value: inout ValueReader) throws(FieldFault) { self.init(try value.string()) }
}

extension Text {
  /// Characters of a sentence that a server or a library had a part in.
  package static let sentenceLength = 300

  /// One line of what others wrote: control and formatting characters and runs of white space
  /// become one space, how many there were of the former is told, and what is longer than
  /// ``sentenceLength`` characters is cut.
  package init(sentence: String) {
    // Nothing that is cut needs to be looked at; four times over leaves room for what shrinks.
    let scalars = sentence.unicodeScalars.prefix(4 * Text.sentenceLength)
    let removed = scalars.count { !$0.isPlain && !$0.properties.isWhitespace }
    let plain = scalars.map { $0.isPlain ? $0 : " " }
    let words = String(String.UnicodeScalarView(plain)).split(separator: " ")
    let line = words.joined(separator: " ")
    let mark = "(\(removed) \(removed == 1 ? "control" : "controls") removed)"
    // The mark is part of the sentence, and stands behind what is cut.
    let end = removed == 0 ? "" : line.isEmpty ? mark : " " + mark
    let start = line.unicodeScalars.prefix(Text.sentenceLength - end.unicodeScalars.count)
    let isCut = start.endIndex < line.endIndex
    self.init((isCut ? String(start.dropLast()) + "…" : line) + end)
  }
}

extension Unicode.Scalar {
  /// Whether this stands for itself on a line: no control, no direction mark, no line separator.
  fileprivate var isPlain: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .spaceSeparator, .unassigned:
      false
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber,
      .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol:
      true
    @unknown default: false
    }
  }
}

extension Int {
  /// The number in groups of three digits: `1,204`.
  package var grouped: String {
    let digits = Array(String(magnitude))
    var result = self < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result.append(",") }
      result.append(digit)
    }
    return result
  }
}
