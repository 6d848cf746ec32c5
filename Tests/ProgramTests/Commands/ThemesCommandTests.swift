import Foundation
import TestSupport
import Testing
import WallboardScreen

@testable import WallboardApp

@Suite("wallboard themes, and t", .fewAtATime)
struct ThemesCommandTests {
  @Test("The list has every theme with what it is like; what is no use goes to standard error")
  func list() async throws {
    try await withOwnThemes { environment in
      let outcome = try await Program.run(["themes"], environment: environment)
      #expect(outcome.status == 0)
      #expect(outcome.lines.count == ThemeLoader.builtIn.count + 2)
      #expect(
        outcome.lines.first
          == "auto           any    dark or light, to suit the terminal's background")
      #expect(
        outcome.lines.contains(
          "default        any    the terminal's own background and text, colours for dark and light"
        )
      )
      #expect(outcome.lines.contains("mine           light  of my own"))
      #expect(outcome.errors.contains("bad.toml:2: unknown role 'x'"))
    }
  }

  @Test("Without a terminal a theme is printed as a file that looks the same")
  func file() async throws {
    try await withOwnThemes { environment in
      let loader = ThemeLoader(environment: environment)
      for name in loader.names where name != "bad" {
        let outcome = try await Program.run(
          ["themes", name, "--color", "truecolor"], environment: environment)
        #expect(outcome.status == 0)
        let file = try ThemeFile(path: "printed.toml", toml: outcome.output)
        let printed = try file.definition(over: ThemeDefinition()).theme(named: name)
        let theme = try loader.load(name)
        #expect(printed.summary == theme.summary && printed.background == theme.background)
        for role in StyleRole.allCases {
          for depth in [ColorDepth.mono, .ansi16, .truecolor] {
            #expect(
              printed.style(for: role, at: depth) == theme.style(for: role, at: depth),
              "\(name), \(role.rawValue)")
          }
        }
      }
    }
  }

  @Test(
    "A name that is none is an error of usage", arguments: ["solarized", "/no/such.toml", "bad"])
  func unknown(name: String) async throws {
    try await withOwnThemes { environment in
      let outcome = try await Program.run(["themes", name], environment: environment)
      #expect(outcome.status == 64)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains(name))
    }
  }

  @Test("On a terminal a theme is shown in its colours, as many as there are")
  func colours() async throws {
    try await withTemporaryFolder { folder in
      for (color, expected) in [
        ("256", "\u{1B}[0;1;38;5;232;48;5;203m"),
        ("truecolor", "\u{1B}[0;1;38;2;22;9;10;48;2;255;111;97m"),
        ("never", "\u{1B}[0;1;7m"),
      ] {
        let output = URL(filePath: folder + "/" + color)
        let terminal = try TmuxSession(
          "'\(Program.path)' themes dark --color \(color)", columns: 100, rows: 80, output: output)
        try await terminal.wait(for: "ended with 0")
        let bytes = try String(contentsOf: output, encoding: .utf8)
        #expect(bytes.contains(expected + "  WAITING"), "\(color)")
      }
    }
  }

  @Test("t shows each theme as it is passed, Enter keeps it, Escape does not")
  func picker() async throws {
    try await withTemporaryFolder { folder in
      let output = URL(filePath: folder + "/bytes")
      let terminal = try TmuxSession(
        "'\(Program.path)' demo --color 256", columns: 120, rows: 40, output: output)
      try await terminal.wait(for: "LIVE")
      try terminal.type("t")
      try await terminal.wait(for: "the terminal's own background")
      #expect(!(try bytes(output).contains("48;5;234")))
      try terminal.type("j")
      try terminal.type("j")
      try await wait("the dark ground", in: output) { $0.contains("48;5;234") }
      try terminal.type("j")
      try await wait("the light ground", in: output) { $0.contains("48;5;231") }
      try terminal.type("Enter")
      try await terminal.wait("the list is closed") { rows in
        !rows.contains { $0.contains("the terminal's own background") }
      }
      try terminal.type("t")
      try await terminal.wait(for: "▸ light")
      try terminal.type("q")
      try await terminal.wait("the list is closed") { rows in
        !rows.contains { $0.contains("▸ light") }
      }
      try terminal.type("q")
      try await terminal.wait(for: "ended with 0")
    }
  }

  private func bytes(_ file: URL) throws -> String {
    String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  private func wait(
    _ awaited: String, in file: URL, until holds: (String) -> Bool
  ) async throws {
    try await waitUntil(awaited) { holds(try bytes(file)) }
  }

  /// An environment with a theme of one's own, and one that is no use.
  private func withOwnThemes(_ body: ([String: String]) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      let themes = folder + "/wallboard/themes"
      try FileManager.default.createDirectory(
        atPath: themes, withIntermediateDirectories: true)
      let mine = """
        inherits = "light"
        description = "of my own"
        [palette]
        accent = "magenta"
        """
      try Data(mine.utf8).write(to: URL(filePath: themes + "/mine.toml"))
      try Data("[roles]\nx = \"\"\n".utf8).write(to: URL(filePath: themes + "/bad.toml"))
      try await body(["XDG_CONFIG_HOME": folder])
    }
  }
}
