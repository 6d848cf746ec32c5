extension Canvas {
  /// The text of every row, all of the same width, for tests and for saving a view to a file.
  package var rows: [String] {
    bounds.rows.map { y in
      var text = ""
      for cell in row(y) {
        cell.glyph.append(to: &text)
      }
      return text
    }
  }

  /// The roles of every row as runs, such as `border*1 title*8 text+selected*71`, for tests.
  package var roleRows: [String] {
    bounds.rows.map { y in
      var runs = RoleRuns()
      for cell in row(y) {
        runs.add(cell)
      }
      return runs.description
    }
  }
}
