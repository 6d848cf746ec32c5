import WallboardBoard
import WallboardScreen

extension Scene {
  /// Which columns of a panel's table there is room for, as the person chose them.
  private func columnLayout<Row: TableRow>(
    _ panel: Panel, _ type: Row.Type, in frame: PanelFrame
  ) -> ColumnLayout<Row> {
    // None under those of the pointer, and one is free at the right.
    let start = min(frame.rows.columns.lowerBound + 2, frame.rows.columns.upperBound)
    let range = start..<max(start, frame.rows.columns.upperBound - 1)
    let all = Row.columns(in: frame.rows.width)
    return ColumnLayout(view.panels[panel]?.columns(all, of: panel) ?? [], in: range)
  }

  /// The titles of a panel's columns.
  private func columnTitles<Row: TableRow>(
    _ panel: Panel, _ type: Row.Type, in frame: PanelFrame
  ) -> ColumnTitles<Row> {
    ColumnTitles(
      panel: panel, layout: columnLayout(panel, type, in: frame), sort: view.panels[panel]?.sort)
  }

  /// Adds the titles of the columns and the rows that are seen; `row` finds what a line shows, `nil`
  /// where the thing is there no more.
  func addTable<Row: TableRow>(
    _ panel: Panel, in frame: PanelFrame, to plan: inout FramePlan, row: (RowID) -> Row?
  ) {
    guard let panelView = view.panels[panel] else { return }
    let titles = columnTitles(panel, Row.self, in: frame)
    let layout = titles.layout
    plan.add(titles, in: .columnTitles(panel), frame.columnTitles, panelVeil)
    let typed = typedWords(in: panel)
    for index in 0..<frame.rows.height {
      let number = panelView.top + index
      var line = TableLine<Row>(row: nil, layout: layout)
      if panelView.rows.indices.contains(number) {
        let id = panelView.rows[number]
        line = TableLine(
          row: row(id), key: RowKey(panel: panel, id: id), layout: layout,
          marks: marks(of: id, in: panel, isCurrent: number == panelView.index),
          typed: typed)
      }
      plan.add(line, in: .line(panel, index), frame.rows.row(index), panelVeil)
    }
  }

  private func marks(of row: RowID, in panel: Panel, isCurrent: Bool) -> LineMarks {
    LineMarks(
      recent: recentMark(of: row),
      isSelected: isCurrent && panel == view.focus && view.focusedPane == nil,
      isFollowed: isFollowed(row))
  }

  private func isFollowed(_ row: RowID) -> Bool {
    guard case .call(let callSID) = row else { return false }
    return view.panes.contains { $0.callSID == callSID }
  }
}
