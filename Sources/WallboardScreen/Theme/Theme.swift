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
  /// What everything stands on: the style of ``StyleRole/text``, blank cells included.
  private let ground: Style

  /// Roles that are missing look as by default.
  package init(
    name: String, summary: String = "", background: ThemeBackground = .any,
    styles: [StyleRole: Style] = [:]
  ) {
    self.name = name
    self.summary = summary
    self.background = background
    self.styles = styles
    ground = styles[.text] ?? StyleRole.text.defaultStyle
  }

  /// The look of a cell with that many colours: its role's style, then the selection's, then the
  /// emphasis. A colour that all of them leave open is that of the text.
  package func style(
    for role: StyleRole, emphasis: Emphasis = [], at depth: ColorDepth = .truecolor
  ) -> Style {
    var style = ownStyle(of: role, at: depth)
    if emphasis.contains(.selected) {
      style = style.overlaid(with: ownStyle(of: .selection, at: depth))
    }
    style.emphasize(emphasis)
    return style.standing(on: ground).reduced(to: depth)
  }

  /// What a role adds to the ground. Where its colours cannot be shown, attributes stand in for
  /// them; a style that has none is as the theme says.
  private func ownStyle(of role: StyleRole, at depth: ColorDepth) -> Style {
    var style = (styles[role] ?? role.defaultStyle).lifted(off: ground)
    if depth == .mono, style.hasColors { return Style(role.attributesWithoutColor) }
    if style.hasOwnBackground, hasSameBackground(style, at: depth) {
      style.background = .terminalDefault
      style.attributes.insert(.reverse)
    }
    return style
  }

  /// Whether so few colours leave no difference between a style's background and the ground's.
  private func hasSameBackground(_ style: Style, at depth: ColorDepth) -> Bool {
    style.background.reduced(to: depth) == ground.background.reduced(to: depth)
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
  /// How a role looks, as a theme file describes it. A background is named where it differs from
  /// that of the text.
  package func words(for role: StyleRole) -> String {
    let style = style(for: role)
    let ground = self.style(for: .text).background
    var words = [style.foreground.name]
    if role == .text ? ground != .terminalDefault : style.background != ground {
      words += ["on", style.background.name]
    }
    words += TextAttributes.names.filter { style.attributes.contains($0.attribute) }.map(\.name)
    return words.joined(separator: " ")
  }
}

/// Which terminals a theme is made for; the raw value is the word in its file.
package enum ThemeBackground: String, CaseIterable, Sendable {
  case dark, light
  /// It leaves the background to the terminal, or brings its own.
  case any
}
