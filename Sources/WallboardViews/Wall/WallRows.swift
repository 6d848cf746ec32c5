import WallboardBoard
import WallboardEvents
import WallboardScreen

/// Rows in a box, with a free line between them where there is room.
struct WallRows: Region {
  let title: String
  let role: StyleRole
  /// As many as there may be room for.
  let rows: [[StyledText]]
  /// How many there are in all.
  let count: Int
  /// What is shown when there are none.
  let quiet: String

  func draw(in area: Rect, on canvas: inout Canvas) {
    guard area.height >= 3 else { return }
    let frame = PanelFrame(area)
    canvas.drawWallBox(title, role, in: frame)
    var rest = area.inset(horizontal: 2, vertical: 1)
    guard !rows.isEmpty else {
      canvas.draw(
        StyledText("\(canvas.glyphs.check) \(quiet)", .good), in: rest.row((rest.height - 1) / 2),
        alignment: .center)
      return
    }
    let gap = rest.height >= 2 * count - 1 || rest.height >= 9 ? 1 : 0
    var shown = 0
    for row in rows where !rest.isEmpty {
      canvas.draw(row, in: rest.cut(1, from: .top))
      _ = rest.cut(gap, from: .top)
      shown += 1
    }
    canvas.drawMore(count - shown, role, in: frame)
  }
}

/// Makes the lists of alerts and forms.
struct WallWorkMaker: RegionMaker {
  let context: FrameContext

  /// Adds the alerts, and where there is room the forms to review.
  func add(in area: Rect, _ veil: FramePlan.Veil?, to plan: inout FramePlan) {
    let alerts = alerts(rows: area.height)
    let forms = forms(rows: area.height)
    guard area.height >= 12 else {
      let isForms = alerts.rows.isEmpty && !forms.rows.isEmpty
      plan.add(isForms ? forms : alerts, in: .wallList(0), area, veil)
      return
    }
    let share = forms.rows.isEmpty ? 100 : alerts.rows.isEmpty ? 0 : 60
    let parts = area.divided(at: max(5, area.height * share / 100), from: .top)
    plan.add(alerts, in: .wallList(0), parts.slice, veil)
    plan.add(forms, in: .wallList(1), parts.remainder, veil)
  }

  private func alerts(rows: Int) -> WallRows {
    let alerts = live.alerts.ranked
    return WallRows(
      title: alerts.isEmpty ? " ALERTS " : " ALERTS: \(alerts.count) ",
      role: alerts.contains(where: \.needsAttention) ? .warning : .border,
      rows: alerts.prefix(rows).map(WallAlertLineMaker(context: context).words),
      count: alerts.count, quiet: "Nothing is wrong")
  }

  private func forms(rows: Int) -> WallRows {
    let forms = formsToReview
    let lines = forms.prefix(rows).map { form in
      let age = Durations.coarse(live.now.seconds(since: form.stageSince))
      return [
        StyledText("\(form.stage.mark(glyphs)) \(age)  ", form.stage.role, emphasis: .bold),
        StyledText(form.title?.string ?? form.surfaceID.short),
        StyledText("  \(form.stage.word)", .muted),
      ]
    }
    return WallRows(
      title: forms.isEmpty ? " FORMS TO REVIEW " : " FORMS TO REVIEW: \(forms.count) ",
      role: forms.isEmpty ? .border : .surfaceReview, rows: lines, count: forms.count,
      quiet: "No form waits for a review")
  }

  /// The forms to review, the longest waiting first.
  private var formsToReview: [Surface] {
    var forms: [Surface] = []
    live.surfaces.forEachRow { if $0.stage == .pendingReview { forms.append($0) } }
    return forms.sorted { ($0.stageSince, $0.surfaceID) < ($1.stageSince, $1.surfaceID) }
  }
}

/// The most urgent critical alert across a whole line; blank while there is none.
struct WallAlertLine: Region {
  let words: String?

  func draw(in area: Rect, on canvas: inout Canvas) {
    guard let words else { return }
    canvas.fill(area, role: .alert)
    canvas.draw(
      StyledText(words, .alert, emphasis: .bold), in: area.inset(horizontal: 1, vertical: 0),
      alignment: .center)
  }
}

/// Makes the line of the most urgent alert, and the words for other alerts.
struct WallAlertLineMaker: RegionMaker {
  let context: FrameContext

  var line: WallAlertLine {
    let critical = live.alerts.ranked.filter { $0.severity == .critical && $0.needsAttention }
    let more = critical.count > 1 ? "  +\(critical.count - 1) more" : ""
    return WallAlertLine(words: critical.first.map { words(of: $0).map(\.text).joined() + more })
  }

  /// An alert in words for a wall: how bad it is, what is wrong, and with what.
  func words(of alert: Alert) -> [StyledText] {
    let role = alert.acknowledgedAt == nil ? alert.severity.role : .alertAcknowledged
    let age = WallFigure.time(live.now.seconds(since: alert.since))
    let subject = context.liveAlertWords.subject(of: alert)
    return [
      StyledText(alert.badge(glyphs).text + "  ", role, emphasis: .bold),
      StyledText(alert.title, emphasis: .bold),
      StyledText(subject.isEmpty ? "" : ": \(subject)"), StyledText("  for \(age)", .muted),
    ]
  }
}
