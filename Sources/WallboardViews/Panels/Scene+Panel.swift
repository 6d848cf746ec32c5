import DequeModule
import OrderedCollections
import WallboardCore
import WallboardScreen

extension Scene {
  func drawPanel(_ panel: Panel, in area: Rect, tabs: [Panel], on canvas: inout Canvas) {
    let frame = PanelFrame(area)
    let isFocused = panel == view.focus
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
    for panel in panels {
      let phrase = Phrase(
        " \(panel.number) \(panel.title) \(count(of: panel)) ", role(ofTitle: panel, shown: shown),
        emphasis: panel == view.focus ? .reverse : [])
      _ = rest.cut(draw(phrase, in: rest, on: &canvas), from: .left)
      _ = rest.cut(1, from: .left)
    }
  }

  private func role(ofTitle panel: Panel, shown: Panel) -> StyleRole {
    if panel == view.focus { return .titleFocused }
    return panel == shown ? .title : .muted
  }
}
