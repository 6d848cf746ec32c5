import TestSupport
import Foundation
import Testing
@testable import WallboardApp
@testable import WallboardBoard
@testable import WallboardEvents
@testable import WallboardViews

/// The README says what the program does, in the program's own words.
@Suite("The README")
struct ReadmeTests {
  private let text: String

  init() throws {
    text = try String(contentsOf: Repository.root.appending(path: "README.md"), encoding: .utf8)
  }

  @Test("has the table of keys that the program has")
  func keys() {
    let table = Keymap.documented.markdown
    let missing = table.split(separator: "\n").filter { !text.contains($0) }
    #expect(text.contains(table), "missing or out of order: \(missing.joined(separator: "\n"))")
  }

  @Test("has the filters, the example of config.toml and the exit statuses that the manual has")
  func manual() {
    #expect(text.contains(FilterForms.markdown))
    #expect(text.contains("```toml\n\(SettingsPage.example)\n```"))
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("Exit status: \(ExitStatuses.sentence)"))
  }

  @Test("has the name of every number beside its title", arguments: Metric.allCases)
  func numbers(metric: Metric) {
    #expect(text.contains("| `\(metric.rawValue)` | \(metric.title) |"))
  }

  @Test("names every setting, its flag and its variable", arguments: Setting.allCases)
  func settings(setting: Setting) {
    let words = [setting.key, setting.flag, setting.variable].compactMap { $0 }
    for word in words { #expect(text.contains("`\(word)"), "\(word)") }
  }
}
