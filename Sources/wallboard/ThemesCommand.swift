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
      A theme of your own is a file, ~/.config/wallboard/themes/NAME.toml. A beginning is what \
      wallboard themes NAME > FILE writes: without a terminal a theme is printed as such a file.
      """)

  @Argument(help: "A theme's name, or the path of its file.")
  var theme: String?

  @Option(help: "How many colours: auto, never, 16, 256 or truecolor.")
  var color: String?

  func run() throws {
    try Failure.report {
      let environment = Environment.current
      let loader = ThemeLoader(environment: environment)
      var writer = OutputWriter()
      if let theme {
        let depth = try depth(environment)
        ThemePreview(try loader.load(theme), at: depth).write(to: &writer)
      } else {
        list(loader, to: &writer)
      }
      try Failure.finish(&writer)
    }
  }

  /// How many colours to show it with; `nil` where it is not shown but written down.
  private func depth(_ environment: [String: String]) throws -> ColorDepth? {
    var flags: [Setting: String] = [:]
    flags[.color] = color
    let settings = try Settings(
      flags: flags, environment: environment,
      file: try ConfigurationFile.load(environment: environment))
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    return settings.color.depth(on: Terminal.outputColorSupport())
  }

  /// Prints the themes; what is wrong with those that are no use goes to standard error.
  private func list(_ loader: ThemeLoader, to writer: inout OutputWriter) {
    loader.problem.map(Message.write)
    let width = loader.names.map(TextLayout.width).max() ?? 0
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
