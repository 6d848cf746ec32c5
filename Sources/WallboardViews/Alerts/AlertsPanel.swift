import WallboardBoard
import WallboardScreen

struct AlertRow: TableRow {
  let alert: Alert
  let subject: String
  let value: String
  let threshold: String
  let state: String
  let since: String

  static func columns(in width: Int) -> [Column<AlertRow>] {
    // Beside panes and on the smallest screens whom it is about needs the room of the word.
    let isNarrow = width < 48
    return [
      Column(.severity, isNarrow ? 1 : 10, rank: 0, title: isNarrow ? "" : nil) { row, glyphs in
        isNarrow ? row.alert.sign(glyphs) : row.alert.badge(glyphs)
      },
      Column(.alert, 16, good: 19, rank: 0) { row, _ in
        StyledText(row.alert.title, row.alert.quietRole)
      },
      Column(.subject, 11, good: 28, to: 44, revealed: 16, rank: 0) { row, _ in
        StyledText(row.subject, row.alert.quietRole)
      },
      Column(.value, 6, to: 7, rank: 1, alignment: .right) { row, _ in
        StyledText(row.value, row.alert.needsAttention ? .value : .muted)
      },
      Column(.value, 19, rank: 6, title: "THRESHOLD") { row, _ in StyledText(row.threshold, .muted)
      },
      Column(.since, 8, rank: 4, title: "SINCE") { row, _ in StyledText(row.since, .time) },
      Column(.state, 12, to: 14, rank: 3) { row, _ in
        StyledText(row.state, row.alert.needsAttention ? .new : .muted)
      },
    ]
  }
}

struct AlertsPanel: PanelContent {
  static let title = "Alerts"
  static let emptyTitle = "No alerts"
  static let emptyExplanation =
    "What goes past its threshold appears here until it is over, and stays as history."

  let context: FrameContext

  var count: Int? { board.alerts.active.count }

  var concern: StyledText? {
    counted(board.alerts.active.count { $0.severity == .critical }, "critical", .critical)
  }

  var urgency: StyleRole? {
    guard !board.alerts.active.isEmpty else { return nil }
    return board.alerts.mostUrgent?.role ?? .alertAcknowledged
  }

  func row(_ id: RowID) -> AlertRow? {
    guard case .alert(let number) = id, let alert = board.alerts.alert(number) else { return nil }
    let words = context.alertWords
    return AlertRow(
      alert: alert, subject: words.subject(of: alert), value: words.value(of: alert),
      threshold: words.threshold(of: alert), state: words.state(of: alert),
      since: timeOfDay(alert.since))
  }

  func detail(of id: RowID) -> (title: String, facts: [Fact])? {
    guard case .alert(let number) = id else { return nil }
    guard let alert = board.alerts.alert(number) else {
      return ("Alert", Fact.gone("This alert is no longer remembered."))
    }
    return ("Alert: \(alert.title)", AlertDetail(context: context).facts(of: alert))
  }
}

extension Alert {
  /// The style that says how urgent it is. Colour is never the only sign: a mark and a word go with
  /// it.
  var role: StyleRole {
    if resolvedAt != nil { return .muted }
    if acknowledgedAt != nil { return .alertAcknowledged }
    return severity.fillRole
  }

  private func mark(_ glyphs: GlyphSet) -> Character {
    if resolvedAt != nil { return glyphs.check }
    if acknowledgedAt != nil { return glyphs.hollowDot }
    return severity.mark(glyphs)
  }

  /// `▲ CRITICAL`; in small letters once it is acknowledged or over.
  func badge(_ glyphs: GlyphSet) -> StyledText {
    let word = needsAttention ? severity.word.uppercased() : severity.word
    return StyledText("\(mark(glyphs)) \(word)", role)
  }

  /// The mark of the badge alone.
  func sign(_ glyphs: GlyphSet) -> StyledText { StyledText(String(mark(glyphs)), role) }

  /// The style of the words beside the badge.
  fileprivate var quietRole: StyleRole { needsAttention ? .text : .muted }
}
