/// How a cell differs from its role's ordinary look. A theme says what each flag means in colour;
/// without colour the flags still show.
package struct Emphasis: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Belongs to the selected row of the focused panel.
  package static let selected = Emphasis(rawValue: 1 << 0)

  /// Recedes: the data is old, or the panel is not in use.
  package static let dim = Emphasis(rawValue: 1 << 1)

  /// Heavier, or brighter where the terminal has no weights.
  package static let bold = Emphasis(rawValue: 1 << 2)
  /// With a line below.
  package static let underline = Emphasis(rawValue: 1 << 3)
  /// With foreground and background exchanged.
  package static let reverse = Emphasis(rawValue: 1 << 4)

  /// Every flag with its name in a dump.
  static let names: [(flag: Emphasis, name: String)] = [
    (.selected, "selected"), (.dim, "dim"), (.bold, "bold"), (.underline, "underline"),
    (.reverse, "reverse"),
  ]
}
