/// A string of the platform's, cut to ``Limits/textLength`` characters with a visible mark.
///
/// Every free string of a payload is a `BoundedString`, so that what the board keeps is bounded whatever the
/// network sends.
package struct BoundedString: Hashable, Sendable {
  /// The mark of a cut counts towards the limit.
  package let string: String

  /// Keeps the string, or its beginning and how many characters are missing: `…(+1,204)`.
  package init(_ string: String) {
    self.string = BoundedString.cut(string, to: Limits.textLength)
  }

  package var isEmpty: Bool { string.isEmpty }

  /// This text and what follows it. A text that was cut stays as it is.
  func appending(_ other: BoundedString) -> BoundedString {
    isCut ? self : BoundedString(string + other.string)
  }

  /// Whether this ends in the mark of a cut, or in what reads like one.
  private var isCut: Bool {
    // A mark ends in `)`: most texts need no counting.
    guard string.utf8.last == UInt8(ascii: ")"),
      string.unicodeScalars.count > Limits.textLength - Self.markLength
    else { return false }
    return String(string.unicodeScalars.suffix(Self.markLength)).contains("…(+")
  }

  /// Room for the mark of a cut: `…(+`, the digits of any count in groups, `)`.
  private static let markLength = 29

  static func cut(_ string: consuming String, to limit: Int) -> String {
    // A character has at least one byte: short strings, which are nearly all, need no counting.
    guard string.utf8.count > limit else { return string }
    let scalars = string.unicodeScalars
    let length = scalars.count
    guard length > limit else { return string }
    // The mark fits within the limit, so that a cut text that is read again stays as it is.
    let kept = limit - markLength
    return String(String.UnicodeScalarView(scalars.prefix(kept))) + "…(+\((length - kept).grouped))"
  }
}

extension BoundedString: JSONWritable {
  package func write(to text: inout JSONText) { text.append(string) }
}

extension BoundedString: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) {
    self.init(value)
  }
}

extension BoundedString: CustomStringConvertible {
  package var description: String { string }
}

extension BoundedString: FieldReadable {
  package init(_ value: inout ValueReader) throws(FieldFault) { self.init(try value.string()) }
}

/// A long string of the platform's, such as what a tool answered, cut to ``Limits/longTextLength``
/// characters with a visible mark.
package struct LongText: Hashable, Sendable {
  package let string: String

  package init(_ string: String) {
    self.string = BoundedString.cut(string, to: Limits.longTextLength)
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
  package var isEmpty: Bool { string.isEmpty }
}

extension LongText: FieldReadable {
  package init(_ value: inout ValueReader) throws(FieldFault) { self.init(try value.string()) }
}

extension BoundedString {
  /// Characters of a sentence that a server or a library wrote in part.
  package static let sentenceLength = 300

  /// One line of what others wrote. Control and format characters and runs of white space become
  /// one space, `(2 controls removed)` tells of the former, and the line is cut at
  /// ``sentenceLength`` characters.
  package init(sentence: String) {
    // What is cut in the end need not be looked at; four times the length leaves room for what
    // shrinks.
    let scalars = sentence.unicodeScalars.prefix(4 * BoundedString.sentenceLength)
    let removed = scalars.count { !$0.isPlain && !$0.properties.isWhitespace }
    let plain = scalars.map { $0.isPlain ? $0 : " " }
    let words = String(String.UnicodeScalarView(plain)).split(separator: " ")
    let line = words.joined(separator: " ")
    let mark = "(\(removed) \(removed == 1 ? "control" : "controls") removed)"
    // The note is part of the sentence, and comes after the cut.
    let end = removed == 0 ? "" : line.isEmpty ? mark : " " + mark
    let start = line.unicodeScalars.prefix(BoundedString.sentenceLength - end.unicodeScalars.count)
    let isCut = start.endIndex < line.endIndex
    self.init((isCut ? String(start.dropLast()) + "…" : line) + end)
  }
}

extension Unicode.Scalar {
  /// Neither a control nor a direction mark nor a line separator.
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
  /// `1,204`
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

extension Double {
  /// `0.87`, of 0 to 1.
  package var hundredths: String {
    let hundredths = Int(exactly: (self * 100).rounded()) ?? 0
    return "\(hundredths / 100)." + (hundredths % 100).twoDigits
  }
}
