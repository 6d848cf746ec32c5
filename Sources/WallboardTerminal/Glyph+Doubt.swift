import WallboardScreen

extension Glyph {
  /// Whether terminals may disagree about how many columns it takes: emoji, which grew wide from one
  /// version of Unicode to the next, marks, and scripts whose letters join. What boards and names
  /// are made of is beyond doubt.
  var isOfDoubtfulWidth: Bool {
    guard scalarValues.firstMark == 0 else { return true }
    switch base.value {
    case 0x20..<0x300, 0x370..<0x483, 0x48A..<0x590, 0x1E00..<0x2000, 0x2010..<0x2028,
      0x2030..<0x205F, 0x20A0..<0x20C0, 0x2100..<0x2300, 0x2500..<0x2600:
      return width != 1
    case 0x2713, 0x2717: return width != 1
    case 0x3041..<0x3097, 0x30A1..<0x3100, 0x3400..<0x4DC0, 0x4E00..<0xA000, 0xAC00..<0xD7A4,
      0xFF01..<0xFF61:
      return width != 2
    default: return true
    }
  }
}
