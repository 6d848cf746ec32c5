import WallboardScreen

/// A report as lines of text, for a person at a terminal.
struct ReportText {
  let title: String
  let tables: [ReportTable]

  var lines: [String] {
    [TextSafety.clean(title).marked]
      + tables.flatMap { table in
        var text = TextTable(table.heading, table.peopleColumns, isCounted: false)
        for row in table.peopleRows { text.add(row) }
        return [""] + text.lines + (table.note.map { ["  " + $0] } ?? [])
      }
  }
}

/// A report as Markdown, to be pasted.
struct ReportMarkdown {
  let title: String
  let tables: [ReportTable]

  var lines: [String] { ["# " + Self.escaped(title)] + tables.flatMap(Self.section) }

  private static func section(_ table: ReportTable) -> [String] {
    let heading = ["", "## " + escaped(table.heading), ""]
    let note = table.note.map { ["", escaped($0)] } ?? []
    let rows = table.peopleRows
    guard !rows.isEmpty else { return heading + ["None."] + note }
    let titles = table.peopleColumns
    return heading + [line(titles), "|" + titles.map { _ in "---|" }.joined()] + rows.map(line)
      + note
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.map(escaped).joined(separator: " | ") + " |"
  }

  /// The text in one line, of which nothing is markup. What renderers make a link of by itself (an
  /// address, a name with an at sign) stands as code.
  static func escaped(_ text: String) -> String {
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
}

/// A report as comma-separated values (RFC 4180).
///
/// Each table begins with a record of its columns' names; the first field of all its records is its own
/// name, and all records are as long as the longest.
struct ReportCSV {
  let tables: [ReportTable]

  /// Without the line feeds of their ends.
  var lines: [String] {
    let width = tables.map(\.columns.count).max() ?? 0
    return tables.flatMap { table in
      ([table.columns.map(\.name)] + table.rows.map { $0.map(\.raw) }).map { row in
        let empty = Array(repeating: "", count: max(0, width - row.count))
        return ([table.name] + row + empty).map(Self.field).joined(separator: ",") + "\r"
      }
    }
  }

  /// What a spreadsheet would run gets an apostrophe in front.
  static func field(_ text: String) -> String {
    let clean = TextSafety.clean(text).marked
    let isFormula = [text.unicodeScalars.first, clean.unicodeScalars.first]
      .contains { $0.map { formulaSigns.contains($0) } ?? false }
    let safe = isFormula ? "'" + clean : clean
    guard safe.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }

  private static let formulaSigns: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r"]
}
