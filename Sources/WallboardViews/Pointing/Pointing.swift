import WallboardBoard
import WallboardScreen

/// Finds out what stands under the mouse, and what is asked of it.
struct Pointing {
  /// Rows or lines that the wheel moves at a time.
  private static let wheelStep = 3

  private let state: WallboardState
  private let scene: Scene
  private let layout: DashboardLayout

  init(_ state: WallboardState, _ settings: DrawSettings, size: Size) {
    self.state = state
    scene = Scene(state, settings)
    layout = scene.layout(size: size)
  }

  private var view: BoardView { scene.view }

  func intents(at event: MouseEvent) -> [Intent] {
    guard layout.fits else { return [] }
    // Nobody points at a wall, where the hints stand elsewhere.
    guard view.wall == nil else { return [] }
    if layout.hints.contains(event.point) {
      return press(event, on: scene.hintLine, in: layout.hints) ?? []
    }
    // What is typed is for the keyboard.
    guard view.prompt == nil else { return [] }
    if layout.seekBar.contains(event.point) {
      let bar = scene.seekBar(width: layout.seekBar.width)
      return bar.flatMap { press(event, on: $0, in: layout.seekBar) } ?? []
    }
    if let area = layout.overlay { return overlaid(event, by: area) }
    if layout.alertLine.contains(event.point) {
      return scene.alertLine.flatMap { press(event, on: $0, in: layout.alertLine) } ?? []
    }
    if let (panel, area) = layout.panels.first(where: { $0.value.contains(event.point) }) {
      return on(panel, in: PanelFrame(area), event)
    }
    if let pane = layout.panes.first(where: { $0.value.contains(event.point) })?.key {
      return [.focusPane(pane)] + moves(event, by: Self.wheelStep)
    }
    return []
  }

  /// What a press on a region asks for; nothing where it is not pressed on what asks for anything.
  private func press(_ event: MouseEvent, on region: some Region, in area: Rect) -> [Intent]? {
    guard event.isPress else { return nil }
    let target = region.targets(in: area, scene.glyphs).last { $0.place.contains(event.point) }
    switch target?.request {
    case .intent(let intent): return [intent]
    case .key(let key): return Dashboard.intents(for: key, in: state, settings: scene.settings)
    case nil: return nil
    }
  }

  private func on(_ panel: Panel, in frame: PanelFrame, _ event: MouseEvent) -> [Intent] {
    switch event.kind {
    case .wheelDown: return [.scroll(panel, Self.wheelStep)]
    case .wheelUp: return [.scroll(panel, -Self.wheelStep)]
    case .press, .doublePress: break
    }
    if let row = row(at: event.point, of: panel, in: frame) {
      return [.select(panel, row)] + (event.kind == .doublePress ? [.open] : [])
    }
    let titles = scene.columnTitles(of: panel, in: frame)
    let heading = scene.heading(
      of: panel, tabs: layout.tabs(of: panel), width: frame.title.width)
    return press(event, on: titles, in: frame.columnTitles)
      ?? press(event, on: heading, in: frame.heading) ?? [.focus(panel)]
  }

  private func row(at point: Point, of panel: Panel, in frame: PanelFrame) -> RowID? {
    guard frame.rows.contains(point), let panelView = view.panels[panel] else { return nil }
    let index = panelView.top + point.y - frame.rows.rows.lowerBound
    return panelView.rows.indices.contains(index) ? panelView.rows[index] : nil
  }

  /// Over a list the cursor goes where it is pointed to; all else is only scrolled and closed.
  private func overlaid(_ event: MouseEvent, by area: Rect) -> [Intent] {
    let content = scene.overlayContent(width: OverlayFrame.inside(area).width)
    // What draws itself in another way keeps its whole area.
    let area =
      content.lines.isEmpty ? area : OverlayFrame.shrunk(area, toLines: content.lines.count)
    guard event.isPress else { return moves(event, by: isList ? 1 : Self.wheelStep) }
    guard area.contains(event.point) else { return [.back] }
    let inside = OverlayFrame.inside(area)
    guard let cursor = content.cursor, inside.contains(event.point) else { return [] }
    let line =
      content.top(scrolledTo: view.overlayTop, visible: inside.height)
      + event.point.y - inside.rows.lowerBound
    guard content.lines.indices.contains(line) else { return [] }
    return Array(repeating: line < cursor ? .moveUp : .moveDown, count: abs(line - cursor))
      + (event.kind == .doublePress ? chosen : [])
  }

  private var isList: Bool {
    switch view.overlay {
    case .columns, .themes: true
    case .help, .detail, .quitting, .explanation, .digest, nil: false
    }
  }

  /// What a double press on a line of a list asks for.
  private var chosen: [Intent] {
    if case .columns = view.overlay { [.toggleColumn] } else { [.open] }
  }

  private func moves(_ event: MouseEvent, by step: Int) -> [Intent] {
    switch event.kind {
    case .wheelDown: Array(repeating: .moveDown, count: step)
    case .wheelUp: Array(repeating: .moveUp, count: step)
    case .press, .doublePress: []
    }
  }
}

extension MouseEvent {
  fileprivate var isPress: Bool {
    switch kind {
    case .press, .doublePress: true
    case .wheelUp, .wheelDown: false
    }
  }
}

extension Scene {
  fileprivate func columnTitles(of panel: Panel, in frame: PanelFrame) -> any Region {
    switch panel {
    case .calls: columnTitles(panel, CallRow.self, in: frame)
    case .operators: columnTitles(panel, OperatorRow.self, in: frame)
    case .surfaces: columnTitles(panel, SurfaceRow.self, in: frame)
    case .activity: columnTitles(panel, ActivityRow.self, in: frame)
    case .numbers: columnTitles(panel, NumberRow.self, in: frame)
    case .alerts: columnTitles(panel, AlertRow.self, in: frame)
    }
  }
}
