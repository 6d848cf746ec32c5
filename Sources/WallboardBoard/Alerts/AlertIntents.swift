import DequeModule
import WallboardEvents

extension WallboardState {
  /// Takes note of the alert under the cursor of the alerts, else of the most urgent one.
  mutating func acknowledge() {
    view.announce(acknowledged(chosenAlert ?? board.alerts.mostUrgent))
  }

  private mutating func acknowledged(_ alert: Alert?) -> String {
    guard let alert else { return "Nothing is wrong" }
    guard let lasting = board.alerts.active[alert.key], lasting.number == alert.number else {
      return "Over: \(words(for: alert))"
    }
    guard lasting.needsAttention else { return "Already acknowledged: \(words(for: alert))" }
    board.alerts.acknowledge(alert.key, at: board.now)
    // A view that is held still shows what was done in it.
    heldBoard?.alerts.acknowledge(alert.key, at: board.now)
    let rest = board.alerts.unacknowledged
    return "Acknowledged: \(words(for: alert))" + (rest > 0 ? "; \(rest) more to look at" : "")
  }

  /// What is wrong, and with whom: there may be several of a kind.
  private func words(for alert: Alert) -> String {
    // The name of a rule of numbers says what it is about.
    if alert.key.kind == .rule { return alert.title }
    let disclosure = settings.privacy.board(identifiersShown: view.identifiersShownUntil != nil)
    let subject = alert.names(in: board, disclosure).first
    return alert.title + (subject.map { ", \($0)" } ?? "")
  }

  /// Goes to what the most urgent alert is about.
  mutating func openAlert() -> [Effect] {
    guard let alert = board.alerts.mostUrgent else {
      view.announce("Nothing is wrong")
      return []
    }
    return open(alert)
  }

  /// Goes to what the alert under the cursor is about; in a recording to when it was raised.
  mutating func openChosenAlert() -> [Effect] {
    guard let alert = chosenAlert else { return [] }
    guard view.playback != nil else { return open(alert) }
    return seek(to: alert.raisedAt, for: .alert(alert.number))
  }

  /// The alert under the cursor, where the alerts have the focus, or the one whose detail is open.
  private var chosenAlert: Alert? {
    let row: RowID?
    switch view.overlay {
    case .detail(let thing): row = thing
    case nil where view.focus == .alerts && view.focusedPane == nil:
      row = view.panels[.alerts]?.current
    case nil, .help, .quitting, .columns, .themes, .explanation, .digest, .notes, .moments:
      row = nil
    }
    guard case .alert(let number) = row else { return nil }
    return board.alerts.alert(number) ?? shown.alerts.alert(number)
  }
}

extension WallboardState {
  /// Goes to what an alert is about: to its own detail where that is gone, or is no one thing. Of the
  /// numbers of a rule, the first is explained.
  mutating func open(_ alert: Alert) -> [Effect] {
    view.show(nil)
    switch alert.key.subject {
    case .call(let callSID), .ruleOfCall(_, let callSID):
      guard shown.calls[callSID] == nil else { return follow(callSID, beside: false) }
    case .operator(let id):
      guard shown.operators[id] == nil else { return visit(.operator(id), in: .operators) }
    case .surface(let id):
      guard shown.surfaces[id] == nil else { return visit(.surface(id), in: .surfaces) }
    case .rule:
      guard alert.resolvedAt != nil else { return explain(alert.reasons.first?.metric ?? .waiting) }
    case .source, .workspace:
      if let entry = newestFailure(alert.key) { return visit(.activity(entry), in: .activity) }
      if alert.key.kind == .noOperatorOnline { view.setFocus(.operators) }
      if alert.key.kind == .streamStale { announceConnection() }
      if alert.key.kind == .noOperatorOnline || alert.key.kind == .streamStale { return [] }
    }
    return visit(.alert(alert.number), in: .alerts)
  }

  /// The row of what an alert is about, and its panel; its own where that is gone, or is no one thing.
  func place(of alert: Alert) -> (row: RowID, panel: Panel) {
    switch alert.key.subject {
    case .call(let id), .ruleOfCall(_, let id):
      if shown.calls[id] != nil { return (.call(id), .calls) }
    case .operator(let id): if shown.operators[id] != nil { return (.operator(id), .operators) }
    case .surface(let id): if shown.surfaces[id] != nil { return (.surface(id), .surfaces) }
    case .source, .workspace, .rule: break
    }
    return (.alert(alert.number), .alerts)
  }

  /// Puts the cursor on a row, and shows its detail.
  private mutating func visit(_ row: RowID, in panel: Panel) -> [Effect] {
    view.setFocus(panel)
    select(row, in: panel)
    view.show(.detail(row))
    return []
  }

  private mutating func explain(_ metric: Metric) -> [Effect] {
    view.setFocus(.numbers)
    select(.metric(metric), in: .numbers)
    view.show(.explanation(metric))
    return []
  }

  private func newestFailure(_ key: AlertKey) -> UInt64? {
    shown.activity.entries.last { entry in
      guard case .event(let event) = entry.content else { return false }
      guard let outcome = event.outcome else { return false }
      return outcome.hasFailed && outcome.key == key
    }?.sequence
  }

  private mutating func announceConnection() {
    view.announce(
      settings.isReplay
        ? "Nothing was received then: the header says why"
        : board.connection.phase.advice(silentFor: board.age))
  }
}

extension ConnectionPhase {
  /// Why nothing is received, and what a person can do about it.
  fileprivate func advice(silentFor age: Int64?) -> String {
    switch self {
    case .open:
      "Nothing received" + (age.map { " for \($0.stopwatch)" } ?? "")
        + "; r reconnects"
    case .connecting(let attempt): "Connecting, attempt \(attempt); r starts over"
    case .unanswered: "No live updates: \(ProxyAdvice.buffering)"
    case .waiting(_, _, let reason): "Not connected: \(reason); r connects now"
    case .refused(let reason, _): "Refused: \(reason); check the token and its rights, then press r"
    case .stopped(let reason): "Stopped: \(reason); r starts again"
    }
  }
}
