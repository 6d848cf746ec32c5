import Glibc
import WallboardBoard
import WallboardEvents
import WallboardScreen
import WallboardTerminal
import WallboardViews

extension Bench {
  private static let liveCalls = 1_000
  private static let laps = 12

  /// Typing a filter, sorting and moving on a board of a thousand live calls; a line each.
  static func measureInteraction() throws -> [String] {
    let inputs = try Workload(count: liveCalls * 6, liveCalls: liveCalls).inputs
    let (calls, events) = (inputs.prefix(liveCalls * 2), inputs.dropFirst(liveCalls * 2))
    guard let board = try Interaction(calls: Array(calls), events: Array(events)) else { return [] }
    var figures: [(name: String, milliseconds: [Double])] = []
    for (name, keys) in habits {
      let times = (0..<laps).flatMap { _ in board.press(keys) }
      figures.append((name, times.sorted()))
    }
    board.end()
    return figures.map { line(of: $0.name, $0.milliseconds) }
  }

  /// What people do, and the keys that they press for it; after each the board is as before.
  private static let habits: [(String, [Key])] = [
    ("filter", typed("/billing age>1m -zebra") + [.enter, .escape]),
    ("sort", typed("ssssssssSSSS")),
    ("filter-sorted", typed("s/caller 4") + Array(repeating: .backspace, count: 8) + [.escape]),
    ("move", Array(repeating: .down, count: 20) + [.pageDown, .end, .home]),
    ("palette", typed(":sort calls") + [.down, .up, .escape]),
  ]

  private static func typed(_ text: String) -> [Key] { text.map(Key.character) }

  private static func line(of name: String, _ times: [Double]) -> String {
    func at(_ share: Double) -> Double {
      guard !times.isEmpty else { return 0 }
      let place = min(times.count - 1, Int(Double(times.count) * share))
      return (times[place] * 1_000).rounded() / 1_000
    }
    return #"{"bench":"interaction","what":"\#(name)","unit":"keys","count":\#(times.count),"#
      + #""milliseconds":{"median":\#(at(0.5)),"p95":\#(at(0.95)),"max":\#(at(1))}}"#
  }
}

/// A person at a board of a thousand live calls: from a key to the bytes that the terminal gets.
///
/// The frame clock is left out: the run loop draws the frame after a key at once, unless the last
/// one is less than its interval ago.
private final class Interaction {
  private static let size = Size(width: 160, height: 50)
  private var state: WallboardState
  private var painter = DashboardPainter(.benchmark)
  private let terminal: Terminal
  private let paper: PseudoTerminal
  private var now: Timestamp
  private var events: ArraySlice<Input>

  /// A board that has folded `calls`; before each key it folds one of `events`, for a board is busy.
  init?(calls: [Input], events: [Input]) throws {
    unsafe setenv("TERM", "xterm-256color", 1)
    guard let paper = PseudoTerminal(size: Self.size) else { return nil }
    self.paper = paper
    terminal = try Terminal(
      options: TerminalOptions(
        color: .auto, theme: Theme(name: "plain", styles: [:]), asciiOnly: false))
    state = WallboardState(.benchmark)
    now = Timestamp(milliseconds: 1_766_000_300_000)
    self.events = events[...]
    _ = reduce(into: &state, .connection(ConnectionChange(.open, at: now)))
    for input in calls { _ = reduce(into: &state, input) }
    _ = reduce(into: &state, .heard(at: now))
    draw()
    _ = paper.drain()
  }

  /// Gives standard output back.
  func end() {
    terminal.close()
    _ = paper.drain()
    paper.restore()
  }

  /// Presses the keys one after another; how long each took, in milliseconds, of those that changed
  /// the screen.
  func press(_ keys: [Key]) -> [Double] {
    let clock = ContinuousClock()
    return keys.compactMap { key in
      passTime()
      let duration = clock.measure {
        for intent in Dashboard.intents(for: key, in: state, settings: .benchmark) {
          _ = reduce(into: &state, .intent(intent))
        }
        draw()
      }
      let (seconds, attoseconds) = duration.components
      guard paper.drain() > 0 else { return nil }
      return Double(seconds) * 1e3 + Double(attoseconds) * 1e-15
    }
  }

  /// A busy board has changed since the last key, and been drawn.
  private func passTime() {
    now = now.advanced(milliseconds: 90)
    if let event = events.popFirst() { _ = reduce(into: &state, event) }
    draw()
    _ = paper.drain()
  }

  private func draw() {
    let layout = Dashboard.layout(state, size: Self.size)
    let frame = Frame(
      now: now, visibleRows: layout.visibleRows,
      lastOverlayTop: Dashboard.lastOverlayTop(state, settings: .benchmark, size: Self.size),
      panes: painter.panePositions(state, size: Self.size, utcOffset: 0))
    _ = reduce(into: &state, .frame(frame))
    terminal.present(painter.draw(state, size: Self.size, utcOffset: 0))
  }
}

/// A terminal without a screen, in the place of standard output while it lives: what is written to
/// it is counted and thrown away.
private final class PseudoTerminal {
  // TIOCSPTLCK and TIOCGPTN of asm-generic/ioctls.h.
  private static let unlock: UInt = 0x4004_5431
  private static let number: UInt = 0x8004_5430

  private let controller: Int32
  private let output: Int32

  /// Takes standard output's place with a terminal of that size; `nil` when the system has none left.
  init?(size: Size) {
    controller = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_NONBLOCK)
    var unlock: Int32 = 0
    var number: Int32 = 0
    // pts(4); the functions around these are not in the headers that Swift sees.
    guard controller >= 0, unsafe ioctl(controller, Self.unlock, &unlock) == 0,
      unsafe ioctl(controller, Self.number, &number) == 0
    else { return nil }
    let terminal = unsafe open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    var window = winsize(
      ws_row: UInt16(clamping: size.height), ws_col: UInt16(clamping: size.width), ws_xpixel: 0,
      ws_ypixel: 0)
    output = dup(STDOUT_FILENO)
    guard terminal >= 0, output >= 0,
      unsafe ioctl(terminal, UInt(TIOCSWINSZ), &window) == 0,
      dup2(terminal, STDOUT_FILENO) == STDOUT_FILENO
    else { return nil }
    close(terminal)
  }

  /// Gives standard output back.
  func restore() {
    dup2(output, STDOUT_FILENO)
    close(output)
    close(controller)
  }

  /// Reads what was written so far; how many bytes that is.
  func drain() -> Int {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var count = 0
    while true {
      let read = unsafe buffer.withUnsafeMutableBytes {
        unsafe Glibc.read(controller, $0.baseAddress, $0.count)
      }
      guard read > 0 else { return count }
      count += read
    }
  }
}
