import Glibc
import WallboardApp
import WallboardScreen
import WallboardTerminal

/// The real terminal, as the run loop wants it.
final class TerminalScreen: BoardScreen {
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

  var bytesWritten: Int { terminal.bytesWritten }

  func wait(milliseconds: Int, watching descriptor: Int32?) -> ScreenWake {
    let readiness = terminal.waitForInput(
      timeout: .milliseconds(milliseconds), alsoWatching: descriptor)
    if readiness.contains(.termination) {
      return .ended(terminal.terminationSignal == SIGINT ? .interrupted : .terminated)
    }
    if readiness.contains(.hangUp) { return .ended(.terminated) }
    return readiness.contains(.frameWanted) ? .frameWanted : .ready
  }

  func readKeys() -> [Key] { terminal.readKeys() }

  func copy(base64: String) { terminal.setClipboard(base64: base64) }

  func ring() { terminal.ring() }

  func use(_ theme: Theme) { terminal.theme = theme }

  func repaint() { terminal.repaint() }

  func suspend() { terminal.suspend() }
}
