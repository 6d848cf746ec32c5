import DequeModule
import WallboardBoard
import WallboardScreen

/// What changes on a panel's border within a second.
struct FrameWords: Equatable {
  let heading: PanelHeading
  let rows: Int?
  let top: Int?
}

extension Scene {
  func drawPanel(_ panel: Panel, in area: Rect, tabs: [Panel], on page: inout Page) {
    let frame = PanelFrame(area)
    drawFrame(frame, of: panel, tabs: tabs, on: &page)
    if isEmpty(panel) {
      drawEmptyState(of: panel, in: frame.rows, on: &page.canvas)
    } else {
      drawRows(of: panel, in: frame, on: &page)
    }
    // What is not live must not look so; the frame stays, it is not data.
    if freshness != .live { page.canvas.restyle(area.inset(by: 1), role: .stale) }
  }

  private func drawRows(of panel: Panel, in frame: PanelFrame, on page: inout Page) {
    switch panel {
    case .calls: drawCalls(in: frame, on: &page)
    case .operators: drawOperators(in: frame, on: &page)
    case .surfaces: drawSurfaces(in: frame, on: &page)
    case .activity: drawActivity(in: frame, on: &page)
    case .alerts: drawAlerts(in: frame, on: &page)
    case .numbers: drawNumbers(in: frame, on: &page)
    }
  }

  /// Draws the border and what stands on it, unless it says the same already.
  private func drawFrame(
    _ frame: PanelFrame, of panel: Panel, tabs: [Panel], on page: inout Page
  ) {
    let panelView = view.panels[panel]
    let words = FrameWords(
      heading: heading(of: panel, tabs: tabs, width: frame.title.width),
      rows: panelView?.rows.count, top: panelView?.top)
    guard page.frames[panel] != words else { return }
    page.frames[panel] = words
    let role: StyleRole = hasFocus(panel) ? .borderFocused : .border
    page.canvas.drawOpenBox(frame.area, glyphs: glyphs, role: role)
    draw(words.heading, in: frame.title, on: &page.canvas)
    drawFooter(of: panel, in: frame, on: &page.canvas)
  }

  /// Draws what stands on a panel's top border.
  ///
  /// - Returns: Where the titles stand.
  @discardableResult
  func draw(
    _ heading: PanelHeading, in line: Rect, on canvas: inout Canvas
  ) -> [(panel: Panel, place: Rect)] {
    var places: [(Panel, Rect)] = []
    var rest = line
    let width = lettering.width(of: heading.freshness.text)
    draw(heading.freshness, in: rest.cut(width, from: .right), on: &canvas)
    for tab in heading.tabs {
      let before = rest
      rest = draw(tab.words, in: rest, on: &canvas)
      places.append((tab.panel, before.divided(at: rest.width, from: .right).remainder))
      _ = rest.cut(1, from: .left)
    }
    return places
  }

  /// Whether the keys act upon the panel; under an overlay they act upon none.
  func hasFocus(_ panel: Panel) -> Bool {
    panel == view.focus && view.focusedPane == nil && view.overlay == nil
  }

  func count(of panel: Panel) -> Int {
    switch panel {
    case .calls: board.calls.count
    case .operators: board.operators.count
    case .surfaces: board.surfaces.count
    case .activity: board.activity.entries.count
    case .alerts: board.alerts.active.count
    case .numbers: Metric.allCases.count
    }
  }

  /// Whether the panel has no rows to show.
  func isEmpty(_ panel: Panel) -> Bool {
    view.panels[panel]?.rows.isEmpty ?? true
  }
}
