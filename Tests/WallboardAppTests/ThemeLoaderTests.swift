import Foundation
import Testing
import WallboardScreen

@testable import WallboardApp

@Suite("Theme files")
struct ThemeLoaderTests {
  @Test("Every theme that the program carries loads", arguments: ThemeLoader.names)
  func loads(name: String) throws {
    #expect(try ThemeLoader.load(name).name == name)
  }

  @Test("The default file describes what is compiled in, role by role")
  func defaultFile() throws {
    let file = try ThemeLoader.load("default")
    for role in StyleRole.allCases {
      #expect(file.style(for: role) == Theme.default.style(for: role), "\(role.rawValue)")
    }
  }

  @Test("A theme is found by the path of its file")
  func path() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/mine.toml"
      try Data("[roles]\ntitle = \"red bold\"\n".utf8).write(to: URL(filePath: path))
      let theme = try ThemeLoader.load(path)
      #expect(theme.style(for: .title) != Theme.default.style(for: .title))
    }
  }

  @Test(
    "What is wrong with a theme is told with the valid choices",
    arguments: [
      ("[roles]\nheadline = \"red\"\n", "unknown role 'headline'; the roles are"),
      ("[roles]\ntitle = \"reddish\"\n", "title: unknown colour or attribute 'reddish'"),
      ("[roles\n", ":1:"),
    ])
  func wrong(toml: String, message: String) throws {
    try withTemporaryFolder { folder in
      let path = folder + "/mine.toml"
      try Data(toml.utf8).write(to: URL(filePath: path))
      let error = #expect(throws: SettingsError.self) { try ThemeLoader.load(path) }
      #expect(error?.description.contains(message) == true)
    }
  }

  @Test("An unknown name is told with the names there are")
  func unknown() {
    let error = #expect(throws: SettingsError.self) { try ThemeLoader.load("solarized") }
    #expect(error?.description.contains("default") == true)
  }
}
