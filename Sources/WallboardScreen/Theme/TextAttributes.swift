/// What a terminal can do to text besides colouring it.
package struct TextAttributes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Heavier, or brighter where the terminal has no weights.
  package static let bold = TextAttributes(rawValue: 1 << 0)
  /// Fainter.
  package static let dim = TextAttributes(rawValue: 1 << 1)
  /// With a line below.
  package static let underline = TextAttributes(rawValue: 1 << 2)
  /// With foreground and background exchanged.
  package static let reverse = TextAttributes(rawValue: 1 << 3)
  /// Slanted, where the terminal can.
  package static let italic = TextAttributes(rawValue: 1 << 4)

  /// Every attribute with its name in a theme file.
  package static let names: [(attribute: TextAttributes, name: String)] = [
    (.bold, "bold"), (.dim, "dim"), (.underline, "underline"), (.reverse, "reverse"),
    (.italic, "italic"),
  ]

  /// The attribute that a theme's file calls so.
  init?(name: String) {
    guard let attribute = Self.names.first(where: { $0.name == name })?.attribute else {
      return nil
    }
    self = attribute
  }
}
