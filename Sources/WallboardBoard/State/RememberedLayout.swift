/// How a person looks at the board, as far as it is remembered or set up: what is `nil` is left as
/// it is.
package struct Layout: Equatable, Sendable {
  package var focus: Panel?
  package var isZoomed: Bool?
  package var showsHints: Bool?
  package var theme: String?
  /// What differs from the defaults.
  package var panels: [Panel: PanelLayout] = [:]

  /// Nothing is set.
  package init() {}

  /// What the other says, and what this one says where the other says nothing.
  package func overlaid(by other: Layout) -> Layout {
    var layout = self
    layout.focus = other.focus ?? focus
    layout.isZoomed = other.isZoomed ?? isZoomed
    layout.showsHints = other.showsHints ?? showsHints
    layout.theme = other.theme ?? theme
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
    layout.focus = focus
    // With the focus in a pane it is the pane that is zoomed, and panes are gone with the program.
    layout.isZoomed = isZoomed && focusedPane == nil
    layout.showsHints = showsHints
    layout.theme = theme
    for (panel, view) in panels where view.columns != nil || view.sort != nil {
      layout.panels[panel] = view.layout
    }
    return layout
  }

  /// Takes over what the layout sets.
  package mutating func apply(_ layout: Layout) {
    focus = layout.focus ?? focus
    isZoomed = layout.isZoomed ?? isZoomed
    showsHints = layout.showsHints ?? showsHints
    theme = layout.theme ?? theme
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
