import WallboardBoard
import WallboardEvents
import WallboardViews

/// Alerts in sentences: when they are raised, become critical and are over.
struct PlainAlerts {
  private var told: [UInt64: Severity] = [:]
  private var second: Int64?

  /// What changed since the last second.
  mutating func sentences(_ board: Board, _ words: AlertWords) -> [PlainEvents.Told] {
    guard second != board.now.seconds else { return [] }
    second = board.now.seconds
    var sentences: [PlainEvents.Told] = []
    var lasting: Set<UInt64> = []
    // That nothing is heard, the connection tells.
    for alert in board.alerts.active.values where alert.key.kind != .streamStale {
      lasting.insert(alert.number)
      guard told[alert.number].map({ $0 < alert.severity }) ?? true else { continue }
      told[alert.number] = alert.severity
      sentences.append(.init(.alert, .alert(alert.number), words.sentence(alert) + "."))
    }
    for number in told.keys.sorted() where !lasting.contains(number) {
      guard let alert = board.alerts.alert(number), let resolvedAt = alert.resolvedAt else {
        told[number] = nil
        continue
      }
      // What comes back at once is the same incident: it is over when it stays away.
      let gone = board.now.milliseconds(since: resolvedAt)
      guard !(0..<AlertBook.flappingTime).contains(gone) else { continue }
      told[number] = nil
      sentences.append(.init(.resolution, .alert(number), words.sentence(alert) + "."))
    }
    return sentences
  }
}
