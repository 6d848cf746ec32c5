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
