import DequeModule
import WallboardBoard
import WallboardScreen

extension Scene {
  func addPanel(_ panel: Panel, in area: Rect, tabs: [Panel], to plan: inout FramePlan) {
    let frame = PanelFrame(area)
    addBorder(frame, of: panel, tabs: tabs, to: &plan)
    let veil = panelVeil
    if isEmpty(panel) {
      plan.add(Blank(), in: .columnTitles(panel), frame.columnTitles, veil)
      plan.add(placeholder(of: panel), in: .line(panel, 0), frame.rows, veil)
    } else {
      addRows(of: panel, in: frame, to: &plan)
    }
  }

  /// What is not live must not look so; the border stays, it is not data.
  var panelVeil: FramePlan.Veil? { freshness == .live ? nil : .stale }

  private func addRows(of panel: Panel, in frame: PanelFrame, to plan: inout FramePlan) {
    switch panel {
    case .calls: addCalls(in: frame, to: &plan)
    case .operators: addOperators(in: frame, to: &plan)
    case .surfaces: addSurfaces(in: frame, to: &plan)
    case .activity: addActivity(in: frame, to: &plan)
    case .alerts: addAlerts(in: frame, to: &plan)
    case .numbers: addNumbers(in: frame, to: &plan)
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
