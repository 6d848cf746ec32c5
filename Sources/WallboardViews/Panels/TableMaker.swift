import WallboardBoard
import WallboardEvents
import WallboardScreen

/// Makes the table of a panel: the titles of its columns, and the visible rows.
struct TableMaker: RegionMaker {
  let context: FrameContext
  let panel: Panel
  let frame: PanelFrame

  /// The columns that fit, as the user chose them.
  private func columnLayout<Row: TableRow>(_ panelView: PanelView) -> ColumnLayout<Row> {
    // The margin on the left is the pointer's, and a column on the right stays free.
    let start = min(frame.rows.columns.lowerBound + 2, frame.rows.columns.upperBound)
    let range = start..<max(start, frame.rows.columns.upperBound - 1)
    let all = Row.columns(in: frame.rows.width)
    return ColumnLayout(panelView.columns(all, of: panel), in: range)
  }

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

  /// The words of the filter that is being typed for the panel.
  private var typedWords: [String]? {
    guard let prompt = view.prompt, prompt.purpose == .filter(panel) else { return nil }
    let words = prompt.text.lowercased().split(separator: " ").compactMap(\.wanted)
    return words.isEmpty ? nil : words
  }

  private func recentMark(of row: RowID) -> RecentMark? {
    switch board.mark(of: row) {
    case .new: .new
    case .changed: .changed
    case .ended: .ended(well: endedWell(row))
    case nil: nil
    }
  }

  private func endedWell(_ row: RowID) -> Bool? {
    guard case .call(let id) = row else { return nil }
    return board.departed.look(at: id) { departed in
      departed.ending.gaveUp ? false : departed.ending.completionReason?.isGoodEnd
    } ?? nil
  }
}

extension Canvas {
  /// Highlights the words wherever a drawn line has them.
  mutating func highlight(_ words: [String], in line: Rect) {
    let y = line.rows.lowerBound
    let cells = line.columns.compactMap { x in
      cell(at: Point(x: x, y: y)).flatMap { $0.glyph.isContinuation ? nil : (x, $0.glyph) }
    }
    let letters = cells.map { $0.1.base.properties.lowercaseMapping }
    for word in words where !word.isEmpty {
      let wanted = word.unicodeScalars.map(\.properties.lowercaseMapping)
      for start in letters.indices where letters[start...].starts(with: wanted) {
        for (x, glyph) in cells[start...].prefix(wanted.count) {
          restyle(Rect(x: x, y: y, width: glyph.width, height: 1), role: .match)
        }
      }
    }
  }
}

extension Substring {
  /// The word of a filter term that a row can show: the term itself, or what follows `field:`.
  /// `nil` for operators, negations and comparisons.
  fileprivate var wanted: String? {
    let isOperator = self == "or" || self == "and" || self == "not"
    guard !isOperator, !hasPrefix("-"), !hasPrefix("!"), !contains(where: { "<>".contains($0) })
    else { return nil }
    let word = firstIndex(of: ":").map { self[index(after: $0)...] } ?? self
    let plain = word.filter { !"\"()".contains($0) }
    return plain.isEmpty ? nil : plain
  }
}

extension GlyphSet {
  /// The mark of what ended well. In ASCII a check is `+`, which marks what is new.
  var wellEnded: Character { check == "+" ? "-" : check }
}

extension OpenEnum<CompletionReason> {
  /// Whether the call ended well; `nil` where that cannot be told.
  fileprivate var isGoodEnd: Bool? {
    switch self {
    case .known(.abandoned), .known(.timeout), .known(.error), .known(.cancelled),
      .known(.noAnswer), .known(.noInboundAudio):
      false
    case .known(.completed), .known(.escalated), .known(.transferred), .known(.voicemail),
      .known(.forwarded), .known(.callerHangup), .known(.terminalState),
      .known(.warmTransferCompleted):
      true
    case .other: nil
    }
  }
}
