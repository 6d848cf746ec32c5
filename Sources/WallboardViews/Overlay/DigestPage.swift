import WallboardBoard
import WallboardEvents
import WallboardScreen

struct DigestPage: RegionMaker {
  let context: FrameContext

  /// What happened while nobody pressed a key, the most important first.
  var facts: [Fact] {
    guard let digest = view.digest else { return [] }
    var list = FactList(context)
    let length = Durations.coarse(digest.to.seconds(since: digest.from))
    list.add(
      "Away", "\(length), from \(timeOfDay(digest.from)) to \(timeOfDay(digest.to))", .value)
    list.add(
      "Longest wait", digest.longestWait.map(Durations.wait) ?? "nobody waited for an operator",
      digest.longestWait.flatMap {
        targets[.longestWait]?.severity(of: Double($0), for: .longestWait)
      }?.role ?? .text)
    add(digest.totals, to: &list)
    if !digest.alerts.isEmpty { list.heading("Alerts") }
    for alert in digest.alerts { list.add(timeOfDay(alert.raisedAt), words(of: alert)) }
    let notes = board.notes.fresh(at: now)
    if !notes.isEmpty { list.heading("Notes") }
    NoteWords(context: context).add(notes.prefix(Limits.digestNotes), to: &list)
    if notes.count > Limits.digestNotes {
      list.add("", "\(notes.count - Limits.digestNotes) more: :notes shows them", .muted)
    }
    return list.facts
  }

  private func add(_ totals: AwayTotals, to list: inout FactList) {
    list.add(
      "Calls",
      "\(totals.started) started, \(totals.ended) ended"
        + (totals.abandoned > 0 ? ", \(totals.abandoned) of them hung up waiting" : ""))
    list.add(
      "Escalations",
      "\(totals.escalated) opened, operators joined \(totals.joined.counted("time"))")
    list.add("Alerts", "\(totals.alerts) raised", totals.alerts > 0 ? .warning : .text)
    list.add("Problems", "\(totals.problems)", totals.problems > 0 ? .warning : .text)
    let lost = totals.gaps + totals.reconnects > 0
    list.add(
      "Connection",
      lost
        ? "lost \(totals.reconnects.counted("time")), events missing \(totals.gaps.counted("time"))"
        : "never lost", lost ? .warning : .text)
  }

  private func words(of alert: Alert) -> String {
    let end = alert.resolvedAt.map {
      "over after \(Durations.exact($0.seconds(since: alert.since)))"
    }
    let state = end ?? (alert.acknowledgedAt == nil ? "open" : "acknowledged")
    let words = [alert.title, context.alertWords.subject(of: alert), state]
    return words.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
