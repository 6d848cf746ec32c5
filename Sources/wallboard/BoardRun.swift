import ArgumentParser
import Glibc
import WallboardApp
import WallboardCore
import WallboardPlatform
import WallboardScreen
import WallboardTerminal
import WallboardViews

/// One run of the board, from the first frame until the terminal is given back.
struct BoardRun {
  private let settings: Settings
  private let filter: StartFilter?
  private let isSimulated: Bool

  init(_ settings: Settings, filter: StartFilter?, isSimulated: Bool) {
    self.settings = settings
    self.filter = filter
    self.isSimulated = isSimulated
  }

  /// Without a terminal there is nothing to draw on; says what to use instead. Standard input may
  /// be anything, such as the token: keys are read from the terminal itself.
  static func requireTerminal() throws {
    guard isatty(STDOUT_FILENO) != 0 else {
      throw Failure(
        status: 1,
        "The board needs a terminal; --plain, wallboard events and wallboard snapshot work without."
      )
    }
  }

  /// Shows the board until it ends; a person who interrupts it gets status 130.
  func show(_ credential: Credential) throws {
    let keymap = try settings.keymap()
    let themes = try ThemeLibrary(
      ThemeLoader(environment: Environment.current), first: settings.theme)
    var services = services(themes)
    services.log = try settings.logFile.map(ActionLog.init(path:))
    let state = state(services.memory, themes)
    let session = try Session(settings, credential: credential, version: Version.text)
    defer { session.stop() }
    let terminal = try Terminal(
      options: TerminalOptions(
        color: settings.color, theme: themes[state.theme] ?? themes.first,
        asciiOnly: settings.ascii == true, mouse: settings.mouse))
    defer { terminal.close() }
    let loop = BoardLoop(
      screen: TerminalScreen(terminal), feed: session, wakeup: session.wakeup,
      drawing: drawing(on: terminal, of: session, keymap, themes, services.memory?.problem),
      framesPerSecond: settings.framesPerSecond, state: state, services: services)
    services.log?.note("began: wallboard \(Version.text), workspace \(session.workspace)")
    let end = loop.run()
    services.log?.note(end.sentence)
    switch end {
    case .quit: return
    case .interrupted, .terminated: throw Failure(status: 130, "")
    }
  }

  /// Nothing is remembered of a wall, and a wall looks as it was set up.
  private func services(_ themes: ThemeLibrary) -> BoardServices {
    let environment = Environment.current
    var services = BoardServices()
    services.themes = themes.themes
    services.memory = settings.wall == nil ? LayoutMemory(environment: environment) : nil
    services.views = ViewFile(environment: environment)
    services.alarm = Alarm(settings.tables.alarm, environment: environment)
    return services
  }

  private func state(_ memory: LayoutMemory?, _ themes: ThemeLibrary) -> WallboardState {
    let privacy = Privacy(mode: settings.privacy, pseudonyms: .random())
    var board = settings.board(privacy, themes)
    board.wall = settings.wall
    var state = WallboardState(board)
    state.view.apply(settings.layout(over: memory?.remembered))
    // A theme that is remembered may be gone.
    if themes[state.theme] == nil { state.view.theme = nil }
    filter?.apply(to: &state.view)
    return state
  }

  private func drawing(
    on terminal: Terminal, of session: Session, _ keymap: Keymap, _ themes: ThemeLibrary,
    _ problem: String?
  ) -> DrawSettings {
    let workspace = isSimulated ? "demo" : session.workspace.rawValue
    var drawing = DrawSettings(
      workspace: workspace, glyphs: terminal.glyphs,
      keymap: keymap, isSimulated: isSimulated,
      notice: problem ?? terminal.notes.first)
    drawing.themes = themes.notes
    drawing.themeProblems = themes.problems
    drawing.colorDepth = terminal.colorDepth
    return drawing
  }
}
