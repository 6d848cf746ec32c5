import AppFixtures
import Testing
import WallboardPlatform
import WallboardScreen
import WallboardSystem
import WallboardViews

@testable import WallboardApp
@testable import WallboardBoard
@testable import WallboardEvents

@Suite("The run loop")
struct BoardLoopTests {
  /// Says after a while what its background is, and ends after some more.
  private final class AnsweringScreen: BoardScreen {
    let size = Size(width: 80, height: 24)
    let bytesWritten = 0
    /// After how many waits it answers.
    let delay: Int
    private var waits = 0
    /// What was done, in order.
    private(set) var log: [String] = []

    init(delay: Int) { self.delay = delay }

    var isAnswerDue: Bool { waits < delay }
    var background: RGB? {
      waits < delay ? nil : RGB(red: 0xFD, green: 0xF6, blue: 0xE3)
    }

    func present(_ canvas: Canvas, within room: FrameRoom?) -> PresentedFrame {
      log.append("frame")
      return PresentedFrame(bytes: 1)
    }

    func ask() -> Bool {
      log.append("asked")
      return true
    }
    func wait(milliseconds: Int, watching descriptor: Int32?) -> ScreenWake {
      waits += 1
      log.append("wait")
      return waits < delay + 2 ? .ready : .ended(.quit)
    }
    func readKeys() -> [Key] { [] }
    func copy(base64: String) {}
    func ring() {}
    func use(_ theme: Theme) { log.append(theme.name) }
    func repaint() {}
    func suspend() {}
  }

  private func log(of screen: AnsweringScreen, theme: String) throws -> [String] {
    var services = BoardServices()
    services.themes = try ThemeLibrary(ThemeLoader(environment: [:]), first: theme)
    var state = WallboardState(.test)
    state.settings.theme = theme
    let loop = BoardLoop(
      screen: screen, feed: elsewhere, wakeup: try Wakeup(),
      drawing: DrawSettings(workspace: "test", keymap: Keymap(mode: .desk)),
      framesPerSecond: 60, state: state, services: services)
    #expect(loop.run() == .quit)
    #expect(loop.drawing.themes["auto"]?.contains("light") == true)
    return screen.log
  }

  @Test("asks before it draws, and draws at once in what suits the terminal that answers soon")
  func background() throws {
    let log = try log(of: AnsweringScreen(delay: 1), theme: "auto")
    #expect(log.starts(with: ["asked", "wait", "light", "frame"]))
    #expect(log.filter { $0 == "light" }.count == 1)
  }

  @Test("does not wait for an answer that changes nothing, and keeps a theme that a person chose")
  func chosenTheme() throws {
    let log = try log(of: AnsweringScreen(delay: 1), theme: "dark")
    #expect(log.starts(with: ["asked", "frame"]))
    #expect(!log.contains("light"))
  }

  @Test("tells that the token ends soon, by the platform's clock")
  func tokenEnd() throws {
    let settings = try Settings(
      flags: [.url: "http://127.0.0.1:1"], environment: [:], file: .empty)
    // {"exp":1766007200}
    let token = try Credential(token: "eyJhbGciOiJub25lIn0.eyJleHAiOjE3NjYwMDcyMDB9.s")
    var services = BoardServices()
    services.keyExpiry = KeyExpiry(settings, token, version: "test")
    let loop = BoardLoop(
      screen: StillScreen(), feed: elsewhere, wakeup: try Wakeup(),
      drawing: DrawSettings(workspace: "test", keymap: Keymap(mode: .desk)),
      framesPerSecond: 15, state: WallboardState(.test), services: services)
    #expect(loop.run() == .quit)
    #expect(
      loop.state.view.notice?.text == "The token expires in 2h; get a new one before then")
  }

  /// A platform whose clock is not this machine's.
  private let elsewhere = StillFeed(at: Timestamp(milliseconds: 1_766_000_000_300))

  /// Else a slow line is kept free for a second that does not turn, and not for the one that does.
  @Test("waits for the turn of the second that it shows")
  func second() throws {
    let loop = BoardLoop(
      screen: StillScreen(), feed: elsewhere, wakeup: try Wakeup(),
      drawing: DrawSettings(workspace: "test", keymap: Keymap(mode: .desk)),
      framesPerSecond: 15, state: WallboardState(.test))
    #expect(loop.untilSecond == nil)
    #expect(loop.run() == .quit)
    #expect(loop.untilSecond == 700_000_000)
  }
}
