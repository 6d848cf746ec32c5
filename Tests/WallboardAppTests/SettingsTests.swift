import Foundation
import Testing
@testable import WallboardApp
@testable import WallboardBoard
@testable import WallboardEvents
@testable import WallboardPlatform
import WallboardScreen

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
    #expect(settings.theme == "default")
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
        "--workspace: “mine” is not a workspace id, such as 00000000-0000-4000-8000-000000000001."
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

  @Test("A wall shows nothing private, and has its habits from the file")
  func wall() throws {
    #expect(try settings().wall == nil)
    let wall = try settings(
      flags: [.wall: "true"], environment: ["WALLBOARD_PRIVACY": "open"],
      toml: "[wall]\npage_seconds = 8\ndirector = false")
    #expect(wall.privacy == .wall)
    #expect(wall.wall?.pageSeconds == 8)
    #expect(wall.wall?.director == false)
    #expect(try settings(environment: ["WALLBOARD_WALL": "1"]).wall == WallSettings())
    #expect(try settings(toml: "wall.enabled = true").wall == WallSettings())
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

@Suite("The token")
struct TokenSourceTests {
  @Test("It comes from the environment")
  func environment() throws {
    let credential = try TokenSource.credential(
      tokenFile: nil, environment: ["WALLBOARD_TOKEN": "secret\n"])
    #expect(credential.authorizationHeader == "Authorization: Bearer secret")
  }

  @Test("A private file goes before the environment")
  func file() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/token"
      try Data("from-the-file\n".utf8).write(to: URL(filePath: path))
      unsafe chmod(path, 0o600)
      let credential = try TokenSource.credential(
        tokenFile: path, environment: ["WALLBOARD_TOKEN": "other"])
      #expect(credential.authorizationHeader == "Authorization: Bearer from-the-file")
    }
  }

  @Test("A file that others can read is refused, with the cure", arguments: [0o644, 0o640, 0o604])
  func looseFile(mode: Int) throws {
    try withTemporaryFolder { folder in
      let path = folder + "/token"
      try Data("secret".utf8).write(to: URL(filePath: path))
      unsafe chmod(path, mode_t(mode))
      let error = #expect(throws: SettingsError.self) {
        try TokenSource.credential(tokenFile: path, environment: [:])
      }
      #expect(error?.description.contains("chmod 600") == true)
      #expect(error?.description.contains("secret") == false)
    }
  }

  @Test("A pipe that nobody else can read is read; one that keeps silent is given up")
  func pipe() throws {
    try withTemporaryFolder { folder in
      var ends: [Int32] = [-1, -1]
      try #require(unsafe Glibc.pipe(&ends) == 0)
      defer { close(ends[0]) }
      #expect(unsafe write(ends[1], "secret\n", 7) == 7)
      close(ends[1])
      // As `<(…)` of a shell is named.
      let credential = try TokenSource.credential(
        tokenFile: "/dev/fd/\(ends[0])", environment: [:])
      #expect(credential.authorizationHeader == "Authorization: Bearer secret")
      let path = folder + "/pipe"
      try #require(unsafe mkfifo(path, 0o600) == 0)
      #expect(throws: FileFailure.self) {
        try TextFile.read(path, .fileOrPipe, atMost: 10, patience: 1)
      }
      unsafe chmod(path, 0o644)
      #expect(throws: SettingsError.self) {
        try TokenSource.credential(tokenFile: path, environment: [:])
      }
    }
  }

  @Test("What systemd passes to its service is as private as it can be there; nothing else is")
  func systemdCredential() throws {
    try withTemporaryFolder { folder in
      let passed = folder + "/credentials"
      for path in [passed, folder + "/other"] {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try Data("secret".utf8).write(to: URL(filePath: path + "/token"))
        unsafe chmod(path + "/token", 0o440)
        unsafe chmod(path, 0o750)
      }
      let environment = ["CREDENTIALS_DIRECTORY": passed]
      let credential = try TokenSource.credential(
        tokenFile: passed + "/token", environment: environment)
      #expect(credential.authorizationHeader == "Authorization: Bearer secret")
      for (path, environment) in [
        (passed + "/token", [:]), (passed + "/token", ["CREDENTIALS_DIRECTORY": "/"]),
        (passed + "/../other/token", environment), (folder + "/other/token", environment),
      ] {
        #expect(throws: SettingsError.self) {
          try TokenSource.credential(tokenFile: path, environment: environment)
        }
      }
      for (file, around) in [(0o444, 0o750), (0o460, 0o750), (0o440, 0o755), (0o440, 0o770)] {
        unsafe chmod(passed + "/token", mode_t(file))
        unsafe chmod(passed, mode_t(around))
        #expect(throws: SettingsError.self) {
          try TokenSource.credential(tokenFile: passed + "/token", environment: environment)
        }
      }
    }
  }

  @Test("Without one, the message says where it goes")
  func missing() {
    let error = #expect(throws: SettingsError.self) {
      try TokenSource.credential(tokenFile: nil, environment: [:])
    }
    #expect(error?.description.contains("WALLBOARD_TOKEN") == true)
  }

  @Test("A file that is not there, or is a folder, says so")
  func unreadable() {
    for path in ["/nonexistent/token", "/tmp"] {
      #expect(throws: SettingsError.self) {
        try TokenSource.credential(tokenFile: path, environment: [:])
      }
    }
  }
}

func withTemporaryFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.path + "/wallboard-" + UUID().uuidString
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try body(folder)
}
