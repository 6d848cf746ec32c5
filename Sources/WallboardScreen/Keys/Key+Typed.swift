extension Key {
  /// The key behind one character that a terminal sent outside of any escape sequence; nil for what
  /// is no key.
  package init?(typed scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x00: self = .control(" ")
    case 0x08, 0x7F: self = .backspace
    case 0x09: self = .tab
    case 0x0A, 0x0D: self = .enter
    case 0x1B: self = .escape
    case 0x01..<0x1B: self = .control(Self.character(scalar.value + 0x60))
    case 0x1C..<0x20: self = .control(Self.character(scalar.value + 0x40))
    case 0x80..<0xA0: return nil
    default: self = .character(Character(scalar))
    }
  }

  private static func character(_ value: UInt32) -> Character {
    Character(Unicode.Scalar(value) ?? ScalarClass.replacement)
  }
}
