/// How a person looks at the board, as far as it is remembered or set up: what is `nil` is left as
/// it is. What was looked at is not remembered: a board opens on the calls, whatever yesterday ended
/// with.
package struct Layout: Equatable, Sendable {
  package var showsHints: Bool?
  package var theme: String?
  package var density: PaneDensity?
  /// What differs from the defaults.
  package var panels: [Panel: PanelLayout] = [:]

  /// Nothing is set.
  package init() {}

  /// What the other says, and what this one says where the other says nothing.
  package func overlaid(by other: Layout) -> Layout {
    var layout = self
    layout.showsHints = other.showsHints ?? showsHints
    layout.theme = other.theme ?? theme
    layout.density = other.density ?? density
    layout.panels.merge(other.panels) { $0.overlaid(by: $1) }
    return layout
  }

  /// What a person chose: without what was set up, in the place of which stands what was chosen
  /// before.
  package func chosen(besides setUp: Layout, over remembered: Layout) -> Layout {
    var layout = self
    layout.theme = theme ?? remembered.theme
    for (panel, setUp) in setUp.panels {
      let before = remembered.panels[panel]
      if let columns = setUp.columns, layout.panels[panel]?.columns == columns {
        layout.panels[panel]?.columns = before?.columns
      }
      if let sort = setUp.sort, layout.panels[panel]?.sort == sort {
        layout.panels[panel]?.sort = before?.sort
      }
      if layout.panels[panel] == PanelLayout() { layout.panels[panel] = nil }
    }
    return layout
  }
}

/// How the rows of a panel are shown, as far as it is remembered or set up.
package struct PanelLayout: Equatable, Sendable {
  package var columns: [Field]?
  package var sort: SortOrder?

  /// Nothing is set.
  package init() {}

  fileprivate func overlaid(by other: PanelLayout) -> PanelLayout {
    var layout = self
    layout.columns = other.columns ?? columns
    layout.sort = other.sort ?? sort
    return layout
  }
}

extension BoardView {
  /// What is remembered of the view.
  package var layout: Layout {
    var layout = Layout()
    layout.showsHints = showsHints
    layout.theme = theme
    layout.density = density
    for (panel, view) in panels where view.columns != nil || view.sort != nil {
      layout.panels[panel] = view.layout
    }
    return layout
  }

  /// Takes over what the layout sets.
  package mutating func apply(_ layout: Layout) {
    showsHints = layout.showsHints ?? showsHints
    theme = layout.theme ?? theme
    density = layout.density ?? density
    for (panel, layout) in layout.panels {
      panels[panel, default: PanelView()].apply(layout, of: panel)
    }
  }
}

extension PanelView {
  fileprivate var layout: PanelLayout {
    var layout = PanelLayout()
    layout.columns = columns
    layout.sort = sort
    return layout
  }

  /// Fields that the panel does not have are left out.
  fileprivate mutating func apply(_ layout: PanelLayout, of panel: Panel) {
    if let known = layout.columns?.filter(panel.fields.contains), !known.isEmpty { columns = known }
    if let order = layout.sort, panel.fields.contains(order.field) { sort = order }
  }
}

/// Another version may know more or fewer names: what this one does not know is left out.
extension Layout: Codable {
  private enum CodingKeys: String, CodingKey {
    case hints, theme, density, panels
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    showsHints = try container.decodeIfPresent(Bool.self, forKey: .hints)
    theme = try container.decodeIfPresent(String.self, forKey: .theme)
    density = try container.decodeIfPresent(String.self, forKey: .density).flatMap(
      PaneDensity.init(rawValue:))
    let known = try container.decodeIfPresent([String: PanelLayout].self, forKey: .panels) ?? [:]
    for (name, layout) in known {
      if let panel = Panel(rawValue: name) { panels[panel] = layout }
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(showsHints, forKey: .hints)
    try container.encodeIfPresent(theme, forKey: .theme)
    try container.encodeIfPresent(density?.rawValue, forKey: .density)
    let named = panels.map { ($0.key.rawValue, $0.value) }
    try container.encode(Dictionary(uniqueKeysWithValues: named), forKey: .panels)
  }
}

extension PanelLayout: Codable {
  private enum CodingKeys: String, CodingKey {
    case columns, sort
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    columns = try container.decodeIfPresent([String].self, forKey: .columns)?
      .compactMap(Field.init(rawValue:))
    sort = try container.decodeIfPresent(String.self, forKey: .sort).flatMap(SortOrder.init(_:))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(columns?.map(\.rawValue), forKey: .columns)
    try container.encodeIfPresent(sort?.words, forKey: .sort)
  }
}

extension WallboardState {
  /// The theme to draw with: the one under the cursor while one is chosen, else the chosen one.
  package var theme: String {
    guard view.overlay == .themes, settings.themes.indices.contains(view.overlayIndex) else {
      return view.theme ?? settings.theme
    }
    return settings.themes[view.overlayIndex]
  }

  /// Opens the list of themes at the one in use.
  mutating func chooseTheme() {
    guard !settings.themes.isEmpty else {
      view.announce("There is no other theme")
      return
    }
    let current = settings.themes.firstIndex(of: theme) ?? 0
    view.show(.themes)
    view.overlayIndex = current
  }

  /// Keeps the theme under the cursor.
  mutating func keepTheme() {
    view.theme = theme
    view.show(nil)
  }

  mutating func use(theme name: String) {
    guard settings.themes.contains(name) else {
      view.announce("No such theme: \(name)")
      return
    }
    view.theme = name
    if view.overlay == .themes { view.show(nil) }
  }
}
