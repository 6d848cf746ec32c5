import WallboardCore
import WallboardScreen

extension Scene {
  /// Where the pointer to the selected row stands, and a free column.
  private static let gutter = 2

  /// Draws the titles of the columns, and the rows that are visible.
  ///
  /// `thing` finds what a row shows; `banner` words that stand for the whole row instead of its
  /// columns.
  func drawTable<Thing>(
    _ panel: Panel, _ columns: [Column<Thing>], in frame: PanelFrame, on canvas: inout Canvas,
    thing: (RowID) -> Thing?, banner: (Thing) -> Phrase? = { _ in nil }
  ) {
    let range = frame.rows.divided(at: Self.gutter, from: .left).remainder.columns
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
      if row == view.panels[panel]?.current, panel == view.focus { mark(line, on: &canvas) }
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

  private func mark(_ line: Rect, on canvas: inout Canvas) {
    let pointer = Phrase(String(glyphs.pointer), .titleFocused)
    draw(pointer, in: line, on: &canvas)
    canvas.emphasize(line, .selected)
  }
}
