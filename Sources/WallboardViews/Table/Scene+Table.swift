import WallboardBoard
import WallboardEvents
import WallboardScreen

extension Scene {
  /// The columns of the rows without those of the pointer, and without one free at the right.
  private static func columns(of rows: Rect) -> Range<Int> {
    let start = min(rows.columns.lowerBound + 2, rows.columns.upperBound)
    return start..<max(start, rows.columns.upperBound - 1)
  }

  /// Draws the titles of the columns, and those of the visible rows that are not there already.
  ///
  /// `columns` are all that the panel has; the person's choice is made here. `thing` finds what a
  /// row shows; `banner` words that stand for the whole row instead of its columns.
  func drawTable<Thing>(
    _ panel: Panel, _ columns: [Column<Thing>], in frame: PanelFrame, on canvas: inout Canvas,
    drawn table: inout DrawnTable<Thing>, thing: (RowID) -> Thing?,
    banner: (Thing) -> Phrase? = { _ in nil }
  ) {
    guard let panelView = view.panels[panel] else { return }
    let range = Self.columns(of: frame.rows)
    let layout =
      table.layout ?? ColumnLayout(panelView.columns(columns, of: panel), in: range)
    if table.layout == nil {
      drawTitles(layout, sort: panelView.sort, in: frame.columnTitles, on: &canvas)
    }
    table.layout = layout
    for index in 0..<frame.rows.height {
      let number = panelView.top + index
      let row = number < panelView.rows.count ? panelView.rows[number] : nil
      let isMarked = number == panelView.index && panel == view.focus && view.focusedPane == nil
      let line = row.flatMap { drawnLine(of: $0, isMarked: isMarked) }
      guard table.replace(index, with: line) || row?.isJudged == true else { continue }
      let area = frame.rows.row(index)
      canvas.clear(area)
      guard let thing = row.flatMap(thing) else { continue }
      if let banner = banner(thing) {
        draw(banner, in: Rect(columns: range, rows: area.rows), alignment: .center, on: &canvas)
      } else {
        drawRow(thing, layout, in: area, on: &canvas)
      }
      if let words = typedWords(in: panel) { highlight(words, in: area, on: &canvas) }
      if let row, let mark = board.mark(of: row) {
        draw(mark, of: row, besidePointer: isMarked, in: area, on: &canvas)
      }
      if line?.isFollowed == true { markFollowed(area, on: &canvas) }
      if isMarked { mark(area, on: &canvas) }
    }
  }

  private func drawnLine(of row: RowID, isMarked: Bool) -> TableLine? {
    touched(row).map {
      TableLine(row: row, touched: $0, isMarked: isMarked, isFollowed: isFollowed(row))
    }
  }

  private func isFollowed(_ row: RowID) -> Bool {
    guard case .call(let callSID) = row else { return false }
    return view.panes.contains { $0.callSID == callSID }
  }

  /// When an event last changed what the row shows; `nil` when there is no such thing any more.
  ///
  /// Only that is read of the thing, in its place: to compare all of it costs more than what a
  /// frame changes.
  private func touched(_ row: RowID) -> Revision? {
    switch row {
    case .call(let id): touched(id)
    case .operator(let id): touched(id)
    case .surface(let id): board.surfaces.look(at: id) { $0.touched }
    // What happened does not change any more.
    case .activity(let sequence): board.activity.place(of: sequence).map { _ in 0 }
    case .alert(let number): board.alerts.alert(number).map { _ in board.alerts.revision }
    case .metric: 0
    }
  }

  private func touched(_ id: CallSID) -> Revision? {
    board.calls.look(at: id) { $0.touched } ?? board.departed.look(at: id) { $0.call.touched }
  }

  /// An operator's row shows the service of the operator's call.
  private func touched(_ id: OperatorID) -> Revision? {
    board.operators.look(at: id) { max($0.touched, $0.callSID.flatMap(touched) ?? 0) }
  }

  private func drawTitles<Thing>(
    _ layout: ColumnLayout<Thing>, sort: SortOrder?, in line: Rect, on canvas: inout Canvas
  ) {
    let sorted = layout.titled(sort?.field)
    for (index, (column, range)) in layout.fields.enumerated() {
      let field = Rect(columns: range, rows: line.rows)
      var title = Phrase(column.title, .label)
      if let sort, index == sorted {
        title = Phrase(column.title + sign(sort, beside: column.title, in: field), .columnSorted)
      }
      draw(title, in: field, alignment: column.alignment, on: &canvas)
    }
  }

  /// The arrow beside a title, apart from it where there is room.
  private func sign(_ sort: SortOrder, beside title: String, in field: Rect) -> String {
    (title.utf8.count + 2 <= field.width ? " " : "") + String(arrow(sort))
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

  /// Marks the row of a call that stands in a pane, beside the pointer's place.
  private func markFollowed(_ line: Rect, on canvas: inout Canvas) {
    let place = line.divided(at: 1, from: .left).remainder
    draw(Phrase(String(glyphs.diamond), .speakerAgent), in: place, on: &canvas)
  }
}

extension ColumnLayout {
  /// The column of that field whose title names it.
  fileprivate func titled(_ field: Field?) -> Int? {
    fields.firstIndex { $0.column.field == field && !$0.column.title.isEmpty }
      ?? fields.firstIndex { $0.column.field == field }
  }
}

extension RowID {
  /// Whether what the row shows is no thing that events touch: it is drawn whenever anything is.
  fileprivate var isJudged: Bool {
    switch self {
    case .alert, .metric: true
    case .call, .operator, .surface, .activity: false
    }
  }
}
