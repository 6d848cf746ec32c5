/// How every role looks. A theme is total: what it does not mention looks as by default.
package struct Theme: Equatable, Sendable {
  /// The theme that is compiled in; `Themes/default.toml` describes the same for people to copy.
  package static let `default` = Theme(name: "default", styles: [:])

  package let name: String
  private let styles: [StyleRole: Style]

  /// A theme of these styles; the roles that are missing look as by default.
  package init(name: String, styles: [StyleRole: Style]) {
    self.name = name
    self.styles = styles
  }

  /// How the role looks.
  package func style(for role: StyleRole) -> Style {
    styles[role] ?? role.defaultStyle
  }

  /// The look of a cell: its role's style, then the selection's, then the emphasis.
  package func style(for role: StyleRole, emphasis: Emphasis) -> Style {
    var style = style(for: role)
    if emphasis.contains(.selected) {
      style = style.overlaid(with: self.style(for: .selection))
    }
    style.attributes.formUnion(TextAttributes(emphasis))
    return style
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
