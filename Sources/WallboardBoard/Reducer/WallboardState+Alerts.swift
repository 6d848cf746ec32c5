import OrderedCollections

extension WallboardState {
  /// Takes note of the alert under the cursor of the alerts, else of the most urgent one.
  mutating func acknowledge() {
    view.tell(acknowledged(chosenAlert ?? board.alerts.mostUrgent))
  }

  private mutating func acknowledged(_ alert: Alert?) -> String {
    guard let alert else { return "Nothing is wrong" }
    guard let lasting = board.alerts.active[alert.key], lasting.number == alert.number else {
      return "It is over: \(alert.title)"
    }
    guard lasting.needsAttention else { return "Acknowledged before: \(alert.title)" }
    board.alerts.acknowledge(alert.key, at: board.now)
    // A view that is held still shows what was done in it.
    heldBoard?.alerts.acknowledge(alert.key, at: board.now)
    let rest = board.alerts.unacknowledged
    return "Acknowledged: \(alert.title)" + (rest > 0 ? "; \(rest) more to look at" : "")
  }

  /// Goes to what the most urgent alert is about.
  mutating func openAlert() -> [Effect] {
    guard let alert = board.alerts.mostUrgent else {
      view.tell("Nothing is wrong")
      return []
    }
    return open(alert)
  }

  /// Goes to what the alert under the cursor is about.
  mutating func openChosenAlert() -> [Effect] {
    chosenAlert.map { open($0) } ?? []
  }

  /// The alert under the cursor, where the alerts have the focus, or the one whose detail is open.
  private var chosenAlert: Alert? {
    let row: RowID?
    switch view.overlay {
    case .detail(let thing): row = thing
    case nil where view.focus == .alerts && view.focusedPane == nil:
      row = view.panels[.alerts]?.current
    case nil, .help, .quitting, .columns, .themes, .explanation, .digest: row = nil
    }
    guard case .alert(let number) = row else { return nil }
    return board.alerts.alert(number) ?? shown.alerts.alert(number)
  }
}
