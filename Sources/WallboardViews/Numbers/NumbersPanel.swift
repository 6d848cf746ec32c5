import WallboardBoard
import WallboardScreen

struct NumberRow: TableRow {
  let metric: Metric
  let value: Double?
  let target: Target?
  let severity: Severity?
  /// The last hour's values, the newest last.
  let samples: [Double?]

  /// The trend takes the room that is left.
  static func columns(in width: Int) -> [Column<NumberRow>] {
    let trendWidth = min(max(10, width - 46), RollingHour.minutes + 1)
    return [
      Column(.number, 19, to: 22, rank: 0) { row, _ in
        StyledText(row.metric.title, row.value == nil ? .muted : .text)
      },
      Column(.value, 10, rank: 0, alignment: .right, phrase: value),
      Column(.target, 8, rank: 1) { row, _ in
        StyledText(row.target?.words(of: row.metric) ?? "", .muted)
      },
      Column(.trend, trendWidth, rank: 2) { row, glyphs in
        StyledText(Trend(row.samples).line(width: trendWidth, glyphs), .info)
      },
    ]
  }

  private static func value(_ row: NumberRow, _ glyphs: GlyphSet) -> StyledText {
    let mark = row.severity.mark(glyphs)
    let words = row.metric.text(row.value)
    return StyledText(
      mark.isEmpty ? words : "\(mark) \(words)",
      row.severity?.role ?? (row.value == nil ? .muted : .value))
  }
}

struct NumbersPanel: PanelContent {
  static let title = "Numbers"
  static let shortTitle = "Num"
  static let emptyTitle = "No numbers"
  static let emptyExplanation = "The numbers of the board appear here with their targets."

  let context: FrameContext

  var count: Int? { nil }

  func row(_ id: RowID) -> NumberRow? {
    guard case .metric(let metric) = id else { return nil }
    let value = context.reading[metric]
    return NumberRow(
      metric: metric, value: value, target: targets[metric],
      severity: targets.severity(of: metric, in: context.reading),
      samples: board.samples(of: metric, read: value))
  }
}
