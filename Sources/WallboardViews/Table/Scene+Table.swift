import WallboardCore
import WallboardScreen

extension Scene {
  /// The columns of the rows without those of the pointer, and without one free at the right.
  private static func columns(of rows: Rect) -> Range<Int> {
    let start = min(rows.columns.lowerBound + 2, rows.columns.upperBound)
    return start..<max(start, rows.columns.upperBound - 1)
  }

  /// Draws the titles of the columns, and the rows that are visible.
  ///
  /// `thing` finds what a row shows; `banner` words that stand for the whole row instead of its
  /// columns.
  func drawTable<Thing>(
    _ panel: Panel, _ columns: [Column<Thing>], in frame: PanelFrame, on canvas: inout Canvas,
    thing: (RowID) -> Thing?, banner: (Thing) -> Phrase? = { _ in nil }
  ) {
    let range = Self.columns(of: frame.rows)
    let layout = ColumnLayout(columns, in: range)
    drawTitles(layout, in: frame.columnTitles, on: &canvas)
    for (index, row) in visibleRows(of: panel, height: frame.rows.height) {
      let line = frame.rows.row(index)
      guard let thing = thing(row) else { continue }
      if let banner = banner(thing) {
        draw(banner, in: Rect(columns: range, rows: line.rows), alignment: .center, on: &canvas)
      } else {
        drawRow(thing, layout, in: line, on: &canvas)
      }
      if panel == view.focus, row == view.panels[panel]?.current { mark(line, on: &canvas) }
    }
  }

  private func visibleRows(of panel: Panel, height: Int) -> [(Int, RowID)] {
    guard let panelView = view.panels[panel] else { return [] }
    return Array(panelView.rows.dropFirst(panelView.top).prefix(height).enumerated())
      .map { ($0.offset, $0.element) }
  }

  private func drawTitles<Thing>(
    _ layout: ColumnLayout<Thing>, in line: Rect, on canvas: inout Canvas
  ) {
    for (column, range) in layout.fields {
      let field = Rect(columns: range, rows: line.rows)
      draw(Phrase(column.title, .label), in: field, alignment: column.alignment, on: &canvas)
    }
  }

  private func drawRow<Thing>(
    _ thing: Thing, _ layout: ColumnLayout<Thing>, in line: Rect, on canvas: inout Canvas
  ) {
    for (column, range) in layout.fields {
      let field = Rect(columns: range, rows: line.rows)
      draw(column.phrase(thing, self), in: field, alignment: column.alignment, on: &canvas)
    }
  }

  /// Marks the selected row: what is quiet in other rows is read in this one.
  private func mark(_ line: Rect, on canvas: inout Canvas) {
    canvas.raiseQuietRoles(in: line)
    draw(Phrase(String(glyphs.pointer), .titleFocused), in: line, on: &canvas)
    canvas.emphasize(line, .selected)
  }
}
