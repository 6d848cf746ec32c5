import WallboardScreen

/// A report as lines of text, for a person at a terminal.
struct ReportText {
  let title: String
  let tables: [ReportTable]

  var lines: [String] {
    [TextSafety.clean(title).marked]
      + tables.flatMap { table in
        var text = TitledTable(table.heading, table.peopleColumns, isCounted: false)
        for row in table.peopleRows { text.add(row) }
        return [""] + text.lines + (table.note.map { ["  " + $0] } ?? [])
      }
  }
}

/// A report as Markdown, to be pasted.
struct ReportMarkdown {
  let title: String
  let tables: [ReportTable]

  var lines: [String] { ["# " + Markdown.text(title)] + tables.flatMap(Self.section) }

  private static func section(_ table: ReportTable) -> [String] {
    let heading = ["", "## " + Markdown.text(table.heading), ""]
    let note = table.note.map { ["", Markdown.text($0)] } ?? []
    let rows = table.peopleRows
    guard !rows.isEmpty else { return heading + ["None."] + note }
    return heading + Markdown.table(table.peopleColumns, rows) + note
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
        return CSV.line([table.name] + row + empty)
      }
    }
  }
}
