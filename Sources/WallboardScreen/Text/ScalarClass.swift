/// What a scalar from the outside world becomes on the screen. Every text passes through this
/// classification, so nothing that a caller says or a form contains can steer the terminal.
package enum ScalarClass: Hashable, Sendable {
  /// Drawn as it is, in this many columns.
  case printable(width: Int)

  /// Drawn over the scalar before it, in no column of its own.
  case mark

  /// Ends a line.
  case lineBreak

  /// White space other than a line break, of whatever width: drawn as one space.
  case space

  /// Harmless, but terminals disagree about its width or effect (joiners, variation selectors, skin
  /// tones, soft hyphens): left out, so that what it would join stands side by side.
  case joiner

  /// Harmless, and drawn as another scalar for the same reason.
  case alias(Unicode.Scalar)

  /// Could steer the terminal or mislead the reader: drawn as its stand-in, or not at all.
  case unsafe(standIn: Unicode.Scalar?)

  /// What the scalar may do on a screen.
  package init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    // What names and boards are made of need not pay for looking up properties: Latin, Cyrillic,
    // punctuation, arrows, boxes and shapes; then ideographs and Korean syllables.
    case 0x20..<0x7F, 0xA1..<0xAD, 0xAE..<0x300, 0x400..<0x483, 0x1E00..<0x1F00, 0x2010..<0x2028,
      0x2190..<0x2200, 0x2500..<0x25FD:
      self = .printable(width: 1)
    case 0x4E00..<0xA000, 0xAC00...0xD7A3: self = .printable(width: 2)
    case 0x0A...0x0D, 0x85: self = .lineBreak
    case 0x09: self = .space
    case ..<0x20, 0x7F: self = .unsafe(standIn: Self.controlPicture(of: scalar))
    case 0x80..<0xA0: self = .unsafe(standIn: Self.replacement)
    case 0xAD, 0x200C, 0x200D, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF, 0xE0100...0xE01EF:
      self = .joiner
    // Conjoining vowels and final consonants complete the syllable before them.
    case 0x1161...0x11FF, 0xD7B0...0xD7C6, 0xD7CB...0xD7FB: self = .mark
    case 0x1F1E6...0x1F1FF: self = .alias(Self.letter(of: scalar))
    default: self.init(properties: scalar)
    }
  }

  /// Stands for what cannot be shown.
  package static let replacement: Unicode.Scalar = "\u{FFFD}"

  // Default_Ignorable_Code_Point holds all twelve bidi controls, zero-width characters, the
  // invisible operators, fillers and tag characters.
  private init(properties scalar: Unicode.Scalar) {
    if scalar.properties.isDefaultIgnorableCodePoint {
      self = .unsafe(standIn: nil)
    } else {
      self.init(category: scalar)
    }
  }

  private init(category scalar: Unicode.Scalar) {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: self = .mark
    case .spaceSeparator: self = .space
    case .lineSeparator, .paragraphSeparator: self = .lineBreak
    case .control, .format: self = .unsafe(standIn: nil)
    case .surrogate, .privateUse, .unassigned: self = .unsafe(standIn: Self.replacement)
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .spacingMark, .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation,
      .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol,
      .otherSymbol:
      self = .printable(width: CharacterWidth.columns(of: scalar))
    @unknown default: self = .unsafe(standIn: Self.replacement)
    }
  }

  private static func controlPicture(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    scalar == "\u{7F}" ? "\u{2421}" : Unicode.Scalar(0x2400 + scalar.value)
  }

  // Half the terminals draw a pair of regional indicators as one flag, half as two letters.
  private static func letter(of indicator: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(indicator.value - 0x1F1E6 + 0x41) ?? replacement
  }
}
