import ArgumentParser
import Glibc
import WallboardApp
import WallboardBoard
import WallboardEvents
import WallboardPlatform
import WallboardRecording
import WallboardScreen
import WallboardSystem
import WallboardTerminal
import WallboardViews

/// One run of the board, from the first frame until the terminal is given back.
struct BoardRun {
  private let settings: Settings
  private let filter: StartFilter?
  private let isSimulated: Bool
  private let isReplay: Bool
  private let bytesPerSecond: Int64?
  /// One key for the screen and the recording: a caller has one pseudonym in both.
  private let pseudonyms: PseudonymKey
  private let keymap: Keymap
  private let themes: ThemeLibrary

  init(
    _ settings: Settings, filter: StartFilter?, bytesPerSecond: Int64?, isSimulated: Bool = false,
    isReplay: Bool = false, pseudonyms: PseudonymKey = .random()
  ) throws {
    self.settings = settings
    self.bytesPerSecond = bytesPerSecond
    self.filter = filter
    self.isSimulated = isSimulated
    self.pseudonyms = pseudonyms
    self.isReplay = isReplay
    keymap = try settings.keymap(isReplay: isReplay)
    let environment = Environment.current
    themes = try ThemeLibrary(
      ThemeLoader(environment: environment), first: settings.theme, from: settings.themeSource,
      background: ThemeBackground(environment: environment))
  }

  /// Throws without a terminal to draw on, and waits for the foreground. Standard input may be
  /// anything, such as the token: keys are read from the terminal itself.
  static func requireTerminal(
    instead: String = "--plain, wallboard events or wallboard snapshot"
  ) throws {
    guard isatty(STDOUT_FILENO) != 0 else {
      throw Failure(status: 1, "The board needs a terminal. Without one, use \(instead).")
    }
    guard Terminal.isInBackground else { return }
    Message.write(
      "Another job has the terminal. Bring this one to the front with fg; "
        + "timeout needs its option --foreground.")
    try Terminal.awaitForeground()
  }

  /// Shows the workspace's board until it ends; exit status 130 if it is interrupted.
  func show(
    _ credential: Credential, recording: RecordingOptions, flags: [Setting: String]
  ) throws {
    var services = services(themes)
    services.log = try settings.logFile.map(InputLog.init(path:))
    let session = try Session(settings, credential: credential, version: Version.text)
    defer { session.stop() }
    services.recorder = try recording.recorder(
      of: session,
      Privacy(mode: Settings.outputPrivacy(flags: flags), pseudonyms: pseudonyms))
    // Runs after the terminal was given back.
    defer { services.recorder?.stop().map(Message.write) }
    do {
      services.blackBox = try BlackBox(
        environment: Environment.current, workspace: session.workspace.rawValue,
        pseudonyms: pseudonyms)
    } catch {
      services.blackBoxProblem = "\(error)"
    }
    if settings.wall == nil {
      services.notes = NoteFile(
        environment: Environment.current, workspace: session.workspace, pseudonyms: pseudonyms)
    }
    services.reload = SettingsReload(flags: flags, environment: Environment.current)
    let keyExpiry = KeyExpiry(settings, credential, version: Version.text)
    services.keyExpiry = keyExpiry
    defer { keyExpiry.stop() }
    let name = isSimulated ? "demo" : session.workspace.rawValue
    services.log?.note("Started: wallboard \(Version.text), workspace \(session.workspace)")
    if let words = services.blackBox?.lastCrash { services.log?.note(words) }
    if services.blackBox == nil { services.log?.note(services.blackBoxProblem) }
    try show(session, session.wakeup, name, state(services.memory), services)
  }

  /// Shows a recording until the person quits, without bell and alarm: what it tells is past.
  func replay(_ source: RecordingSource, at moment: SeekTarget?) throws {
    var services = services(themes)
    services.alarm = nil
    let state = state(services.memory)
    let feed = try ReplayFeed(source, settings: state.settings)
    if let moment { try feed.begin(at: moment) }
    let name = source.reader.header.workspace.string
    try show(feed, Wakeup(), name, state, services)
  }

  private func show(
    _ feed: any Feed, _ wakeup: Wakeup, _ name: String, _ state: WallboardState,
    _ services: BoardServices
  ) throws {
    let terminal = try Terminal(
      options: TerminalOptions(
        color: settings.color, theme: themes[state.theme] ?? .default,
        asciiOnly: settings.ascii == true, mouse: settings.mouse))
    defer { terminal.close() }
    if let blackBox = services.blackBox {
      blackBox.arm()
      terminal.onCrash(BlackBox.crashWriter)
    }
    let loop = BoardLoop(
      screen: TerminalScreen(terminal), feed: feed, wakeup: wakeup,
      drawing: drawing(on: terminal, name, services.memory?.problem),
      framesPerSecond: settings.framesPerSecond, bytesPerSecond: bytesPerSecond, state: state,
      services: services)
    let end = loop.run()
    services.log?.note(end.sentence)
    switch end {
    case .quit: return
    case .interrupted, .terminated: throw Failure(status: 130, "")
    }
  }

  /// A wall looks as it was set up: its layout is neither read nor remembered.
  private func services(_ themes: ThemeLibrary) -> BoardServices {
    let environment = Environment.current
    var services = BoardServices()
    services.themes = themes
    services.memory = settings.wall == nil ? LayoutMemory(environment: environment) : nil
    services.views = ViewFile(environment: environment)
    services.alarm = Alarm(settings.tables.alarm, environment: environment)
    return services
  }

  private func state(_ memory: LayoutMemory?) -> WallboardState {
    let privacy = Privacy(mode: settings.privacy, pseudonyms: pseudonyms)
    var board = settings.board(privacy, themes)
    board.wall = settings.wall
    board.isReplay = isReplay
    board.clipboardAdvice = ClipboardAdvice.words { Environment.current[$0] }
    var state = WallboardState(board)
    state.view.apply(settings.layout(over: memory?.remembered))
    // The remembered theme may be gone.
    if themes[state.theme] == nil { state.view.theme = nil }
    filter?.apply(to: &state.view)
    return state
  }

  private func drawing(
    on terminal: Terminal, _ name: String, _ problem: String?
  ) -> DrawSettings {
    var drawing = DrawSettings(
      workspace: name, glyphs: terminal.glyphs,
      keymap: keymap, isSimulated: isSimulated,
      notice: problem ?? themes.folderProblem ?? terminal.notes.first)
    drawing.themes = themes.notes
    drawing.themeProblems = themes.problems
    drawing.colorDepth = terminal.colorDepth
    drawing.configuration = settings.configuration
    return drawing
  }
}

extension RecordingOptions {
  /// The recorder, if `--record` was given.
  func recorder(of session: Session, _ privacy: Privacy) throws -> Recorder? {
    try record.map {
      try Recorder(
        path: $0, habits: habits.habits(), workspace: session.workspace.rawValue,
        privacy: privacy, at: session.now)
    }
  }
}

/// The real terminal.
private final class TerminalScreen: BoardScreen {
  private let terminal: Terminal

  init(_ terminal: Terminal) {
    self.terminal = terminal
  }

  var size: Size { terminal.size }

  func present(_ canvas: Canvas, within room: FrameRoom?) -> PresentedFrame {
    let part = room.map { FramePart(bytes: $0.bytes, top: $0.top, urgent: $0.urgent) }
    switch terminal.present(canvas, part: part) {
    case .sent(let bytes): return PresentedFrame(bytes: bytes)
    case .sentInPart(let bytes, let endsRound):
      return PresentedFrame(bytes: bytes, isWhole: false, endsRound: endsRound)
    case .unchanged, .postponed: return PresentedFrame(bytes: 0)
    }
  }

  func ask() -> Bool { terminal.ask() }

  var isAnswerDue: Bool { terminal.isAnswerDue }

  var background: RGB? { terminal.background }

  var bytesWritten: Int { terminal.bytesWritten }

  func wait(milliseconds: Int, watching descriptor: Int32?) -> ScreenWake {
    let readiness = terminal.waitForInput(
      timeout: .milliseconds(milliseconds), alsoWatching: descriptor)
    if readiness.contains(.termination) {
      return .ended(terminal.terminationSignal == SIGINT ? .interrupted : .terminated)
    }
    if readiness.contains(.hangUp) { return .ended(.terminated) }
    if readiness.contains(.reportWanted) { return .reportWanted }
    return readiness.contains(.frameWanted) ? .frameWanted : .ready
  }

  func readKeys() -> [Key] { terminal.readKeys() }

  func copy(base64: String) { terminal.setClipboard(base64: base64) }

  func ring() { terminal.ring() }

  func use(_ theme: Theme) { terminal.theme = theme }

  func repaint() { terminal.repaint() }

  func suspend() { terminal.suspend() }
}
