/// Colours and attributes: how something looks.
package struct Style: Hashable, Sendable {
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

  var hasOwnBackground: Bool { background != .terminalDefault }

  /// This style with another laid over it: colours that the other leaves to the terminal shine
  /// through, attributes add up. What is reversed in both is not reversed: that is how a reversed
  /// word stands out of a reversed row. What has a background of its own keeps it.
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

  /// Brighter where the terminal has no weights.
  package static let bold = TextAttributes(rawValue: 1 << 0)
  package static let dim = TextAttributes(rawValue: 1 << 1)
  package static let underline = TextAttributes(rawValue: 1 << 2)
  package static let reverse = TextAttributes(rawValue: 1 << 3)
  /// Where the terminal can.
  package static let italic = TextAttributes(rawValue: 1 << 4)

  /// Every attribute with its name in a theme file.
  package static let names: [(attribute: TextAttributes, name: String)] = [
    (.bold, "bold"), (.dim, "dim"), (.underline, "underline"), (.reverse, "reverse"),
    (.italic, "italic"),
  ]

  /// By its name in a theme file.
  init?(name: String) {
    guard let attribute = Self.names.first(where: { $0.name == name })?.attribute else {
      return nil
    }
    self = attribute
  }
}
