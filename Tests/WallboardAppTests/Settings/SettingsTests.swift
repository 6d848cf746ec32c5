import TestSupport
import Foundation
import Testing
import WallboardScreen

@testable import WallboardApp
@testable import WallboardBoard
@testable import WallboardEvents
@testable import WallboardPlatform

@Suite("Settings")
struct SettingsTests {
  private func settings(
    flags: [Setting: String] = [:], environment: [String: String] = [:], toml: String = ""
  ) throws -> Settings {
    try Settings(
      flags: flags, environment: environment,
      file: ConfigurationFile(path: "config.toml", toml: toml))
  }

  @Test("Without anything set, the interface's defaults hold")
  func defaults() throws {
    let settings = try settings()
    #expect(settings.workspace == nil)
    #expect(settings.address.description == "https://api.platform.amigo.ai")
    #expect(settings.framesPerSecond == 30)
    #expect(settings.theme == "auto")
    #expect(settings.privacy == .desk)
    #expect(settings.color == .auto)
    #expect(settings.ascii == nil)
    #expect(settings.streamSilence == 75)
    #expect(settings.staleAfter == 45)
  }

  @Test("A flag goes before the environment, the environment before the file")
  func precedence() throws {
    let toml = "fps = 10\ntheme = \"file\"\nprivacy = \"wall\""
    let environment = ["WALLBOARD_FPS": "20", "WALLBOARD_THEME": "environment"]
    let settings = try settings(flags: [.fps: "25"], environment: environment, toml: toml)
    #expect(settings.framesPerSecond == 25)
    #expect(settings.theme == "environment")
    #expect(settings.privacy == .wall)
  }

  @Test(
    "Whose certificates are trusted: what is set for this program, then what OpenSSL's variables say"
  )
  func authorities() throws {
    var environment = ["SSL_CERT_FILE": "/a.pem", "SSL_CERT_DIR": "/certificates"]
    let expect = { (file: String?, folder: String?, environment: [String: String], toml: String) in
      let settings = try settings(environment: environment, toml: toml)
      #expect(settings.caFile == file)
      #expect(settings.caFolder == folder)
    }
    try expect("/a.pem", "/certificates", environment, "")
    try expect("/c.pem", nil, environment, "ca_file = \"/c.pem\"")
    environment["CURL_CA_BUNDLE"] = "/b.pem"
    try expect("/b.pem", nil, environment, "ca_file = \"/c.pem\"")
    try expect(nil, nil, ["SSL_CERT_FILE": "", "SSL_CERT_DIR": ""], "")
  }

  @Test("An empty variable is not set")
  func emptyVariable() throws {
    #expect(
      try settings(environment: ["WALLBOARD_FPS": ""], toml: "fps = 10").framesPerSecond == 10)
  }

  @Test("NO_COLOR means no colour, unless something says otherwise; empty it means nothing")
  func noColor() throws {
    #expect(try settings(environment: ["NO_COLOR": "1"]).color == .never)
    #expect(try settings(environment: ["NO_COLOR": ""]).color == .auto)
    #expect(
      try settings(flags: [.color: "256"], environment: ["NO_COLOR": "1"]).color == .indexed256)
  }

  @Test(
    "A bad value says where it stands and what may stand there",
    arguments: [
      (Setting.fps, "61", "--fps: “61” is not a whole number from 1 to 60."),
      (.fps, "many", "--fps: “many” is not a whole number from 1 to 60."),
      (.privacy, "shut", "--privacy: “shut” is not one of wall, desk, open."),
      (.color, "red", "--color: “red” is not one of auto, never, 16, 256, truecolor."),
      (.ascii, "maybe", "--ascii: “maybe” is not true or false."),
      (
        .workspace, "mine",
        "--workspace: “mine” is not a workspace ID, such as 00000000-0000-4000-8000-000000000001."
      ),
    ])
  func badValue(setting: Setting, text: String, message: String) throws {
    #expect(throws: SettingsError(message)) { try settings(flags: [setting: text]) }
  }

  @Test("The token is never sent in clear but to this machine")
  func clearText() throws {
    #expect(throws: SettingsError.self) { try settings(flags: [.url: "http://example.org"]) }
    #expect(try settings(flags: [.url: "http://127.0.0.1:8787"]).address.origin.isLoopback)
    #expect(try settings(flags: [.url: "https://example.org/gateway"]).address.pathPrefix != "")
  }

  @Test("Calls may be observed on another host, with the schemes of WebSockets too")
  func observerAddress() throws {
    #expect(try settings().observerAddress == nil)
    let other = try settings(flags: [.observerURL: "wss://agents.example.org/live"])
    #expect(other.observerAddress?.description == "https://agents.example.org/live")
    #expect(try settings(flags: [.observerURL: "https://a.example.org"]).observerAddress != nil)
    #expect(throws: SettingsError.self) {
      try settings(flags: [.observerURL: "ws://agents.example.org"])
    }
    #expect(throws: SettingsError.self) { try settings(flags: [.url: "wss://example.org"]) }
  }

  @Test("An unknown key names its file, its line and the keys there are")
  func unknownKey() throws {
    let error = #expect(throws: SettingsError.self) {
      try settings(toml: "fps = 10\n\ncolour = \"auto\"\n")
    }
    #expect(error?.description.hasPrefix("config.toml:3: colour is not a setting") == true)
    #expect(error?.description.contains("workspace, url, fps") == true)
  }

  @Test("A bad value in the file names the file and the line")
  func badValueInFile() throws {
    #expect(
      throws: SettingsError(
        "config.toml:2: fps: “99” is not a whole number from 1 to 60.")
    ) { try settings(toml: "theme = \"x\"\nfps = 99") }
  }

  @Test("Text that is no TOML names the line")
  func noTOML() throws {
    let error = #expect(throws: SettingsError.self) { try settings(toml: "fps = 10\nfps = = 1\n") }
    #expect(error?.description.hasPrefix("config.toml:2: ") == true)
  }

  @Test("Tables hold the watchdogs")
  func watchdogs() throws {
    #expect(try settings(toml: "[watchdogs]\nstream = 90").streamSilence == 90)
    #expect(try settings(toml: "[watchdogs]\nstream = 10").staleAfter == 6)
    #expect(try settings(toml: "[watchdogs]\nstream = 1").staleAfter == 1)
    let error = #expect(throws: SettingsError.self) { try settings(toml: "[watchdogs]\nsteam = 9") }
    #expect(error?.description.hasPrefix("config.toml:2: watchdogs.steam") == true)
  }

  @Test(
    "Who has a setting of an earlier version is told what to write",
    arguments: [
      ("[wall]\ndirector = true", "config.toml:2: wall.director is now wall.follow"),
      ("[wall]\nenabled = true\npage_seconds = 8", "config.toml:3: wall.page_seconds is no longer"),
    ])
  func former(toml: String, words: String) throws {
    let error = #expect(throws: SettingsError.self) { try settings(toml: toml) }
    #expect(error?.description.hasPrefix(words) == true, "\(error?.description ?? "")")
  }

  @Test("A wall shows nothing private, and has its habits from the file")
  func wall() throws {
    #expect(try settings().wall == nil)
    let wall = try settings(
      flags: [.wall: "true"], environment: ["WALLBOARD_PRIVACY": "open"],
      toml: "[wall]\nfollow = true")
    #expect(wall.privacy == .wall)
    #expect(wall.wall?.follow == true)
    #expect(try settings(environment: ["WALLBOARD_WALL": "1"]).wall == WallSettings())
    #expect(try settings(toml: "wall.enabled = true").wall == WallSettings())
    #expect(WallSettings().follow == false)
    try wall.checkWall(flags: [.wall: "true", .privacy: "wall"])
    #expect(throws: SettingsError.self) {
      try wall.checkWall(flags: [.wall: "true", .privacy: "desk"])
    }
  }

  @Test("A filter is laid on the panels that have its fields; one that no panel has is an error")
  func startFilter() throws {
    let lists: Set<Panel> = [.calls, .operators, .surfaces, .activity]
    #expect(Set(try StartFilter("billing").filters.keys) == lists)
    #expect(Set(try StartFilter("severity:critical").filters.keys) == [.alerts])
    let filters = try StartFilter("wait>1m").filters
    #expect(filters[.calls] != nil && filters[.surfaces] == nil)
    var view = BoardView()
    try StartFilter("wait>1m").apply(to: &view)
    #expect(view.panels[.calls]?.filter?.text == "wait>1m")
    let error = #expect(throws: SettingsError.self) { try StartFilter("luck:good") }
    #expect(error?.description.hasPrefix("--filter: ") == true)
    #expect(error?.description.contains("state") == true)
  }

  @Test("Lengths of time are written with their unit, or are seconds")
  func lengths() throws {
    #expect(try settings().awayAfter == 300)
    #expect(try settings(toml: "away_after = \"1h30m\"").awayAfter == 5_400)
    #expect(try settings(toml: "away_after = 0").awayAfter == 0)
    let error = #expect(throws: SettingsError.self) { try settings(toml: "away_after = \"x\"") }
    #expect(error?.description.hasPrefix("config.toml:1: away_after: “x” is not a length") == true)
  }

  @Test("The configuration is found where the XDG specification has it")
  func configurationPath() throws {
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/wallboard", withIntermediateDirectories: true)
      try Data("fps = 7".utf8).write(to: URL(filePath: folder + "/wallboard/config.toml"))
      let file = try ConfigurationFile.load(environment: ["XDG_CONFIG_HOME": folder])
      #expect(try Settings(flags: [:], environment: [:], file: file).framesPerSecond == 7)
    }
  }

  @Test("Output is masked unless this command line says open")
  func outputPrivacy() {
    #expect(Settings.outputPrivacy(flags: [:]) == .desk)
    #expect(Settings.outputPrivacy(flags: [.privacy: "wall"]) == .desk)
    #expect(Settings.outputPrivacy(flags: [.privacy: "open"]) == .open)
  }
}
