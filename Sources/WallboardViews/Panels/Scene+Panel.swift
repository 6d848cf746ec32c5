import DequeModule
import OrderedCollections
import WallboardCore
import WallboardScreen

/// What changes on a panel's border within a second.
struct FrameNumbers: Equatable {
  let counts: [Int]
  let rows: Int?
  let top: Int?
}

extension Scene {
  func drawPanel(_ panel: Panel, in area: Rect, tabs: [Panel], on page: inout Page) {
    let frame = PanelFrame(area)
    drawFrame(frame, of: panel, tabs: tabs, on: &page)
    if count(of: panel) == 0 {
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
    case .alerts, .numbers: break
    }
  }

  /// Draws the border and what stands on it, unless it says the same already.
  private func drawFrame(
    _ frame: PanelFrame, of panel: Panel, tabs: [Panel], on page: inout Page
  ) {
    let panelView = view.panels[panel]
    let numbers = FrameNumbers(
      counts: tabs.map(count), rows: panelView?.rows.count, top: panelView?.top)
    guard page.frames[panel] != numbers else { return }
    page.frames[panel] = numbers
    let role: StyleRole = hasFocus(panel) ? .borderFocused : .border
    page.canvas.drawBox(frame.area, glyphs: glyphs, role: role)
    drawTitles(tabs, of: panel, in: frame.title, on: &page.canvas)
    drawFooter(of: panel, in: frame, on: &page.canvas)
  }

  /// Whether the keys act upon the panel; under an overlay they act upon none.
  private func hasFocus(_ panel: Panel) -> Bool {
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

  private func drawTitles(
    _ panels: [Panel], of shown: Panel, in line: Rect, on canvas: inout Canvas
  ) {
    var rest = line
    let full = panels.map { title(of: $0, shown: shown) }
    let isTight = width(of: full) + panels.count > line.width
    for (panel, title) in zip(panels, full) {
      let title = isTight && panel != shown ? Phrase(" \(panel.number) ", .muted) : title
      _ = rest.cut(draw(title, in: rest, on: &canvas), from: .left)
      _ = rest.cut(1, from: .left)
    }
  }

  private func title(of panel: Panel, shown: Panel) -> Phrase {
    Phrase(
      " \(panel.number) \(panel.title) \(count(of: panel)) ", role(ofTitle: panel, shown: shown),
      emphasis: hasFocus(panel) ? .reverse : [])
  }

  private func role(ofTitle panel: Panel, shown: Panel) -> StyleRole {
    if hasFocus(panel) { return .titleFocused }
    return panel == shown ? .title : .muted
  }
}
