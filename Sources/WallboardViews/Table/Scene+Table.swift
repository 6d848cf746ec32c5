import WallboardCore
import WallboardScreen

extension Scene {
  /// The columns of the rows without those of the pointer, and without one free at the right.
  private static func columns(of rows: Rect) -> Range<Int> {
    let start = min(rows.columns.lowerBound + 2, rows.columns.upperBound)
    return start..<max(start, rows.columns.upperBound - 1)
  }

  /// Draws the titles of the columns, and those of the visible rows that are not there already.
  ///
  /// `thing` finds what a row shows, all of it but names and time; `banner` words that stand for
  /// the whole row instead of its columns.
  func drawTable<Thing>(
    _ panel: Panel, _ columns: [Column<Thing>], in frame: PanelFrame, on canvas: inout Canvas,
    drawn table: inout DrawnTable<Thing>, thing: (RowID) -> Thing?,
    banner: (Thing) -> Phrase? = { _ in nil }
  ) {
    let range = Self.columns(of: frame.rows)
    let layout = table.layout ?? ColumnLayout(columns, in: range)
    if table.layout == nil { drawTitles(layout, in: frame.columnTitles, on: &canvas) }
    table.layout = layout
    guard let panelView = view.panels[panel] else { return }
    for index in 0..<frame.rows.height {
      let number = panelView.top + index
      let row = number < panelView.rows.count ? panelView.rows[number] : nil
      let isMarked = number == panelView.index && panel == view.focus
      let line = row.flatMap(thing).map { TableLine(thing: $0, isMarked: isMarked) }
      guard table.replace(index, with: line) else { continue }
      let area = frame.rows.row(index)
      canvas.clear(area)
      guard let line else { continue }
      if let banner = banner(line.thing) {
        draw(banner, in: Rect(columns: range, rows: area.rows), alignment: .center, on: &canvas)
      } else {
        drawRow(line.thing, layout, in: area, on: &canvas)
      }
      if line.isMarked { mark(area, on: &canvas) }
    }
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
