import EventFixtures
import OrderedCollections
import WallboardBoard
import WallboardEvents
import WallboardScreen
import WallboardViews

extension FuzzTarget {
  /// The whole program without its shells: messages, answers, keys, time and windows in any order,
  /// folded and drawn.
  static let board = FuzzTarget(
    "board", rounds: 40, bytes: boards,
    words: [
      "\u{7}\u{1B}[200~x\u{1B}[201~\0", "\u{7}:columns\r\0", "\u{7}/age>5m\r\0", "\u{7}oOf\0",
      "\u{7}\u{1B}[<0;10;5M\0", "\u{7}\u{1B}[<65;8;9M\0", "\n\n\n", "\u{8}\u{C8}\n",
      "\u{9}\u{1}\u{1}\n",
    ]
  ) { bytes in
    var run = BoardRun(bytes)
    try run.toEnd()
  }

  /// One of each event, each message and each answer, then keys between frames.
  private static let boards: [[UInt8]] = [
    [1, 0] + (0..<50).flatMap { [0, $0, $0 % 3] } + [10],
    [2, 0, 0, 2, 0, 7] + Array("o\0".utf8) + (0..<26).flatMap { [2, 0, $0, 0] } + [10],
    [1, 1] + (0..<5).flatMap { [4, $0, 1] } + [10, 9, 200, 50, 10, 9, 1, 1, 10],
    [1, 0] + (0..<20).flatMap { [0, 2, $0] }
      + Array("?jjG\u{1B}".utf8).flatMap { [7, $0, 0, 10, 8, 1] },
    [1, 0] + (0..<20).flatMap { [0, 2, $0] }
      + Array("/age>1\r\tsrVcexz:".utf8).flatMap { [7, $0, 0, 10] },
    [0, 0] + (0..<10).flatMap { [0, 1, $0, 0, 2, $0, 8, 205, 10] },
  ]
}

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
    if mode == .wall { settings.wall = WallSettings(follow: true) }
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

  private mutating func fold(_ input: Input) {
    for effect in reduce(into: &state, input) {
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

/// That what is kept stays within ``Limits``, whatever came.
enum BoardBounds {
  static func check(_ state: WallboardState) throws {
    let board = state.board
    for (name, count, limit) in [
      ("departed calls", board.departed.count, Limits.departedCalls),
      ("lines of the feed", board.activity.entries.count, Limits.activity),
      ("problems", board.activity.problems.count, Limits.problems),
      ("surfaces", board.surfaces.count, Limits.surfaces),
      ("operators", board.operators.count, Limits.operators),
      ("text sessions", board.textSessions.count, Limits.textSessions),
      ("services", board.services.count, Limits.services),
      ("names", board.counts.byType.counts.count, Limits.countedNames + 1),
      ("panes", state.view.panes.count, Limits.followedCalls),
      ("characters typed", state.view.prompt?.text.count ?? 0, Limits.filterLength),
    ] {
      try require(count <= limit, "\(count) \(name), more than \(limit)")
    }
    for observation in board.observations.values {
      let entries = observation.timeline.entries.count
      try require(entries <= 2 * Limits.timelineEntries, "\(entries) entries of a time line")
    }
  }
}
