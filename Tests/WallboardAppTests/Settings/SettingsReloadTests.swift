import AppFixtures
import Foundation
import TestSupport
import Testing
import WallboardScreen
import WallboardSystem

@testable import WallboardApp
@testable import WallboardBoard
@testable import WallboardEvents
@testable import WallboardViews

@Suite("Reading the settings again")
struct SettingsReloadTests {
  /// A board whose file is written anew.
  private final class Bench {
    let loop: BoardLoop
    let screen = StillScreen()
    private let folder: String
    /// What was written to the log.
    let log: String

    init(_ folder: String, _ toml: String, _ settings: BoardSettings = .test) throws {
      self.folder = folder
      log = folder + "/log"
      try FileManager.default.createDirectory(
        atPath: folder + "/wallboard", withIntermediateDirectories: true)
      var services = BoardServices()
      let environment = ["XDG_CONFIG_HOME": folder]
      try Data(toml.utf8).write(to: URL(filePath: folder + "/wallboard/config.toml"))
      services.reload = SettingsReload(flags: [:], environment: environment)
      services.themes = try ThemeLibrary(ThemeLoader(environment: environment), first: "auto")
      services.log = try InputLog(path: log)
      loop = BoardLoop(
        screen: screen, feed: StillFeed(), wakeup: try Wakeup(),
        drawing: DrawSettings(workspace: "test", keymap: Keymap(mode: .desk)),
        framesPerSecond: 30, state: WallboardState(settings), services: services)
    }

    /// What is said after that was written.
    func reload(_ toml: String) throws -> String {
      try Data(toml.utf8).write(to: URL(filePath: folder + "/wallboard/config.toml"))
      loop.fold(.intent(.reload))
      return loop.state.view.notice?.text ?? ""
    }
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

  private let again = "Settings read again: "

  @Test("repeats what waits for a new start until that is taken back")
  func waiting() throws {
    try withTemporaryFolder { folder in
      let bench = try Bench(folder, "")
      let words = "after a new start: privacy \"desk\" → \"open\""
      #expect(try bench.reload("privacy = \"open\"") == again + words)
      #expect(try bench.reload("privacy = \"open\"") == again + words)
      #expect(
        try bench.reload("privacy = \"open\"\nfps = 10") == again + "fps 30 → 10; \(words)")
      #expect(try bench.reload("fps = 10") == again + "nothing has changed")
    }
  }

  @Test("A wall keeps the keys of a wall, and a desk those of a desk")
  func wall() throws {
    try withTemporaryFolder { folder in
      var settings = BoardSettings(privacy: Privacy(mode: .wall, pseudonyms: .random()))
      settings.wall = WallSettings(follow: false)
      let wall = try Bench(folder, "", settings)
      #expect(try wall.reload("fps = 10") == again + "fps 30 → 10")
      let keys = wall.loop.drawing.keymap
      #expect(keys.bindings.map(\.help) == Keymap(mode: .wall, isWall: true).bindings.map(\.help))
      #expect(
        keys.bindings.map(\.help) != Keymap(mode: .wall).bindings.map(\.help),
        "or nothing is tested")
      let desk = try Bench(folder, "")
      #expect(try desk.reload("fps = 10\n[wall]\nenabled = true").contains("after a new start"))
      #expect(
        desk.loop.drawing.keymap.bindings.map(\.help) == Keymap(mode: .desk).bindings.map(\.help))
    }
  }

  @Test(
    "Nothing that may be secret is told, neither on the screen nor in the log",
    arguments: [
      (
        "[alerts]\ncommand = [\"page\", \"s3cret\"]",
        "alerts.sound \"none\" → \"command\", alerts.command"
      ),
      ("token_file = \"/s3cret\"", "after a new start: token_file"),
      ("log = \"/s3cret\"", "after a new start: log"),
      ("ca_file = \"/s3cret\"", "after a new start: ca_file"),
      ("[alerts.rules.x]\nwhen = \"call: caller:s3cret\"", "alerts.rules.x.when"),
    ])
  func secrets(toml: String, words: String) throws {
    try withTemporaryFolder { folder in
      let bench = try Bench(folder, "")
      #expect(try bench.reload(toml) == again + words)
      #expect(try !bench.reload("").contains("s3cret"))
      let log = try String(contentsOfFile: bench.log, encoding: .utf8)
      #expect(log.contains(words) && !log.contains("s3cret"), "\(log)")
    }
  }

  @Test("The file of a theme is read again, whether its name or its path is set")
  func themeFile() throws {
    try withTemporaryFolder { folder in
      let themes = folder + "/wallboard/themes"
      try FileManager.default.createDirectory(atPath: themes, withIntermediateDirectories: true)
      let write = { (path: String, style: String) in
        try Data("[roles]\ntext = \"\(style)\"".utf8).write(to: URL(filePath: path))
      }
      try write(themes + "/own.toml", "red")
      let bench = try Bench(folder, "")
      #expect(try bench.reload("theme = \"own\"") == again + "theme \"auto\" → \"own\"")
      let before = bench.loop.services.themes?["own"]
      try write(themes + "/own.toml", "blue")
      #expect(try bench.reload("theme = \"own\"") == again + "theme own")
      #expect(bench.loop.services.themes?["own"] != before)
      #expect(try bench.reload("theme = \"own\"").hasSuffix("nothing has changed"))
      try write(themes + "/other.toml", "no colour")
      #expect(try bench.reload("theme = \"own\"").contains("other.toml:2: "))
      #expect(bench.loop.drawing.themeProblems.count == 1)
      #expect(try bench.reload("theme = \"own\"").hasSuffix("nothing has changed"))
      let path = folder + "/s3cret.toml"
      try write(path, "red")
      #expect(try bench.reload("theme = \"\(path)\"") == again + "theme")
      try write(path, "blue")
      #expect(try bench.reload("theme = \"\(path)\"") == again + "theme")
      try write(path, "no colour")
      #expect(try bench.reload("theme = \"\(path)\"").hasPrefix("Nothing changed: "))
      #expect(try bench.reload("") == again + "theme")
    }
  }

  @Test(
    "A theme in use stays where its file is gone or broken, and one that is only looked at does not",
    arguments: [nil, "no colour"])
  func lostTheme(style: String?) throws {
    try withTemporaryFolder { folder in
      let themes = folder + "/wallboard/themes"
      try FileManager.default.createDirectory(atPath: themes, withIntermediateDirectories: true)
      let path = themes + "/a.toml"
      let write = { (style: String) in
        try Data("[roles]\ntext = \"\(style)\"".utf8).write(to: URL(filePath: path))
      }
      let lose = {
        try style.map(write) ?? FileManager.default.removeItem(atPath: path)
      }
      try write("red")
      let bench = try Bench(folder, "")
      let own = try #require(bench.loop.services.themes?["a"])
      _ = try bench.reload("fps = 10")
      bench.loop.fold(.intent(.useTheme("a")))
      bench.loop.fold(.intent(.chooseTheme))
      try lose()
      let words = try bench.reload("fps = 10")
      let notice = "theme a is no longer usable, and stays as it was for now"
      #expect(words.hasSuffix(notice), "\(words)")
      #expect(words.contains("a.toml:2: ") == (style != nil))
      #expect(bench.loop.services.themes?["a"] == own && bench.screen.theme == "a")
      #expect(bench.loop.state.theme == "a" && bench.loop.state.settings.themes.contains("a"))
      #expect(try bench.reload("fps = 10") == again + "nothing has changed")
      bench.loop.fold(.intent(.useTheme("light")))
      #expect(try bench.reload("fps = 20").contains("theme a"))
      #expect(bench.loop.services.themes?["a"] == nil)

      try write("red")
      _ = try bench.reload("fps = 20")
      bench.loop.fold(.intent(.chooseTheme))
      bench.loop.fold(.intent(.moveToLast))
      #expect(bench.screen.theme == "a")
      try lose()
      #expect(try bench.reload("fps = 20").contains("theme a"))
      let state = bench.loop.state
      #expect(state.view.overlay == .themes)
      #expect(state.view.overlayIndex == state.settings.themes.firstIndex(of: "light"))
      #expect(state.theme == "light" && bench.screen.theme == "light")
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
