import OrderedCollections
import WallboardCore
import WallboardScreen

/// Finds out what stands under the mouse, and what is asked of it.
struct Pointing {
  /// Rows or lines that the wheel moves at a time.
  private static let wheelStep = 3

  private let scene: Scene
  private let layout: DashboardLayout

  init(_ scene: Scene, size: Size) {
    self.scene = scene
    layout = scene.layout(size: size)
  }

  private var view: BoardView { scene.view }

  func intents(at event: MouseEvent) -> [Intent] {
    // What is typed is for the keyboard, and nobody points at a wall.
    guard view.prompt == nil, view.wall == nil else { return [] }
    if let area = layout.overlay { return intents(at: event, over: area) }
    if let panel = layout.panels.first(where: { $0.value.contains(event.point) })?.key {
      return intents(at: event, on: panel)
    }
    if let pane = layout.panes.first(where: { $0.value.contains(event.point) })?.key {
      return intents(at: event, onPane: pane)
    }
    return []
  }

  private func intents(at event: MouseEvent, over area: Rect) -> [Intent] {
    let lines = scene.overlayContent(width: OverlayFrame.inside(area).width).lines.count
    let area = OverlayFrame.shrunk(area, toLines: lines)
    switch event.kind {
    case .wheelDown: return Array(repeating: .moveDown, count: Self.wheelStep)
    case .wheelUp: return Array(repeating: .moveUp, count: Self.wheelStep)
    case .press, .doublePress: return area.contains(event.point) ? [] : [.back]
    }
  }

  private func intents(at event: MouseEvent, on panel: Panel) -> [Intent] {
    let row = row(at: event.point, of: panel)
    switch event.kind {
    case .wheelDown: return [.scroll(panel, Self.wheelStep)]
    case .wheelUp: return [.scroll(panel, -Self.wheelStep)]
    case .press: return [row.map { .select(panel, $0) } ?? .focus(panel)]
    case .doublePress: return row.map { [.select(panel, $0), .open] } ?? [.focus(panel)]
    }
  }

  private func row(at point: Point, of panel: Panel) -> RowID? {
    guard let area = layout.panels[panel], let panelView = view.panels[panel] else { return nil }
    let rows = PanelFrame(area).rows
    guard rows.contains(point) else { return nil }
    let index = panelView.top + point.y - rows.rows.lowerBound
    return panelView.rows.indices.contains(index) ? panelView.rows[index] : nil
  }

  private func intents(at event: MouseEvent, onPane pane: Int) -> [Intent] {
    switch event.kind {
    case .wheelDown: [.focusPane(pane)] + Array(repeating: .moveDown, count: Self.wheelStep)
    case .wheelUp: [.focusPane(pane)] + Array(repeating: .moveUp, count: Self.wheelStep)
    case .press, .doublePress: [.focusPane(pane)]
    }
  }
}
