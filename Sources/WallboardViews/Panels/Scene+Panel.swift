import DequeModule
import OrderedCollections
import WallboardCore
import WallboardScreen

extension Scene {
  func drawPanel(_ panel: Panel, in area: Rect, tabs: [Panel], on canvas: inout Canvas) {
    let frame = PanelFrame(area)
    let isFocused = hasFocus(panel)
    canvas.drawBox(area, glyphs: glyphs, role: isFocused ? .borderFocused : .border)
    if count(of: panel) == 0 {
      drawEmptyState(of: panel, in: frame.rows, on: &canvas)
    } else {
      drawRows(of: panel, in: frame, on: &canvas)
    }
    // What is not live must not look so; the frame stays, it is not data.
    if freshness != .live { canvas.restyle(area.inset(by: 1), role: .stale) }
    drawTitles(tabs, of: panel, in: frame.title, on: &canvas)
    drawFooter(of: panel, in: frame, on: &canvas)
  }

  private func drawRows(of panel: Panel, in frame: PanelFrame, on canvas: inout Canvas) {
    switch panel {
    case .calls: drawCalls(in: frame, on: &canvas)
    case .operators: drawOperators(in: frame, on: &canvas)
    case .surfaces: drawSurfaces(in: frame, on: &canvas)
    case .activity: drawActivity(in: frame, on: &canvas)
    }
  }

  /// Whether the keys act upon the panel; under an overlay they act upon none.
  private func hasFocus(_ panel: Panel) -> Bool {
    panel == view.focus && view.overlay == nil
  }

  func count(of panel: Panel) -> Int {
    switch panel {
    case .calls: board.calls.count
    case .operators: board.operators.count
    case .surfaces: board.surfaces.count
    case .activity: board.activity.entries.count
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
