import WallboardEvents

/// One thing that happened, as `--plain` says it.
struct PlainSentence: Equatable {
  /// When the board learned of it, by the board's clock: lines stand in the order of their times.
  let at: Timestamp
  let topic: PlainTopic
  /// A whole sentence, not yet safe for a terminal.
  let text: String
}

/// What sentences are about. Those for which there is no room are counted by it.
enum PlainTopic: CaseIterable, Hashable {
  case connection, alert, escalation, resolution, callStarted, callEnded, operatorOnCall
  case operatorStatus, form, summary

  /// Whether it is said however much else is. A summary comes seldom.
  var isUrgent: Bool {
    switch self {
    case .connection, .alert, .escalation, .summary: true
    case .resolution, .callStarted, .callEnded, .operatorOnCall, .operatorStatus, .form: false
    }
  }

  /// So many of them, such as `9 calls started`.
  func counted(_ count: Int) -> String {
    switch self {
    case .connection: plural(count, "change of the connection", "changes of the connection")
    case .alert: plural(count, "alert", "alerts")
    case .escalation: plural(count, "call for a human", "calls for a human")
    case .resolution: plural(count, "alert is over", "alerts are over")
    case .callStarted: plural(count, "call started", "calls started")
    case .callEnded: plural(count, "call ended", "calls ended")
    case .operatorOnCall: plural(count, "operator came or went", "operators came or went")
    case .operatorStatus: plural(count, "operator changed status", "operators changed status")
    case .form: plural(count, "form moved on", "forms moved on")
    case .summary: plural(count, "summary", "summaries")
    }
  }

  private func plural(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}
