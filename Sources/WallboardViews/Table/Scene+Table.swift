import WallboardBoard
import WallboardScreen

/// Makes the table of a panel: the titles of its columns, and the rows that are seen.
struct TableMaker: RegionMaker {
  let context: FrameContext
  let panel: Panel
  let frame: PanelFrame

  /// Which columns there is room for, as the person chose them.
  private func columnLayout<Row: TableRow>(_ panelView: PanelView) -> ColumnLayout<Row> {
    // None under those of the pointer, and one is free at the right.
    let start = min(frame.rows.columns.lowerBound + 2, frame.rows.columns.upperBound)
    let range = start..<max(start, frame.rows.columns.upperBound - 1)
    let all = Row.columns(in: frame.rows.width)
    return ColumnLayout(panelView.columns(all, of: panel), in: range)
  }

  /// Adds the titles of the columns and the rows that are seen.
  func add<Content: PanelContent>(
    _ content: Content, _ veil: FramePlan.Veil?, to plan: inout FramePlan
  ) {
    guard let panelView = view.panels[panel] else { return }
    let layout: ColumnLayout<Content.Row> = columnLayout(panelView)
    let titles = ColumnTitles(panel: panel, layout: layout, sort: panelView.sort)
    plan.add(titles, in: .columnTitles(panel), frame.columnTitles, veil)
    let typed = typedWords
    for index in 0..<frame.rows.height {
      let number = panelView.top + index
      var line = TableLine<Content.Row>(row: nil, layout: layout)
      if panelView.rows.indices.contains(number) {
        let id = panelView.rows[number]
        line = TableLine(
          row: content.row(id), key: RowKey(panel: panel, id: id), layout: layout,
          marks: marks(of: id, isCurrent: number == panelView.index),
          typed: typed)
      }
      plan.add(line, in: .line(panel, index), frame.rows.row(index), veil)
    }
  }

  private func marks(of row: RowID, isCurrent: Bool) -> LineMarks {
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
