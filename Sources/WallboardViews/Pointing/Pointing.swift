import WallboardBoard
import WallboardScreen

/// Finds out what stands under the mouse, and what is asked of it.
///
/// Where things stand is known by those who draw them: what a press may hit is drawn once more, on
/// a canvas that nobody sees.
struct Pointing {
  /// Rows or lines that the wheel moves at a time.
  private static let wheelStep = 3

  private let state: WallboardState
  private let scene: Scene
  private let layout: DashboardLayout
  private let size: Size

  init(_ state: WallboardState, _ settings: DrawSettings, size: Size) {
    self.state = state
    self.size = size
    scene = Scene(state, settings)
    layout = scene.layout(size: size)
  }

  private var view: BoardView { scene.view }

  func intents(at event: MouseEvent) -> [Intent] {
    guard layout.fits else { return [] }
    // Nobody points at a wall, where the hints stand elsewhere.
    guard view.wall == nil else { return [] }
    if layout.hints.contains(event.point) { return onHints(event) }
    // What is typed is for the keyboard.
    guard view.prompt == nil else { return [] }
    if layout.seekBar.contains(event.point) { return onSeekBar(event) }
    if let area = layout.overlay { return overlaid(event, by: area) }
    if layout.alertLine.contains(event.point) { return event.isPress ? [.openAlert] : [] }
    if let (panel, area) = layout.panels.first(where: { $0.value.contains(event.point) }) {
      return on(panel, in: PanelFrame(area), event)
    }
    if let pane = layout.panes.first(where: { $0.value.contains(event.point) })?.key {
      return [.focusPane(pane)] + moves(event, by: Self.wheelStep)
    }
    return []
  }

  /// A press on a hint presses its key.
  private func onHints(_ event: MouseEvent) -> [Intent] {
    guard event.isPress else { return [] }
    var canvas = Canvas(size: size, glyphs: scene.glyphs)
    let places = scene.draw(scene.hintLine, in: layout.hints, on: &canvas)
    guard let key = places.first(where: { $0.place.contains(event.point) })?.hint.key else {
      return []
    }
    return Dashboard.intents(for: key, in: state, settings: scene.settings)
  }

  /// A press on the bar goes to what it stands for.
  private func onSeekBar(_ event: MouseEvent) -> [Intent] {
    guard event.isPress, let bar = scene.seekBar(width: layout.seekBar.width) else { return [] }
    var canvas = Canvas(size: size, glyphs: scene.glyphs)
    let place = scene.draw(bar, in: layout.seekBar, on: &canvas)
    guard place.contains(event.point) else { return [] }
    return [.playback(.seek(bar.moment(at: event.point.x - place.columns.lowerBound)))]
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
    if let field = field(at: event.point, of: panel, in: frame) { return [.sort(panel, field)] }
    return [.focus(title(at: event.point, of: panel, in: frame) ?? panel)]
  }

  private func row(at point: Point, of panel: Panel, in frame: PanelFrame) -> RowID? {
    guard frame.rows.contains(point), let panelView = view.panels[panel] else { return nil }
    let index = panelView.top + point.y - frame.rows.rows.lowerBound
    return panelView.rows.indices.contains(index) ? panelView.rows[index] : nil
  }

  /// The panel whose title stands there, among those that take turns in the place.
  private func title(at point: Point, of panel: Panel, in frame: PanelFrame) -> Panel? {
    guard frame.title.contains(point) else { return nil }
    let heading = scene.heading(
      of: panel, tabs: layout.tabs(of: panel), width: frame.title.width)
    var canvas = Canvas(size: size, glyphs: scene.glyphs)
    let places = scene.draw(heading, in: frame.title, on: &canvas)
    return places.first { $0.place.contains(point) }?.panel
  }

  private func field(at point: Point, of panel: Panel, in frame: PanelFrame) -> Field? {
    guard frame.columnTitles.contains(point) else { return nil }
    return scene.columns(of: panel, in: frame).first { $0.range.contains(point.x) }?.field
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
  /// Where the columns of a panel's table stand.
  fileprivate func columns(
    of panel: Panel, in frame: PanelFrame
  ) -> [(field: Field, range: Range<Int>)] {
    switch panel {
    case .calls: columnLayout(panel, CallRow.self, in: frame).places
    case .operators: columnLayout(panel, OperatorRow.self, in: frame).places
    case .surfaces: columnLayout(panel, SurfaceRow.self, in: frame).places
    case .activity: columnLayout(panel, ActivityRow.self, in: frame).places
    case .numbers: columnLayout(panel, NumberRow.self, in: frame).places
    case .alerts: columnLayout(panel, AlertRow.self, in: frame).places
    }
  }
}

extension ColumnLayout {
  fileprivate var places: [(field: Field, range: Range<Int>)] {
    fields.map { ($0.column.field, $0.range) }
  }
}
