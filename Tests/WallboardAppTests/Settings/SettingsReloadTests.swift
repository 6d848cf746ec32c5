import AppFixtures
import Foundation
import TestSupport
import Testing
import WallboardScreen
import WallboardSystem
import WallboardViews

@testable import WallboardApp
@testable import WallboardBoard
@testable import WallboardEvents

@Suite("Reading the settings again")
struct SettingsReloadTests {
  /// A board whose file is written anew.
  private final class Bench {
    let loop: BoardLoop
    private let folder: String

    init(_ folder: String, _ toml: String) throws {
      self.folder = folder
      try FileManager.default.createDirectory(
        atPath: folder + "/wallboard", withIntermediateDirectories: true)
      var services = BoardServices()
      let environment = ["XDG_CONFIG_HOME": folder]
      try Data(toml.utf8).write(to: URL(filePath: folder + "/wallboard/config.toml"))
      services.reload = SettingsReload(flags: [:], environment: environment)
      services.themes = try ThemeLibrary(ThemeLoader(environment: environment), first: "auto")
      loop = BoardLoop(
        screen: StillScreen(), feed: StillFeed(), wakeup: try Wakeup(),
        drawing: DrawSettings(workspace: "test", keymap: Keymap(mode: .desk)),
        framesPerSecond: 30, state: WallboardState(.test), services: services)
    }

    /// What is said after that was written.
    func reload(_ toml: String) throws -> String {
      try Data(toml.utf8).write(to: URL(filePath: folder + "/wallboard/config.toml"))
      loop.fold(.intent(.reload))
      return loop.state.view.notice?.text ?? ""
    }
  }

  private struct StillFeed: Feed {
    let now = Timestamp(milliseconds: 0)

    func drain<Failure: Error>(_ take: (Input) throws(Failure) -> Void) throws(Failure) {}
    func send(_ command: NetworkCommand) {}
  }

  private final class StillScreen: BoardScreen {
    let size = Size(width: 80, height: 24)
    let isAnswerDue = false
    let background: RGB? = nil
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

  @Test("takes over alerts, targets, panels, keys and the theme, and says what has changed")
  func changes() throws {
    try withTemporaryFolder { folder in
      let bench = try Bench(folder, "")
      #expect(
        try bench.reload("[alerts.call_too_long]\nwarning = \"5m\"")
          == "Settings read again: alerts.call_too_long.warning \"20m\" → \"5m\"")
      #expect(bench.loop.state.settings.alerts.rules[.callTooLong]?.warning == 300)
      let words = try bench.reload(
        "theme = \"light\"\n[keys]\nzoom = \"F11\"\n[panels.calls]\nsort = \"wait desc\"")
      #expect(
        words == "Settings read again: theme, 1 alert rule, 1 panel, 1 key changed", "\(words)")
      #expect(bench.loop.state.theme == "light")
      #expect(bench.loop.state.view.panels[.calls]?.sort == SortOrder(.wait, isDescending: true))
      #expect(bench.loop.drawing.keymap.intent(for: .function(11), in: .panels) == .toggleZoom)
      #expect(try bench.reload("").contains("1 panel"))
      #expect(bench.loop.state.view.panels[.calls]?.sort == nil)
    }
  }

  @Test("says what needs a new start, and does not do it")
  func late() throws {
    try withTemporaryFolder { folder in
      let bench = try Bench(folder, "")
      let privacy = bench.loop.state.settings.privacy.mode
      #expect(
        try bench.reload("privacy = \"open\"\nfps = 10")
          == "Settings read again: fps 30 → 10; after a new start: privacy \"desk\" → \"open\"")
      #expect(bench.loop.state.settings.privacy.mode == privacy)
    }
  }

  @Test("says what is wrong, and leaves all as it is")
  func wrong() throws {
    try withTemporaryFolder { folder in
      let bench = try Bench(folder, "fps = 10")
      let theme = bench.loop.state.theme
      let words = try bench.reload("fps = 99\nmouse = 7\nx = 1")
      #expect(words.hasPrefix("Nothing changed: config.toml:1: fps: “99”"))
      #expect(words.hasSuffix("(and 2 more: wallboard doctor)"))
      #expect(
        try bench.reload("fps = 10\ntheme = \"nonsense\"")
          .hasPrefix("Nothing changed: config.toml:2: theme: no such theme: “nonsense”"))
      #expect(bench.loop.state.theme == theme)
      #expect(
        try bench.reload("fps = 10")
          == "Settings read again: nothing has changed")
    }
  }
}
