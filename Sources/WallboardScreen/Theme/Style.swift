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
