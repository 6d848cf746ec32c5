import WallboardBoard
import WallboardEvents
import WallboardScreen

extension Scene {
  /// Draws the worst of what is critical over a whole line; nothing while nothing is.
  func drawWallAlert(in line: Rect, on canvas: inout Canvas) {
    canvas.clear(line)
    let critical = live.alerts.ranked.filter { $0.severity == .critical && $0.needsAttention }
    guard let first = critical.first, !line.isEmpty else { return }
    canvas.fill(line, role: .alert)
    let more = critical.count > 1 ? "  +\(critical.count - 1) more" : ""
    let words = wallWords(first).map(\.text).joined() + more
    draw(
      Phrase(words, .alert, emphasis: .bold), in: line.inset(horizontal: 1, vertical: 0),
      alignment: .center, on: &canvas)
  }

  /// An alert in words for a wall: how bad it is, what is wrong, and with what.
  func wallWords(_ alert: Alert) -> [Phrase] {
    let isCritical = alert.severity == .critical
    let role: StyleRole =
      alert.acknowledgedAt != nil ? .alertAcknowledged : isCritical ? .critical : .warning
    let word = isCritical ? "CRITICAL" : "WARNING"
    let age = WallFigure.time(live.now.seconds(since: alert.since))
    let subject = liveAlertWords.subject(of: alert)
    return [
      Phrase("\(glyphs.warning) \(word)  ", role, emphasis: .bold),
      Phrase(alert.title, emphasis: .bold),
      Phrase(subject.isEmpty ? "" : ": \(subject)"), Phrase("  for \(age)", .muted),
    ]
  }
}
