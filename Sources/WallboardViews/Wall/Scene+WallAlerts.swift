import OrderedCollections
import WallboardCore
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
    let subject = wallWords(alert.key.subject)
    return [
      Phrase("\(glyphs.warning) \(word)  ", role, emphasis: .bold),
      Phrase(alert.key.kind.rawValue.withoutUnderscores, emphasis: .bold),
      Phrase(subject.isEmpty ? "" : ": \(subject)"), Phrase("  for \(age)", .muted),
    ]
  }

  /// What an alert is about, as far as a wall may tell.
  private func wallWords(_ subject: AlertSubject) -> String {
    switch subject {
    case .workspace: return ""
    case .call(let id):
      guard let call = live.calls[id] else { return id.short }
      let caller = call.callerID.flatMap { $0.isEmpty ? nil : $0.label("caller", disclosure) }
      return [caller ?? id.short, live.serviceName(of: call) ?? ""]
        .filter { !$0.isEmpty }.joined(separator: ", ")
    case .operator(let id): return live.name(of: id)
    case .surface(let id): return live.surfaces[id]?.title?.string ?? id.short
    case .source(let name): return name.string
    }
  }
}
