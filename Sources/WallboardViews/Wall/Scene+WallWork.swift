import WallboardBoard
import WallboardEvents
import WallboardScreen

extension Scene {
  /// Draws the alerts, and where there is room the forms that wait for somebody of the house.
  func drawWork(in area: Rect, on canvas: inout Canvas) {
    let alerts = live.alerts.ranked
    let forms = formsToReview
    let share = forms.isEmpty ? 100 : alerts.isEmpty ? 0 : 60
    guard area.height >= 12 else {
      return alerts.isEmpty && !forms.isEmpty
        ? drawForms(forms, in: area, on: &canvas) : drawAlerts(alerts, in: area, on: &canvas)
    }
    let parts = area.divided(at: max(5, area.height * share / 100), from: .top)
    drawAlerts(alerts, in: parts.slice, on: &canvas)
    drawForms(forms, in: parts.remainder, on: &canvas)
  }

  private func drawAlerts(_ alerts: [Alert], in area: Rect, on canvas: inout Canvas) {
    let role: StyleRole = alerts.contains(where: \.needsAttention) ? .warning : .border
    let title = alerts.isEmpty ? " ALERTS " : " ALERTS: \(alerts.count) "
    let lines = alerts.map(wallWords)
    drawWallRows(
      lines, title, role, quiet: "\(glyphs.check) Nothing is wrong", in: area, on: &canvas)
  }

  private func drawForms(_ forms: [Surface], in area: Rect, on canvas: inout Canvas) {
    let lines = forms.map { form in
      let age = Durations.coarse(live.now.seconds(since: form.stageSince))
      return [
        Phrase("\(form.stage.mark(glyphs)) \(age)  ", form.stage.role, emphasis: .bold),
        Phrase(form.title?.string ?? form.surfaceID.short),
        Phrase("  \(form.stage.word)", .muted),
      ]
    }
    let title = forms.isEmpty ? " FORMS TO REVIEW " : " FORMS TO REVIEW: \(forms.count) "
    drawWallRows(
      lines, title, forms.isEmpty ? .border : .surfaceReview,
      quiet: "\(glyphs.check) No form waits for a review", in: area, on: &canvas)
  }

  /// Draws rows in a box with a free line between two, where there is room.
  private func drawWallRows(
    _ lines: [[Phrase]], _ title: String, _ role: StyleRole, quiet: String, in area: Rect,
    on canvas: inout Canvas
  ) {
    guard area.height >= 3 else { return canvas.clear(area) }
    let frame = PanelFrame(area)
    drawWallBox(title, role, in: frame, on: &canvas)
    var rest = area.inset(horizontal: 2, vertical: 1)
    guard !lines.isEmpty else {
      let line = rest.row((rest.height - 1) / 2)
      draw(Phrase(quiet, .good), in: line, alignment: .center, on: &canvas)
      return
    }
    let gap = rest.height >= 2 * lines.count - 1 || rest.height >= 9 ? 1 : 0
    var shown = 0
    for line in lines where !rest.isEmpty {
      draw(line, in: rest.cut(1, from: .top), on: &canvas)
      _ = rest.cut(gap, from: .top)
      shown += 1
    }
    drawMore(lines.count - shown, role, in: frame, on: &canvas)
  }

  /// Says how many rows there is no room for.
  func drawMore(_ count: Int, _ role: StyleRole, in frame: PanelFrame, on canvas: inout Canvas) {
    guard count > 0 else { return }
    draw(
      Phrase(" +\(count) more ", role, emphasis: .bold), in: frame.notes, alignment: .right,
      on: &canvas)
  }

  /// The forms that a reviewer has to decide about, the longest waiting first.
  private var formsToReview: [Surface] {
    var forms: [Surface] = []
    live.surfaces.forEachRow { if $0.stage == .pendingReview { forms.append($0) } }
    return forms.sorted { ($0.stageSince, $0.surfaceID) < ($1.stageSince, $1.surfaceID) }
  }
}
