import Glibc
import WallboardBoard
import WallboardEvents
import WallboardScreen
import WallboardTerminal
import WallboardViews

/// A person at a board of a thousand live calls: from a key to the bytes that the terminal gets.
///
/// The frame clock is left out: the run loop draws the frame after a key at once, unless the last
/// one is less than its interval ago.
final class Interaction {
  private static let size = Size(width: 160, height: 50)
  private var state: WallboardState
  private var painter = DashboardPainter(.benchmark)
  private let terminal: Terminal
  private let paper: PseudoTerminal
  private var now: Timestamp
  private var events: ArraySlice<Action>

  /// A board that has folded `calls`; before each key it folds one of `events`, for a board is busy.
  init?(calls: [Action], events: [Action]) throws {
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
    for action in calls { _ = reduce(into: &state, action) }
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
