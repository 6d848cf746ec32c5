import WallboardScreen

/// Text in Markdown, where it is nothing but text.
enum Markdown {
  /// The text in one line, of which nothing is markup. What renderers make a link of by itself (an
  /// address, a name with an at sign) stands as code.
  static func text(_ text: String) -> String {
    let text = TextSafety.clean(text).marked
    let small = text.lowercased()
    guard !["@", "://", "www."].contains(where: small.contains) else {
      let code = text.replacing("`", with: "'").replacing("|", with: "\\|")
      return "`\(code)`"
    }
    return text.reduce(into: "") { result, letter in
      switch letter {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "!", "$":
        result += "\\" + String(letter)
      default: result.append(letter)
      }
    }
  }

  /// The lines of a table.
  static func table(_ titles: [String], _ rows: [[String]]) -> [String] {
    let cells = [titles.map(text), titles.map { _ in "---" }] + rows.map { $0.map(text) }
    return cells.map { "| " + $0.joined(separator: " | ") + " |" }
  }
}
