import WallboardApp
import WallboardScreen
import WallboardTerminal

/// A theme on standard output: in its own colours where those can be shown, else as the file that it
/// could be.
struct ThemePreview {
  private static let sample = "  WAITING 02:31  7F3A  "
  private static let nameWidth = 24
  private static let width = 80

  private let theme: Theme
  private let depth: ColorDepth?

  /// A preview with that many colours; `nil` for the file.
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
  }

  private func painted(_ text: String, _ role: StyleRole, _ depth: ColorDepth) -> String {
    theme.style(for: role, at: depth).sequence + text + Style.endOfSequence
  }

  /// Words with the theme's background below them to the end of the line.
  private func filled(
    _ text: String, _ role: StyleRole, _ depth: ColorDepth, to width: Int = Self.width
  ) -> String {
    painted(TextLayout.fitted(text, to: width), role, depth)
  }
}
