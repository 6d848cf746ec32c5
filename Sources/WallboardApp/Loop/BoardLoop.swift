import FoundationEssentials
package import WallboardBoard
import WallboardEvents
import WallboardScreen
package import WallboardSystem
package import WallboardViews

/// The run loop: what happened goes into the state, the state onto the screen, keys come back.
///
/// A frame is drawn when something changed, at most so many times a second, and when the
/// wall-second turns, so that all durations tick together. What a busy feed changes is drawn as
/// often as ``OutputBudget`` lets it, and never more than the line to the terminal takes.
package final class BoardLoop {
  var state: WallboardState
  let screen: any BoardScreen
  let feed: any Feed
  private let wakeup: Wakeup
  var services: BoardServices
  private(set) var drawing: DrawSettings
  private var painter: DashboardPainter
  var frameInterval: Int64
  /// Milliseconds after which the feed is folded again though no frame is due: it waits for none.
  private static let foldInterval = 125
  /// Nanoseconds for which the first frame waits for the terminal to say what its background is. Most
  /// say it at once; where the way is longer, what is drawn meanwhile is drawn again.
  private static let backgroundPatience: Int64 = 10_000_000
  /// Nanoseconds after which everything that a start needs has been needed.
  private static let startLength: Int64 = 10_000_000_000
  /// Nanoseconds from one line of the log about what the program takes to the next.
  static let meterInterval: Int64 = 3_600_000_000_000
  /// Nanoseconds for which it is told that the last run crashed.
  private static let crashTelling: Int64 = 60_000_000_000

  var drawnSize: Size?
  /// The second that was last drawn, of the board and of the person's own clock.
  private var drawnSecond: Int64 = .min
  private var personSecond: Int64 = .min
  /// When the next frame may be drawn, in ``Clock/uptime``.
  private var nextFrame: Int64 = 0
  private var budget: OutputBudget
  var meter = SelfMeter()
  /// How many bytes had been written when it was last looked.
  private var bytesWritten = 0
  /// Rows that a person has changed and that were not shown yet.
  private var urgentRows: Set<Int> = []
  /// When what only the start needed is given back, in ``Clock/uptime``; `nil` once it is.
  var settlesAt: Int64?
  /// When the log is told next what the program takes, in ``Clock/uptime``.
  var metersAt: Int64 = 0
  /// Until when a crash of the last run is told, in ``Clock/uptime``.
  var crashToldUntil: Int64 = 0
  private var wanted = FrameReason.person
  private var end: ScreenEnd?

  /// A loop that shows the feed on the screen, over a line that takes at most so many bytes a second
  /// where that is known. `wakeup` is signalled when the feed has something.
  package init(
    screen: any BoardScreen, feed: any Feed, wakeup: Wakeup, drawing: DrawSettings,
    framesPerSecond: Int, bytesPerSecond: Int64? = nil, state: WallboardState,
    services: BoardServices = BoardServices()
  ) {
    self.screen = screen
    self.feed = feed
    self.wakeup = wakeup
    self.drawing = drawing
    painter = DashboardPainter(drawing)
    self.state = state
    self.services = services
    frameInterval = Self.interval(framesPerSecond: framesPerSecond)
    budget = OutputBudget(bytesPerSecond: bytesPerSecond)
  }

  /// Runs until the person quits or the terminal ends.
  package func run() -> ScreenEnd {
    settlesAt = Clock.uptime + Self.startLength
    metersAt = Clock.uptime + Self.meterInterval
    if services.recorder != nil { fold(.recording(isOn: true)) }
    readNotes()
    crashToldUntil = Clock.uptime + Self.crashTelling
    defer { rememberLayout() }
    tendLine()
    if services.themes?.isAutomatic(state.theme) == true, screen.isAnswerDue {
      nextFrame = Clock.uptime + Self.backgroundPatience
    }
    while true {
      foldFeed()
      followKeys()
      if let end { return end }
      adoptBackground()
      tendLine()
      drawWhenDue()
      switch sleep() {
      case .ready: break
      case .frameWanted: want(.person)
      case .reportWanted:
        want(.person)
        writeBlackBox()
      case .ended(let end): return end
      }
    }
  }

  /// Draws with other settings from now on.
  func use(_ drawing: DrawSettings) {
    self.drawing = drawing
    painter = DashboardPainter(drawing)
    want(.person)
  }

  private func foldFeed() {
    wakeup.clear()
    feed.drain { input in
      services.log?.observe(input)
      if case .observed = input { want(.words) }
      fold(input)
    }
  }

  private func followKeys() {
    let keys = screen.readKeys()
    guard !keys.isEmpty else { return }
    want(.person)
    noteUrgentRows {
      for key in keys {
        let intents = Dashboard.intents(
          for: key, in: state, settings: drawing, size: drawnSize ?? screen.size)
        for intent in intents { fold(.intent(intent)) }
      }
    }
  }

  func fold(_ input: Input) {
    want(.feed)
    let duplicates = state.board.counts.duplicates
    let effects = reduce(into: &state, input)
    let isDuplicate = state.board.counts.duplicates != duplicates
    services.recorder?.observe(input, isDuplicate: isDuplicate, state: state)
    services.blackBox?.observe(input, isDuplicate: isDuplicate, state: state)
    for effect in effects { perform(effect) }
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .network(let command): feed.send(command)
    case .copy(let request): copy(request)
    case .theme(let name): services.themes?[name].map(screen.use)
    case .saveView: saveView()
    case .writeBlackBox: writeBlackBox()
    case .writeNote, .readNotes: handOver(effect)
    case .reload: reload()
    case .alarm(let alerts): raise(alerts)
    case .meter: fold(.notice(meter.words(state.board, at: Clock.uptime)))
    case .playback(let command):
      feed.play(command)
      foldFeed()
    case .bookmark: bookmark()
    case .repaint: screen.repaint()
    case .suspend: screen.suspend()
    case .quit: end = .quit
    }
  }

  /// What is copied is what is shown, no more.
  private func copy(_ request: CopyRequest) {
    guard let text = Dashboard.text(of: request, in: state, settings: drawing) else { return }
    screen.copy(base64: Data(ClipboardSequence.fitting(text).utf8).base64EncodedString())
  }

  private func drawWhenDue() {
    let size = screen.size
    if size != drawnSize { want(.person) }
    if feed.now.seconds != drawnSecond || feed.personNow.seconds != personSecond { want(.second) }
    guard wanted > .nothing, millisecondsToFrame == 0 else { return }
    draw(size)
  }

  private func draw(_ size: Size) {
    advanceFrame(at: Clock.uptime)
    let (now, personNow) = (feed.now, feed.personNow)
    let layout = Dashboard.layout(state, size: size)
    // The rules of the local clock are looked up when the second turns, not for every frame.
    if now.seconds != drawnSecond { drawing.utcOffset = feed.utcOffset(at: now) }
    let frame = Frame(
      now: now, personNow: personNow, utcOffset: drawing.utcOffset, visibleRows: layout.visibleRows,
      lastOverlayTop: lastOverlayTop(size), overlayHeight: layout.overlayHeight,
      panes: painter.panePositions(state, size: size, utcOffset: drawing.utcOffset),
      secondsToPicture: meter.secondsToPicture(at: Clock.uptime))
    fold(.frame(frame))
    tendServices(isNewSecond: personNow.seconds != personSecond)
    let canvas = painter.draw(state, size: size, utcOffset: frame.utcOffset)
    let shown = present(canvas, first: layout.topRows, for: wanted)
    drawnSize = size
    (drawnSecond, personSecond) = (now.seconds, personNow.seconds)
    // What came with the frame, such as an alert, may have moved the panels: how many rows they show
    // now is told with the next. So is what there was no room for.
    let isDone = shown.isWhole && layout == Dashboard.layout(state, size: size)
    wanted = isDone ? .nothing : .second
  }

  private func want(_ reason: FrameReason) {
    wanted = max(wanted, reason)
  }

  /// From one due time to the next, so that what a frame takes does not slow the rate down; after a
  /// pause the rate begins anew.
  private func advanceFrame(at start: Int64) {
    let isInTime = start - nextFrame < frameInterval
    nextFrame = (isInTime ? nextFrame : start) + frameInterval
  }

  private func lastOverlayTop(_ size: Size) -> Int {
    guard state.view.overlay != nil else { return 0 }
    return Dashboard.lastOverlayTop(state, settings: drawing, size: size)
  }

  /// While a frame is wanted but too early, only keys are worth waking up for: what the feed brings
  /// meanwhile is folded now and then.
  private func sleep() -> ScreenWake {
    if wanted > .nothing {
      let longest = min(millisecondsToSecond, Self.foldInterval)
      return screen.wait(milliseconds: min(millisecondsToFrame, longest), watching: nil)
    }
    let longest = min(millisecondsToSecond, feed.millisecondsToNext ?? .max)
    return screen.wait(milliseconds: longest, watching: wakeup.descriptor)
  }

  private var millisecondsToFrame: Int {
    let now = Clock.uptime
    let left = max(nextFrame - now, budget.pause(for: wanted, untilSecond: untilSecond, at: now))
    return left <= 0 ? 0 : Int((left + 999_999) / 1_000_000)
  }

  /// Nanoseconds until the clock on the screen is an old one; `nil` while it is.
  var untilSecond: Int64? {
    let now = feed.personNow
    guard personSecond == now.seconds else { return nil }
    return (1000 - now.milliseconds % 1000) * 1_000_000
  }

  private var millisecondsToSecond: Int {
    let milliseconds = feed.personNow.milliseconds % 1000
    return 1000 - Int(milliseconds)
  }
}

extension BoardLoop {
  /// Takes note of what went to the terminal and of what it answered, and asks it again when that is
  /// worth it.
  private func tendLine() {
    let now = Clock.uptime
    noteWritten(at: now)
    if budget.line.isAsking, !screen.isAnswerDue {
      budget.line.answered(at: now)
      // It answers in turn: that is all that it says of its background.
      if drawnSize == nil { nextFrame = 0 }
    }
    guard budget.line.wantsToAsk(at: now) else { return }
    let isPossible = screen.ask()
    noteWritten(at: now)
    budget.line.asked(at: now, isPossible: isPossible)
  }

  /// Brings a canvas to the terminal, as much of it as the line has room for.
  private func present(
    _ canvas: Canvas, first top: Range<Int>, for reason: FrameReason
  ) -> PresentedFrame {
    let now = Clock.uptime
    let room = budget.limit(for: reason, untilSecond: untilSecond, at: now).map {
      FrameRoom(bytes: $0, top: top, urgent: urgentRows)
    }
    let shown = screen.present(canvas, within: room)
    urgentRows = []
    budget.spend(shown.bytes, for: reason, at: now)
    if shown.bytes > 0 {
      meter.noteFrame(isWhole: shown.isWhole, endsRound: shown.endsRound, at: now)
    }
    tendLine()
    return shown
  }

  /// Does what a person asked for. On a slow line, what that changes is shown before all else that
  /// has changed: what is said in other words, not what only looks different.
  private func noteUrgentRows(of change: () -> Void) {
    guard budget.line.isSlow, let size = drawnSize else { return change() }
    let before = painter.draw(state, size: size, utcOffset: drawing.utcOffset)
    change()
    let after = painter.draw(state, size: size, utcOffset: drawing.utcOffset)
    let rows = after.bounds.rows.filter { y in
      !after.row(y).elementsEqual(before.row(y)) { $0.glyph == $1.glyph }
    }
    urgentRows.formUnion(rows)
  }

  private func noteWritten(at now: Int64) {
    let count = screen.bytesWritten
    budget.line.wrote(count - bytesWritten, at: now)
    meter.note(count - bytesWritten, at: now)
    bytesWritten = count
  }
}
