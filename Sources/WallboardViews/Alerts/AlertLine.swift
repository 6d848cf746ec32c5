import WallboardBoard
import WallboardScreen

/// The line of the most urgent alert.
struct AlertLine: Region {
  /// What is wrong. The further right, the less important.
  let words: [StyledText]
  /// How many more there are.
  let rest: StyledText
  /// The keys that help; empty if there are none.
  let keys: [StyledText]
  /// What the line is filled with.
  let fill: StyleRole?

  /// The keys and the number of others stand at the right, where there is room.
  func draw(in area: Rect, on canvas: inout Canvas) {
    if let fill { canvas.fill(area, role: fill) }
    var field = area
    _ = field.cut(1, from: .right)
    let needed = canvas.lettering.width(of: words) + 3
    for phrases in [keys, [rest]] {
      let taken = canvas.lettering.width(of: phrases)
      guard taken > 0, needed + taken <= field.width else { continue }
      canvas.draw(phrases, in: field.cut(taken, from: .right))
    }
    canvas.draw(words, in: field)
  }

  func targets(in area: Rect, _ glyphs: GlyphSet) -> [PressTarget] {
    [PressTarget(place: area, request: .intents([.openAlert]))]
  }
}

/// Keeps the place of the alert line while nothing is wrong, so that nothing moves when that changes.
struct NoAlerts: Region {
  func draw(in area: Rect, on canvas: inout Canvas) {
    canvas.draw(StyledText(" \(canvas.glyphs.check) No alerts", .muted), in: area)
  }
}

struct AlertLineMaker: RegionMaker {
  let context: FrameContext

  func add(in area: Rect, to plan: inout FramePlan) {
    // Even while the view is on hold.
    if let alert = live.alerts.mostUrgent {
      let isOld = !freshness.isCurrent && !alert.isJudgedInSilence
      plan.add(line(of: alert), in: .alertLine, area, isOld ? .stale : nil)
    } else if freshness == .live, live.hasOpeningReads {
      // Not before the rules were looked at with all that a reconnection has read.
      plan.add(NoAlerts(), in: .alertLine, area)
    }
  }

  private func line(of alert: Alert) -> AlertLine {
    let words = context.liveAlertWords
    let role = alert.role
    let facts = [alert.title, words.shortValue(of: alert)].filter { !$0.isEmpty }
    let subject = words.subject(of: alert)
    let quiet: StyleRole = alert.needsAttention ? role : .muted
    return AlertLine(
      words: [
        StyledText(" ", role), alert.badge(glyphs), StyledText("  ", role),
        StyledText(facts.joined(separator: " "), role),
        StyledText(
          subject.isEmpty ? "" : "  " + subject, alert.severity == .critical ? role : quiet),
      ], rest: StyledText(rest(besides: alert), role), keys: keys(for: alert),
      fill: role == .alert ? role : nil)
  }

  /// How many others are unacknowledged, or else acknowledged.
  private func rest(besides alert: Alert) -> String {
    let loud = live.alerts.unacknowledged
    if loud > 1 { return "+\(loud - 1) more" }
    let others = live.alerts.active.count - 1
    return others > 0 ? "+\(others) acknowledged" : ""
  }

  /// The keys for the alert in the present context.
  private func keys(for alert: Alert) -> [StyledText] {
    let keys = KeyContext(view)
    guard view.showsHints, keys != .prompt else { return [] }
    let role: StyleRole = alert.role == .alert ? .alert : .hintText
    let acknowledge = alert.needsAttention ? key(of: .acknowledge, in: keys) : nil
    let hints = [
      key(of: .openAlert, in: keys).map { "\($0) opens" },
      acknowledge.map { "\($0) acknowledges" },
    ]
    let words = hints.compactMap(\.self).joined(separator: " · ")
    return words.isEmpty ? [] : [StyledText("   " + words, role)]
  }
}
