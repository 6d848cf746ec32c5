import Foundation
import TestSupport
import Testing
import WallboardPlatform
import WallboardScreen

@testable import WallboardApp
@testable import WallboardBoard

/// `doctor --config`, read back.
@Suite("The settings as a file")
struct ConfigurationTextTests {
  private static let everything = """
    workspace = "00000000-0000-4000-8000-000000000001"
    url = "https://gateway.example/amigo"
    observer_url = "wss://agents.example/live"
    observer_auth = "header"
    fps = 10
    theme = "light"
    privacy = "open"
    color = "256"
    ascii = true
    mouse = true
    log = "~/wall \\"board\\".log"
    token_file = "~/token"
    ca_file = "/etc/ca.pem"
    away_after = "1h1s"
    [wall]
    follow = true
    [watchdogs]
    stream = 90
    [alerts]
    sound = "command"
    command = ["notify-send", "a \\\\ \\"b\\" {sentence}", "\\u001B\\u009B\\u202E\\U000E0041\\u2028\\t"]
    [alerts.call_too_long]
    warning = 61.5
    for = "1m5s"
    [alerts.pipeline_error]
    warning = 0.12345
    critical = "never"
    least = 7
    [alerts.stream_stale]
    enabled = false
    [alerts.rules."Nobody free: \\"ever\\""]
    when = "waiting>3 and online<2"
    severity = "critical"
    for = "30s"
    [alerts.rules.alone]
    when = "call: risk:critical and op:none"
    for = 20
    [targets]
    longest_wait = ["25s", "1m30s"]
    occupancy = ["80%", "90%"]
    ai_answers_within_95 = 1234.5
    age_of_the_data = ["1m", "3m"]
    problems = "none"
    live = 5
    [panels.calls]
    columns = ["state", "wait", "caller"]
    sort = "wait desc"
    [keys]
    zoom = ["F11", "Ctrl-F"]
    hold = []
    """

  private func check(
    _ toml: String, flags: [Setting: String] = [:], environment: [String: String] = [:]
  ) throws -> SettingsCheck {
    var result: SettingsCheck?
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/wallboard", withIntermediateDirectories: true)
      try Data(toml.utf8).write(to: URL(filePath: folder + "/wallboard/config.toml"))
      let places = ["XDG_CONFIG_HOME": folder, "HOME": "/home/ada"]
      result = SettingsCheck(flags: flags, environment: environment.merging(places) { $1 })
    }
    return try #require(result)
  }

  private func expectSame(_ first: SettingsCheck, _ second: SettingsCheck) throws {
    #expect(second.problems == [])
    let (left, right) = (try #require(first.settings), try #require(second.settings))
    #expect(left.workspace == right.workspace && left.address == right.address)
    #expect(left.observerAddress == right.observerAddress)
    #expect(left.observerAuthentication == right.observerAuthentication)
    #expect(left.tokenFile == right.tokenFile && left.logFile == right.logFile)
    #expect(left.caFile == right.caFile && left.framesPerSecond == right.framesPerSecond)
    #expect(left.theme == right.theme && left.privacy == right.privacy)
    #expect((left.wall != nil) == (right.wall != nil) && left.color == right.color)
    #expect(left.ascii == right.ascii && left.mouse == right.mouse)
    #expect(left.streamSilence == right.streamSilence)
    #expect(left.observerSilence == right.observerSilence && left.awayAfter == right.awayAfter)
    #expect(left.tables.alerts == right.tables.alerts && left.tables.alarm == right.tables.alarm)
    #expect(left.tables.targets == right.tables.targets)
    #expect(left.tables.layout == right.tables.layout)
    #expect(left.tables.keys.choices.map(\.name) == right.tables.keys.choices.map(\.name))
    #expect(left.tables.keys.choices.map(\.keys) == right.tables.keys.choices.map(\.keys))
  }

  private func text(_ check: SettingsCheck) throws -> String {
    try #require(ConfigurationText(check, version: "test")).lines.joined(separator: "\n")
  }

  @Test("means the same", arguments: ["", "fps = 10", everything])
  func roundTrip(toml: String) throws {
    let first = try check(toml)
    #expect(first.problems == [])
    let second = try check(try text(first))
    try expectSame(first, second)
    #expect(first.settings?.isThemeSet == second.settings?.isThemeSet)
    #expect(first.rows.map(\.value) == second.rows.map(\.value))
  }

  @Test("means the same where flags and variables set things")
  func elsewhere() throws {
    let first = try check(
      "fps = 10", flags: [.wall: "true", .url: "http://127.0.0.1:8787"],
      environment: ["NO_COLOR": "1", "SSL_CERT_FILE": "/a.pem", "WALLBOARD_ASCII": "yes"])
    let text = try text(first)
    #expect(text.contains("url = \"http://127.0.0.1:8787\"  # --url\n"))
    #expect(text.contains("color = \"never\"  # NO_COLOR\n"))
    #expect(text.contains("ca_file = \"/a.pem\"  # SSL_CERT_FILE\n"))
    #expect(text.contains("fps = 10  # config.toml:1\n"))
    try expectSame(first, try check(text))
  }

  @Test("says every setting, and its defaults mean the same when they are written")
  func defaults() throws {
    let first = try check("")
    let lines = try text(first).split(separator: "\n", omittingEmptySubsequences: false)
    for setting in Setting.allCases {
      let key = setting.key.split(separator: ".").last ?? ""
      #expect(lines.contains { $0.hasPrefix("# \(key) =") }, "\(setting)")
    }
    let active = lines.map { line in
      line.hasPrefix("# ") && !line.contains(" =  #") && !line.contains("wallboard test")
        && (line.contains(" = ") || line.hasPrefix("# ["))
        ? String(line.dropFirst(2)) : String(line)
    }
    let second = try check(active.joined(separator: "\n"))
    #expect(second.problems == [])
    #expect(first.rows.map(\.value) == second.rows.map(\.value))
  }

  @Test("is none where something is wrong")
  func wrong() throws {
    #expect(ConfigurationText(try check("fps = 99"), version: "test") == nil)
  }

  @Test("Changes are told by name, with what was and what is")
  func changes() throws {
    let before = try check(
      "fps = 10\n[keys]\nzoom = \"F11\"\n[alerts.rules.mine]\nwhen = \"live>3\"")
    let after = try check("fps = 20\nlog = \"/l\"")
    #expect(
      after.changes(since: before).map(\.words) == [
        "fps 10 → 20", "log", "keys.zoom [\"F11\"] → [\"z\"]",
        "alerts.rules.mine.when gone",
      ])
    #expect(after.changes(since: after).isEmpty)
  }
}
