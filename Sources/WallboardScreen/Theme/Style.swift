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

  /// This style with another laid over it: colours that the other leaves to the terminal shine
  /// through, attributes add up. What is reversed in both is not: a reversed word stands out of a
  /// reversed row by being upright.
  package func overlaid(with other: Style) -> Style {
    var style = Style(
      other.foreground == .terminalDefault ? foreground : other.foreground,
      on: other.background == .terminalDefault ? background : other.background,
      attributes.union(other.attributes))
    if attributes.contains(.reverse), other.attributes.contains(.reverse) {
      style.attributes.remove(.reverse)
    }
    return style
  }
}
