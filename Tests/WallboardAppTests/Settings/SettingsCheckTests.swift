import Foundation
import TestSupport
import Testing

@testable import WallboardApp

@Suite("A check of the settings")
struct SettingsCheckTests {
  private func check(
    _ toml: String, flags: [Setting: String] = [:], environment: [String: String] = [:]
  ) throws -> (problems: [String], check: SettingsCheck) {
    var result: SettingsCheck?
    try withTemporaryFolder { folder in
      let path = folder + "/wallboard/config.toml"
      try FileManager.default.createDirectory(
        atPath: folder + "/wallboard", withIntermediateDirectories: true)
      try Data(toml.utf8).write(to: URL(filePath: path))
      result = SettingsCheck(
        flags: flags, environment: environment.merging(["XDG_CONFIG_HOME": folder]) { $1 })
    }
    let check = try #require(result)
    let problems = check.problems.map { problem in
      String(
        problem.description[
          (problem.description.firstRange(of: "config.toml:")?.lowerBound
            ?? problem.description.startIndex)...])
    }
    return (problems, check)
  }

  @Test("finds nothing where all is right")
  func right() throws {
    let (problems, check) = try check("fps = 10\n[targets]\nlive = 5")
    #expect(problems.isEmpty)
    #expect(check.settings?.framesPerSecond == 10)
  }

  @Test("tells of every mistake at once, in the order of the file, those elsewhere first")
  func all() throws {
    let toml = """
      fps = 99
      colour = "auto"
      mouse = true
      [alerts]
      sound = "drum"
      [alerts.call_too_long]
      warning = "soon"
      [alerts.rules."Nobody free"]
      when = "wating>3"
      [targets]
      abandonment_rate = ["10%", "5%"]
      [panels.calls]
      columns = ["state", "nonsense"]
      [keys]
      nothing = "x"
      zoom = "NoKey"
      """
    let (problems, check) = try check(
      toml, flags: [.privacy: "shut"], environment: ["WALLBOARD_COLOR": "red"])
    let places = problems.map { String($0.prefix { $0 != " " }) }
    #expect(
      places == [
        "--privacy:", "WALLBOARD_COLOR:", "config.toml:1:", "config.toml:2:", "config.toml:5:",
        "config.toml:7:", "config.toml:9:", "config.toml:11:", "config.toml:13:", "config.toml:15:",
        "config.toml:16:",
      ], "\(problems)")
    #expect(check.settings?.mouse == true, "what is right is known all the same")
  }

  @Test("takes no mistake for two, where others depend on what is wrong")
  func once() throws {
    let toml = """
      [alerts]
      sound = "command"
      command = 7
      [alerts.escalation_waiting]
      warning = "soon"
      critical = "10s"
      [alerts.rules.mine]
      when = 3
      """
    let places = try check(toml).problems.map { String($0.prefix { $0 != " " }) }
    #expect(places == ["config.toml:3:", "config.toml:5:", "config.toml:8:"], "\(places)")
  }

  @Test("ends where the file cannot be read any further")
  func noTOML() throws {
    let (problems, check) = try check("fps = 10\nfps = = 1\ncolour = 1")
    #expect(problems.count == 1 && problems[0].hasPrefix("config.toml:2: "))
    #expect(check.settings == nil)
  }

  @Test("does not go round for ever, whatever is wrong")
  func many() throws {
    let keys = (1...80).map { "key\($0) = 1" }.joined(separator: "\n")
    #expect(try check(keys).problems.count == 50)
    #expect(
      try check("alerts = 1\ntargets = 2\npanels = 3\nkeys = 4\nwall = 5").problems.count == 5)
  }

  @Test("says what goes before what")
  func overridden() throws {
    let (_, check) = try check(
      "fps = 10\ntheme = \"dark\"", flags: [.fps: "20"],
      environment: ["WALLBOARD_FPS": "30", "WALLBOARD_THEME": "light"])
    #expect(
      check.overridden == [
        "fps: --fps goes before WALLBOARD_FPS and config.toml:1",
        "theme: WALLBOARD_THEME goes before config.toml:2",
      ])
  }
}
