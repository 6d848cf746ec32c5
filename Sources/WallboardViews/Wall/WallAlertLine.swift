import WallboardBoard
import WallboardEvents
import WallboardScreen

/// The worst of what is critical over a whole line; a blank one while nothing is.
struct WallAlertLine: Region {
  let words: String?

  func draw(in area: Rect, on canvas: inout Canvas) {
    guard let words else { return }
    canvas.fill(area, role: .alert)
    canvas.draw(
      Phrase(words, .alert, emphasis: .bold), in: area.inset(horizontal: 1, vertical: 0),
      alignment: .center)
  }
}

/// Makes the line of the most urgent alert, and words for others.
struct WallAlertLineMaker: RegionMaker {
  let context: FrameContext

  var line: WallAlertLine {
    let critical = live.alerts.ranked.filter { $0.severity == .critical && $0.needsAttention }
    let more = critical.count > 1 ? "  +\(critical.count - 1) more" : ""
    return WallAlertLine(words: critical.first.map { words(of: $0).map(\.text).joined() + more })
  }

  /// An alert in words for a wall: how bad it is, what is wrong, and with what.
  func words(of alert: Alert) -> [Phrase] {
    let isCritical = alert.severity == .critical
    let role: StyleRole =
      alert.acknowledgedAt != nil ? .alertAcknowledged : isCritical ? .critical : .warning
    let word = isCritical ? "CRITICAL" : "WARNING"
    let age = WallFigure.time(live.now.seconds(since: alert.since))
    let subject = context.liveAlertWords.subject(of: alert)
    return [
      Phrase("\(glyphs.warning) \(word)  ", role, emphasis: .bold),
      Phrase(alert.title, emphasis: .bold),
      Phrase(subject.isEmpty ? "" : ": \(subject)"), Phrase("  for \(age)", .muted),
    ]
  }
}
