import ArgumentParser
import Glibc
import WallboardApp
import WallboardScreen
import WallboardTerminal

/// `wallboard themes`.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "List the themes, or show one.",
    discussion: """
      A theme of your own is a file, ~/.config/wallboard/themes/NAME.toml. To begin with one of \
      ours, run wallboard themes NAME > FILE: without a terminal a theme is printed as such a file.
      """)

  @Argument(help: "A theme's name, or the path of its file.")
  var theme: String?

  @Option(help: .of(.color))
  var color: String?

  func run() throws {
    try Failure.report {
      let loader = ThemeLoader(environment: Environment.current)
      var writer = OutputWriter()
      if let theme {
        let depth = try depth()
        ThemePreview(try self.theme(theme, loader), at: depth).write(to: &writer)
      } else {
        list(loader, to: &writer)
      }
      try Failure.finish(&writer)
    }
  }

  /// For `auto` what the environment says of the terminal has to do: nobody asks the terminal here.
  private func theme(_ name: String, _ loader: ThemeLoader) throws -> Theme {
    let themes = try ThemeLibrary(
      loader, first: name, background: ThemeBackground(environment: Environment.current))
    guard let theme = themes[name] else { return try loader.load(name) }
    return theme.named(name, themes.notes[name] ?? "")
  }

  /// The colours to show it with; `nil` where it is written as a file instead.
  private func depth() throws -> ColorDepth? {
    var flags: [Setting: String] = [:]
    flags[.color] = color
    let settings = try Settings(flags: flags)
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    return settings.color.depth(on: Terminal.outputColorSupport())
  }

  /// Prints the themes; errors of unusable ones go to standard error.
  private func list(_ loader: ThemeLoader, to writer: inout OutputWriter) {
    loader.problem.map(Message.write)
    let width = loader.names.map(TextLayout.width).max() ?? 0
    if !loader.own.contains(ThemeLibrary.automatic) {
      let label = TextLayout.fitted(ThemeLibrary.automatic, to: width)
      writer.write(line: "\(label)  any    dark or light, to suit the terminal's background")
    }
    for name in loader.names {
      do {
        let theme = try loader.load(name)
        let label = TextLayout.fitted(TextSafety.clean(name).marked, to: width)
        let background = TextLayout.fitted(theme.background.rawValue, to: 5)
        writer.write(line: "\(label)  \(background)  \(TextSafety.clean(theme.summary).marked)")
      } catch {
        Message.write("\(error)")
      }
    }
  }
}

/// Prints a theme: in its own colours on a terminal, else as a theme file.
private struct ThemePreview {
  private static let sample = "  WAITING 02:31  7F3A  "
  private static let nameWidth = 24
  private static let width = 80

  private let theme: Theme
  private let depth: ColorDepth?

  /// `nil` prints the file.
  init(_ theme: Theme, at depth: ColorDepth?) {
    self.theme = theme
    self.depth = depth
  }

  func write(to writer: inout OutputWriter) {
    guard let depth else { return writeFile(to: &writer) }
    writer.write(line: filled("  \(theme.name): \(summary)", .title, depth))
    for role in StyleRole.allCases {
      let name = TextLayout.fitted("  " + role.rawValue, to: Self.nameWidth)
      writer.write(
        line: painted(name, .label, depth) + painted(Self.sample, role, depth)
          + filled(
            "  " + theme.words(for: role), .muted, depth,
            to: Self.width - Self.nameWidth - Self.sample.utf8.count))
    }
  }

  private var summary: String { TextSafety.clean(theme.summary).text }

  private func writeFile(to writer: inout OutputWriter) {
    let words = summary.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    writer.write(line: "description = \"\(words)\"")
    writer.write(line: "background = \"\(theme.background.rawValue)\"")
    writer.write(line: "")
    writer.write(line: "[roles]")
    for role in StyleRole.allCases {
      writer.write(line: "\(role.rawValue) = \"\(theme.words(for: role))\"")
    }
    writer.write(line: "")
    writer.write(line: "[roles-16]")
    for role in StyleRole.allCases {
      writer.write(line: "\(role.rawValue) = \"\(theme.words(for: role, ofFewColors: true))\"")
    }
  }

  private func painted(_ text: String, _ role: StyleRole, _ depth: ColorDepth) -> String {
    theme.style(for: role, at: depth).sequence + text + Style.endOfSequence
  }

  /// Text on the theme's background up to the end of the line.
  private func filled(
    _ text: String, _ role: StyleRole, _ depth: ColorDepth, to width: Int = Self.width
  ) -> String {
    painted(TextLayout.fitted(text, to: width), role, depth)
  }
}
