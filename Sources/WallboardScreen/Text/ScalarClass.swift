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

/// How many columns a printable scalar takes: two when Unicode calls it Wide or Fullwidth (emoji
/// with default emoji presentation are), else one.
enum CharacterWidth {
  static func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    return value >= firstWide && isWide(value) ? 2 : 1
  }

  private static let firstWide: UInt32 = 0x1100

  private static func isWide(_ value: UInt32) -> Bool {
    var candidates = wideRanges[...]
    while let range = middle(of: candidates) {
      if value < range.element.lowerBound {
        candidates = candidates[..<range.index]
      } else if value > range.element.upperBound {
        candidates = candidates[(range.index + 1)...]
      } else {
        return true
      }
    }
    return false
  }

  private static func middle(
    of ranges: ArraySlice<ClosedRange<UInt32>>
  ) -> (index: Int, element: ClosedRange<UInt32>)? {
    guard !ranges.isEmpty else { return nil }
    let index = ranges.startIndex + ranges.count / 2
    return (index, ranges[index])
  }

  // EastAsianWidth.txt of Unicode 17, W and F. Neighbours are joined where only unassigned scalars
  // and combining marks lie between them: those never reach this table. Regional indicators are
  // left out, they are drawn as letters.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0,
    0x23F3...0x23F3, 0x25FD...0x25FE, 0x2614...0x2615, 0x2630...0x2637, 0x2648...0x2653,
    0x267F...0x267F, 0x268A...0x268F, 0x2693...0x2693, 0x26A1...0x26A1, 0x26AA...0x26AB,
    0x26BD...0x26BE, 0x26C4...0x26C5, 0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA,
    0x26F2...0x26F3, 0x26F5...0x26F5, 0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705,
    0x270A...0x270B, 0x2728...0x2728, 0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755,
    0x2757...0x2757, 0x2795...0x2797, 0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C,
    0x2B50...0x2B50, 0x2B55...0x2B55, 0x2E80...0x3029, 0x3030...0x303E, 0x3041...0x3163,
    0x3165...0x3247, 0x3250...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE10...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x16FE3, 0x16FF2...0x1B2FB,
    0x1D300...0x1D376, 0x1F004...0x1F004, 0x1F0CF...0x1F0CF, 0x1F18E...0x1F18E,
    0x1F191...0x1F19A, 0x1F200...0x1F320, 0x1F32D...0x1F335, 0x1F337...0x1F37C,
    0x1F37E...0x1F393, 0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3, 0x1F3E0...0x1F3F0,
    0x1F3F4...0x1F3F4, 0x1F3F8...0x1F43E, 0x1F440...0x1F440, 0x1F442...0x1F4FC,
    0x1F4FF...0x1F53D, 0x1F54B...0x1F54E, 0x1F550...0x1F567, 0x1F57A...0x1F57A,
    0x1F595...0x1F596, 0x1F5A4...0x1F5A4, 0x1F5FB...0x1F64F, 0x1F680...0x1F6C5,
    0x1F6CC...0x1F6CC, 0x1F6D0...0x1F6D2, 0x1F6D5...0x1F6DF, 0x1F6EB...0x1F6EC,
    0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7F0, 0x1F90C...0x1F93A, 0x1F93C...0x1F945,
    0x1F947...0x1F9FF, 0x1FA70...0x1FAF8, 0x20000...0x3FFFD,
  ]
}
