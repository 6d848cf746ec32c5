import CNcurses
import Glibc
package import WallboardScreen
import WallboardSystem

/// The terminal: takes canvases, gives keys, and leaves everything as it was.
///
/// Nothing here waits for a terminal that has stopped reading. There is one per process, used from
/// the thread that made it.
package final class Terminal {
  /// The size to draw for.
  package internal(set) var size: Size

  /// The characters to draw with: by the locale, or as the options say.
  package let glyphs: GlyphSet

  /// How many colours are in use.
  package let colorDepth: ColorDepth

  /// What a person may want to know about how the terminal is used, such as that its type has no
  /// description.
  package let notes: [String]

  /// The theme; another one shows from the next canvas on.
  package var theme: Theme {
    didSet { themeChanged() }
  }

  let device: TerminalDevice
  let curses: CursesScreen
  let wakeUp: Wakeup
  var renditions: RenditionTable
  var encoder: RowEncoder
  var presented: Canvas?
  /// The rows of which nobody knows what the screen shows.
  var unknownRows: Set<Int> = []
  var rowQueue = RowQueue()
  var isFrameWanted = false
  /// Whether the bell has to be rung with the next frame.
  var isBellDue = false
  var hasMoreInput = false
  var pendingKeys: [Key] = []
  var decoder: KeyDecoder
  var doublePress = DoublePress()
  /// Until when the rest of what only began is waited for.
  var inputDeadline: ContinuousClock.Instant?
  /// When the last bytes of input came.
  var lastInput: ContinuousClock.Instant?
  /// Whether the terminal may be asked something.
  let isAskable: Bool
  /// When it was last asked; `nil` once it has answered.
  var askedAt: ContinuousClock.Instant?
  /// When it was asked for its background, which it is once.
  var backgroundAskedAt: ContinuousClock.Instant?
  /// How many answers had come by then.
  var answersBefore = 0
  /// When it was last asked for the width of glyphs; `nil` once it has answered, or did not while it
  /// answered what came after.
  var widthAskedAt: ContinuousClock.Instant?
  /// Whether it was asked what it is since then.
  var isAskedSinceWidth = false
  /// How long the last answer took.
  var lastAnswer: Duration = .zero
  let modes: InputModes
  /// Whether the screen is the shell's.
  private var isLeft = false
  private var isClosed = false

  /// Takes the terminal of standard output over; throws when there is none that can be drawn on.
  package init(options: TerminalOptions) throws(TerminalError) {
    let locale = TextEncoding.adoptFromEnvironment()
    let encoding = options.asciiOnly ? .ascii : locale
    try Self.awaitForeground()
    let device = try TerminalDevice()
    do throws(WakeupFailure) {
      wakeUp = try Wakeup()
    } catch {
      throw .cannotOpen(reason: "\(error.reason)")
    }
    // Before ncurses, which takes only what no one else has.
    SignalHandlers.install(wakeUp: wakeUp.writeEnd)
    (curses, notes) = try SignalHandlers.withoutStopping { () throws(TerminalError) in
      try Self.startCurses(on: device)
    }
    self.device = device
    decoder = KeyDecoder(sequences: Capabilities.keySequences, encoding: locale)
    isAskable = Capabilities.isStandard
    modes = InputModes(mouse: options.mouse, isUnderstood: isAskable)
    glyphs = GlyphSet(for: encoding, terminalType: Self.terminalType)
    encoder = RowEncoder(
      repertoire: encoding.repertoire, marking: encoding == .utf8 ? Capabilities.marking : .none)
    theme = options.theme
    colorDepth = options.color.depth(on: Self.colorSupport(of: curses))
    renditions = RenditionTable(theme: theme, depth: colorDepth, on: curses)
    size = Self.usableSize(of: device)
    curses.resize(to: size)
    armRestore()
    device.send(modes.entering)
  }

  deinit {
    close()
  }

  /// The signal that asks the program to end, if one came.
  package var terminationSignal: Int32? { SignalHandlers.termination }

  /// Has a crash call `lastWords` once the terminal is as it was, with the terminal's descriptor or
  /// -1. It may do nothing but what is safe in a signal handler.
  package func onCrash(_ lastWords: @escaping @convention(c) (Int32) -> Void) {
    SignalHandlers.setLastWords(lastWords)
  }

  /// Gives the terminal back as it was; a second time does nothing.
  package func close() {
    guard !isClosed else { return }
    isClosed = true
    leaveScreen()
    SignalHandlers.remove()
  }

  /// Takes the screen and the modes, and has a crash give them back.
  private func takeScreen() {
    // The shell's modes may be others than they were at first.
    if isLeft { device.adoptShellModes() }
    isLeft = false
    device.takeModes()
    armRestore()
  }

  /// Gives the screen and the modes to the shell, once.
  private func leaveScreen() {
    guard !isLeft else { return }
    isLeft = true
    let farewell = modes.leaving + Capabilities.wiping + curses.leave()
    SignalHandlers.withoutStopping {
      // One that takes nothing has not read the question.
      if device.sendFarewell(farewell) { awaitAnswer() }
      askedAt = nil
      device.giveModesBack()
    }
    SignalHandlers.disarmRestore()
  }

  private func armRestore() {
    SignalHandlers.armRestore(
      descriptor: device.descriptor, bytes: modes.leaving + Capabilities.restoringBytes,
      modes: device.shellModes)
  }

  private static func usableSize(of device: TerminalDevice) -> Size {
    let size = device.size ?? Size(width: 80, height: 24)
    return Size(
      width: min(size.width, Canvas.maximumSize.width),
      height: min(size.height, Canvas.maximumSize.height))
  }

  private func themeChanged() {
    // Slots mean other colours now, which ncurses does not know.
    if renditions.slots != nil { curses.forgetScreen() }
    renditions = RenditionTable(theme: theme, depth: colorDepth, on: curses)
    encoder.themeChanged()
    presented = nil
    isFrameWanted = true
  }
}

// Jobs of a shell: only the one in the foreground may use the terminal.
extension Terminal {
  /// Whether the terminal of standard output is another job's.
  package static var isInBackground: Bool { !TerminalDevice.isForeground(STDOUT_FILENO) }

  /// Waits, stopped like any job that asks for the terminal from the background, until a shell brings
  /// this one to the front; throws where nobody can. A signal that ends programs ends it meanwhile.
  package static func awaitForeground() throws(TerminalError) {
    guard isInBackground else { return }
    // The kernel stops a process that may not do this, and does it once the process may.
    guard tcflow(STDOUT_FILENO, TCOON) == 0, !isInBackground else { throw .inBackground }
  }

  /// Gives the terminal to the shell and stops the process, as Ctrl-Z does; returns when the
  /// process goes on.
  package func suspend() {
    leaveScreen()
    SignalHandlers.stopProcess(by: SIGTSTP)
    resume()
  }

  /// Takes the terminal back after the process was stopped, by itself or from outside, once it is
  /// this job's. If it was told to end meanwhile, it leaves the terminal alone.
  func resume() {
    while !isOver, !device.isForeground { standBack() }
    guard !isOver else { return }
    _ = SignalHandlers.takeBackground()
    takeScreen()
    curses.returnFromShell()
    adoptSize()
    repaint()
  }

  /// Whether all that is left to do is to end.
  private var isOver: Bool { terminationSignal != nil || device.isGone }

  /// Stops, like a job that asks for a terminal which another job has.
  private func standBack() {
    leaveScreen()
    // The kernel does not stop a job that no shell could continue.
    if !SignalHandlers.stopProcess(by: SIGTTOU) { device.abandon() }
  }

  /// Reads the size again; another one comes as a key, and asks for a frame.
  func adoptSize() {
    let current = Self.usableSize(of: device)
    guard current != size else { return }
    size = current
    curses.resize(to: current)
    presented = nil
    isFrameWanted = true
    if !pendingKeys.contains(.resize) { pendingKeys.append(.resize) }
  }
}

/// What a person may choose about the terminal.
package struct TerminalOptions: Sendable {
  package var color: ColorChoice
  package var theme: Theme

  /// Whether to draw with ASCII alone, whatever the locale says.
  package var asciiOnly: Bool

  /// Whether presses and the wheel of the mouse are keys. While they are, selecting text takes the
  /// Shift key in most terminals.
  package var mouse: Bool

  package init(
    color: ColorChoice = .auto, theme: Theme = .default, asciiOnly: Bool = false,
    mouse: Bool = false
  ) {
    self.color = color
    self.theme = theme
    self.asciiOnly = asciiOnly
    self.mouse = mouse
  }
}

/// Why there can be no board on this terminal, in one line.
package enum TerminalError: Error, Hashable, CustomStringConvertible {
  case notATerminal
  case cannotOpen(reason: String)

  /// Another job has the terminal, and no shell can bring this one to the front.
  case inBackground
  case unknownType(String)

  /// The terminal's description has no way to address a cell.
  case cannotMoveCursor(String)

  package var description: String {
    switch self {
    case .notATerminal:
      "Standard output is not a terminal."
    case .cannotOpen(let reason):
      "The terminal cannot be opened: \(reason)."
    case .inBackground:
      "Another job has the terminal, and there is no shell to bring this one to the front."
    case .unknownType(let name):
      "There is no description of the terminal type “\(name)”; set TERM, for example to xterm-256color."
    case .cannotMoveCursor(let name):
      "A terminal of the type “\(name)” cannot move its cursor; set TERM if yours is another."
    }
  }
}
