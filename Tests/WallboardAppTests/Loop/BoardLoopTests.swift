import AppFixtures
import Testing
import WallboardScreen
import WallboardSystem
import WallboardViews

@testable import WallboardApp
@testable import WallboardBoard
@testable import WallboardEvents

@Suite("The run loop")
struct BoardLoopTests {
  /// Takes one frame, and ends.
  private final class Screen: BoardScreen {
    let size = Size(width: 80, height: 24)
    let isAnswerDue = false
    let bytesWritten = 0

    func present(_ canvas: Canvas, within room: FrameRoom?) -> PresentedFrame {
      PresentedFrame(bytes: 1)
    }

    func ask() -> Bool { false }
    func wait(milliseconds: Int, watching descriptor: Int32?) -> ScreenWake { .ended(.quit) }
    func readKeys() -> [Key] { [] }
    func copy(base64: String) {}
    func ring() {}
    func use(_ theme: Theme) {}
    func repaint() {}
    func suspend() {}
  }

  /// A platform whose clock is not this machine's.
  private struct Elsewhere: Feed {
    var now = Timestamp(milliseconds: 1_766_000_000_300)

    func drain<Failure: Error>(_ take: (Input) throws(Failure) -> Void) {}
    func send(_ command: NetworkCommand) {}
  }

  /// Else a slow line is kept free for a second that does not turn, and not for the one that does.
  @Test("waits for the turn of the second that it shows")
  func second() throws {
    let loop = BoardLoop(
      screen: Screen(), feed: Elsewhere(), wakeup: try Wakeup(),
      drawing: DrawSettings(workspace: "test", keymap: Keymap(mode: .desk)),
      framesPerSecond: 15, state: WallboardState(.test))
    #expect(loop.untilSecond == nil)
    #expect(loop.run() == .quit)
    #expect(loop.untilSecond == 700_000_000)
  }
}
