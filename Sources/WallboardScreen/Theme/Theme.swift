/// How every role looks. A theme is total: what it does not mention looks as by default.
package struct Theme: Equatable, Sendable {
  /// The theme that is compiled in; `Themes/default.toml` describes the same for people to copy.
  package static let `default` = Theme(name: "default")

  package let name: String
  /// What it is like, in a line; may be empty.
  package let summary: String
  /// Which terminals it is made for.
  package let background: ThemeBackground
  private let styles: [StyleRole: Style]
  /// With sixteen colours or eight, where it is not the nearest ones of ``styles``.
  private let fewColors: [StyleRole: Style]

  /// Roles that are missing look as by default.
  package init(
    name: String, summary: String = "", background: ThemeBackground = .any,
    styles: [StyleRole: Style] = [:], fewColors: [StyleRole: Style] = [:]
  ) {
    self.name = name
    self.summary = summary
    self.background = background
    self.styles = styles
    self.fewColors = fewColors
  }

  /// This theme by another name.
  package func named(_ name: String, _ summary: String) -> Theme {
    Theme(
      name: name, summary: summary, background: background, styles: styles, fewColors: fewColors)
  }

  /// The look of a cell with that many colours: its role's style, then the selection's, then the
  /// emphasis. A colour that all of them leave open is that of the text.
  package func style(
    for role: StyleRole, emphasis: Emphasis = [], at depth: ColorDepth = .truecolor
  ) -> Style {
    let ground = plainStyle(of: .text, at: depth)
    var style = ownStyle(of: role, on: ground, at: depth)
    if emphasis.contains(.selected) {
      style = style.overlaid(with: ownStyle(of: .selection, on: ground, at: depth))
    }
    style.emphasize(emphasis)
    return style.standing(on: ground).reduced(to: depth)
  }

  /// As the theme describes it for so many colours. The style of the text is what everything stands
  /// on, blank cells included.
  private func plainStyle(of role: StyleRole, at depth: ColorDepth) -> Style {
    guard depth == .ansi8 || depth == .ansi16 else { return styles[role] ?? role.defaultStyle }
    return fewColors[role] ?? styles[role] ?? role.defaultStyleOfFewColors
  }

  /// What a role adds to the ground. Where its colours cannot be shown, attributes stand in for
  /// them; a style that has none is as the theme says.
  private func ownStyle(of role: StyleRole, on ground: Style, at depth: ColorDepth) -> Style {
    var style = plainStyle(of: role, at: depth).lifted(off: ground)
    if depth == .mono, style.hasColors { return Style(role.attributesWithoutColor) }
    // So few colours may leave no difference between a style's background and the ground's.
    if style.hasOwnBackground,
      style.background.reduced(to: depth) == ground.background.reduced(to: depth)
    {
      style.background = .terminalDefault
      style.attributes.insert(.reverse)
    }
    return style
  }
}

extension Style {
  fileprivate var hasColors: Bool {
    foreground != .terminalDefault || background != .terminalDefault
  }

  /// The style without the colours that it shares with the ground.
  fileprivate func lifted(off ground: Style) -> Style {
    Style(
      foreground == ground.foreground ? .terminalDefault : foreground,
      on: background == ground.background ? .terminalDefault : background, attributes)
  }

  fileprivate func standing(on ground: Style) -> Style {
    Style(
      foreground == .terminalDefault ? ground.foreground : foreground,
      on: background == .terminalDefault ? ground.background : background, attributes)
  }

  fileprivate mutating func emphasize(_ emphasis: Emphasis) {
    var added = TextAttributes(emphasis)
    if hasOwnBackground { added.remove(.reverse) }
    attributes.formUnion(added)
    if emphasis.contains(.figure) { attributes.subtract([.underline, .italic]) }
  }
}

extension TextAttributes {
  fileprivate init(_ emphasis: Emphasis) {
    self = []
    if emphasis.contains(.bold) { insert(.bold) }
    if emphasis.contains(.dim) { insert(.dim) }
    if emphasis.contains(.underline) { insert(.underline) }
    if emphasis.contains(.reverse) { insert(.reverse) }
  }
}

extension Theme {
  /// How a role looks with as many colours as there are, or with sixteen, as a theme file describes
  /// it. A background is named where it differs from that of the text.
  package func words(for role: StyleRole, ofFewColors isFew: Bool = false) -> String {
    let depth: ColorDepth = isFew ? .ansi16 : .truecolor
    let style = style(for: role, at: depth)
    let ground = self.style(for: .text, at: depth).background
    var words = [style.foreground.name]
    if role == .text ? ground != .terminalDefault : style.background != ground {
      words += ["on", style.background.name]
    }
    words += TextAttributes.names.filter { style.attributes.contains($0.attribute) }.map(\.name)
    return words.joined(separator: " ")
  }
}
