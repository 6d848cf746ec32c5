import DequeModule
import WallboardBoard
import WallboardScreen

extension Scene {
  func drawPanel(_ panel: Panel, in area: Rect, tabs: [Panel], on page: inout Page) {
    let frame = PanelFrame(area)
    drawBorder(frame, of: panel, tabs: tabs, on: &page)
    if isEmpty(panel) {
      page.draw(emptyPanel(panel), in: .emptyPanel(panel), frame.rows)
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
