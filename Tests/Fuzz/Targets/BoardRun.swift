import EventFixtures
import WallboardBoard
import WallboardEvents
import WallboardScreen
import WallboardViews

/// A board that an input's bytes tell what happens: the program without its shells.
struct BoardRun {
  private var source: BoardSource
  private var state: WallboardState
  private var painter: DashboardPainter
  private let drawing: DrawSettings
  private var decoder = KeyDecoder()
  private var size = Size(width: 100, height: 30)

  init(_ bytes: [UInt8]) {
    source = BoardSource(bytes)
    let mode = source.input.pick(PrivacyMode.allCases) ?? .desk
    var settings = BoardSettings(privacy: Samples.privacy(mode))
    if mode == .wall { settings.wall = WallSettings() }
    settings.themes = ["dark", "light"]
    state = WallboardState(settings)
    drawing = DrawSettings(
      workspace: "Northside Clinic", glyphs: source.input.byte() % 2 == 0 ? .unicode : .ascii,
      keymap: Keymap(mode: mode))
    painter = DashboardPainter(drawing)
    fold(.connection(ConnectionChange(.open, at: source.now)))
  }

  /// What is known by now.
  var board: Board { state.board }

  /// Does all that the input says, and draws a last time.
  mutating func toEnd() throws {
    while !source.input.isAtEnd {
      switch source.step() {
      case .event: fold(source.event())
      case .otherEvent: fold(source.otherEvent())
      case .message: source.message().map { fold($0) }
      case .otherMessage: source.otherMessage().map { fold($0) }
      case .answer: try source.answer().forEach { fold($0) }
      case .connection: fold(source.connection())
      case .observer: source.observer().map { fold($0) }
      case .keys: press(source.input.bytes(upTo: 0))
      case .time: pass()
      case .size: size = source.size()
      case .frame: try frame()
      }
    }
    try frame()
    try BoardBounds.check(state)
  }

  /// Where the time goes on by hours or back, the clock was found to be wrong.
  private mutating func pass() {
    let before = source.now
    source.pass()
    let step = source.now.milliseconds(since: before)
    guard (3_600_000...36_000_000).contains(step.magnitude) else { return }
    fold(.clock(ClockChange(.wrong(seconds: -step / 1_000), step: step, at: source.now)))
  }

  private mutating func fold(_ action: Action) {
    for effect in reduce(into: &state, action) {
      guard case .copy(let request) = effect else { continue }
      _ = Dashboard.text(of: request, in: state, settings: drawing)
    }
  }

  private mutating func press(_ bytes: [UInt8]) {
    for key in decoder.decode(bytes) + decoder.giveUp() {
      let intents = Dashboard.intents(for: key, in: state, settings: drawing, size: size)
      for intent in intents { fold(.intent(intent)) }
    }
  }

  /// What is painted over the last frame is what would be drawn from nothing.
  private mutating func frame() throws {
    let places = painter.panePositions(state, size: size, utcOffset: 0)
    let layout = Dashboard.layout(state, size: size)
    let end = Dashboard.lastOverlayTop(state, settings: drawing, size: size)
    fold(
      .frame(
        Frame(
          now: source.now, visibleRows: layout.visibleRows, lastOverlayTop: end, panes: places)))
    let painted = painter.draw(state, size: size, utcOffset: 0)
    try require(painted.size, is: Canvas(size: size).size, "the canvas has another size")
    guard size.width * size.height <= 4_000 else { return }
    try FuzzTarget.isWhole(painted)
    var drawn = Canvas(size: size)
    Dashboard.draw(state, settings: drawing, into: &drawn)
    try require(painted.rows, is: drawn.rows, "painted is not what would be drawn")
    try require(painted == drawn, "painted looks otherwise than what would be drawn")
  }
}
