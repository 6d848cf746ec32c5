import Foundation
import TestSupport
import Testing

@testable import WallboardApp

@Suite("The page of the settings")
struct SettingsPageTests {
  private func problems(_ toml: String) throws -> [String] {
    var problems: [String] = []
    try withTemporaryFolder { folder in
      let configuration = folder + "/wallboard"
      try FileManager.default.createDirectory(
        atPath: configuration, withIntermediateDirectories: true)
      try Data(toml.utf8).write(to: URL(filePath: configuration + "/config.toml"))
      let check = SettingsCheck(flags: [:], environment: ["XDG_CONFIG_HOME": folder])
      problems = check.problems.map(\.description)
    }
    return problems
  }

  @Test("has examples that may be written", arguments: Setting.allCases)
  func example(setting: Setting) throws {
    let rows = SettingsCheck(flags: [:], environment: [:]).rows
    let row = try #require(rows.first { $0.name == setting.key })
    // One of them: what is the default needs no example.
    #expect((row.value == nil) == (setting.example != nil))
    let value = try #require(row.value ?? setting.example)
    #expect(try problems("\(setting.key) = \(value)").isEmpty)
  }

  @Test("has a whole example that may be written")
  func wholeExample() throws {
    #expect(try problems(SettingsPage.example).isEmpty)
    #expect(SettingsPage.example.split(separator: "\n").allSatisfy { $0.count <= 68 })
  }
}
