/// How something looks.
package struct Style: Hashable, Sendable {
  /// The terminal's own colours and no attribute.
  package static let plain = Style()

  package var foreground: Color
  package var background: Color
  package var attributes: TextAttributes

  /// A style; what is not given is the terminal's own.
  package init(
    _ foreground: Color = .terminalDefault, on background: Color = .terminalDefault,
    _ attributes: TextAttributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// Attributes in the terminal's own colours.
  package init(_ attributes: TextAttributes) {
    self.init(.terminalDefault, on: .terminalDefault, attributes)
  }

  /// Whether it stands out by a background of its own.
  package var hasOwnBackground: Bool { background != .terminalDefault }

  /// This style with another laid over it: colours that the other leaves to the terminal shine
  /// through, attributes add up. What is reversed in both is not: a reversed word stands out of a
  /// reversed row by being upright. What has a background of its own stands out as it is.
  package func overlaid(with other: Style) -> Style {
    var style = self
    style.attributes.formUnion(other.attributes)
    if hasOwnBackground {
      if !attributes.contains(.reverse) { style.attributes.remove(.reverse) }
      return style
    }
    if other.foreground != .terminalDefault { style.foreground = other.foreground }
    style.background = other.background
    if attributes.contains(.reverse), other.attributes.contains(.reverse) {
      style.attributes.remove(.reverse)
    }
    return style
  }
}

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
