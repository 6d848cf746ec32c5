import WallboardScreen

/// Whether terminals may disagree about how many columns a glyph takes.
enum WidthDoubt {
  /// ASCII, and what is wide in every terminal that has it.
  case none

  /// One column; two where the terminal is set so that it suits East Asian fonts (Unicode's annex 11
  /// calls most of these characters ambiguous).
  case ambiguous

  /// Whatever the terminal's version of Unicode says, and how it joins scalars: emoji, marks,
  /// scripts whose letters join.
  case unknown
}

extension Glyph {
  /// How sure its width is. What boards and names are made of has it from a list; the rest is
  /// unknown.
  var widthDoubt: WidthDoubt {
    guard scalarValues.firstMark == 0 else { return .unknown }
    switch base.value {
    case 0x20..<0x7F: return .none
    case 0x7F..<0x300, 0x370..<0x483, 0x48A..<0x590, 0x1E00..<0x2000, 0x2010..<0x2028,
      0x2030..<0x205F, 0x20A0..<0x20C0, 0x2100..<0x2300, 0x2500..<0x2600, 0x2713, 0x2717:
      return width == 1 ? .ambiguous : .unknown
    case 0x3041..<0x3097, 0x30A1..<0x3100, 0x3400..<0x4DC0, 0x4E00..<0xA000, 0xAC00..<0xD7A4,
      0xFF01..<0xFF61:
      return width == 2 ? .none : .unknown
    default: return .unknown
    }
  }
}
