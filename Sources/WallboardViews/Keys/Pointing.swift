import WallboardBoard
import WallboardEvents
import WallboardScreen

/// What the mouse asks for. Regions say what a press on them means; elsewhere it focuses the panel
/// or pane.
struct Pointing {
  private static let wheelStep = 3

  private let state: WallboardState
  private let context: FrameContext
  private let size: Size
  private let layout: DashboardLayout

  init(_ state: WallboardState, _ settings: DrawSettings, size: Size) {
    self.state = state
    // No larger than what is drawn.
    self.size = FramePlan(size: size).size
    context = FrameContext(state, settings)
    layout = DashboardLayout(size: self.size, view: state.view)
  }

  private var view: BoardView { context.view }

  func intents(at event: MouseEvent) -> [Intent] {
    // A wall has no mouse. While a prompt is open, only its hints can be pressed.
    guard layout.fits, view.wall == nil,
      view.prompt == nil || layout.hints.contains(event.point)
    else { return [] }
    switch event.kind {
    case .press: return press(at: event.point, twice: false)
    case .doublePress: return press(at: event.point, twice: true)
    case .wheelDown: return scroll(1, at: event.point)
    case .wheelUp: return scroll(-1, at: event.point)
    }
  }

  private func press(at point: Point, twice: Bool) -> [Intent] {
    var caches: [CallSID: EntryCache] = [:]
    let parts = FramePlanner(context: context).plan(size: size, caches: &caches).parts
    if let overlay = parts.last(where: { $0.slot == .overlay }), !isAtFoot(point) {
      guard OverlayFrame.box(overlay.area).contains(point) else { return [.back] }
      return target(of: overlay, at: point).map { intents(of: $0, twice: twice) } ?? []
    }
    for part in parts.reversed() {
      if let target = target(of: part, at: point) { return intents(of: target, twice: twice) }
    }
    return focus(at: point)
  }

  private func target(of part: FramePlan.Part, at point: Point) -> PressTarget? {
    guard part.area.contains(point) else { return nil }
    return part.region.targets(in: part.area, context.glyphs).first { $0.place.contains(point) }
  }

  private func intents(of target: PressTarget, twice: Bool) -> [Intent] {
    switch target.request {
    case .intents(let intents): intents + (twice ? target.doubled.map { [$0] } ?? [] : [])
    case .key(let key): Dashboard.intents(for: key, in: state, settings: context.settings)
    }
  }

  private func focus(at point: Point) -> [Intent] {
    if let panel = panel(at: point) { return [.focus(panel)] }
    return pane(at: point).map { [.focusPane($0)] } ?? []
  }

  private func scroll(_ direction: Int, at point: Point) -> [Intent] {
    guard !isAtFoot(point) else { return [] }
    if layout.overlay != nil { return moves(direction, times: isList ? 1 : Self.wheelStep) }
    if let panel = panel(at: point) { return [.scroll(panel, direction * Self.wheelStep)] }
    return pane(at: point).map { [.focusPane($0)] + moves(direction, times: Self.wheelStep) } ?? []
  }

  private func moves(_ direction: Int, times count: Int) -> [Intent] {
    Array(repeating: direction > 0 ? .moveDown : .moveUp, count: count)
  }

  /// Whether the overlay is a list with a cursor.
  private var isList: Bool {
    switch view.overlay {
    case .columns, .themes, .moments: true
    case .help, .detail, .quitting, .explanation, .digest, .notes, nil: false
    }
  }

  /// Whether it is in the lines below the panels, which no overlay covers.
  private func isAtFoot(_ point: Point) -> Bool {
    layout.hints.contains(point) || layout.seekBar.contains(point)
  }

  private func panel(at point: Point) -> Panel? {
    layout.panels.first { $0.value.contains(point) }?.key
  }

  private func pane(at point: Point) -> Int? {
    layout.panes.first { $0.value.contains(point) }?.key
  }
}
