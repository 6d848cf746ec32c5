package import WallboardBoard
import WallboardEvents

extension AlertWords {
  /// What is to be told of an alert, or that it is over, in a sentence for a log, a command or a
  /// screen reader: `Critical: caller 7F3A has waited for a human for 2m 31s (Billing)`.
  package func sentence(_ alert: Alert) -> String {
    // What is asked of the numbers tells them already, and those of then say nothing of an end.
    let names = alert.key.kind == .rule ? [] : names(of: alert).map(\.spoken)
    let rest = names.dropFirst().joined(separator: ", ")
    let addition = rest.isEmpty ? "" : " (\(rest))"
    guard let resolvedAt = alert.resolvedAt else {
      let statement = statement(of: alert, names.first ?? "")
      return alert.severity.word.capitalized + ": " + statement + addition
    }
    let length = Durations.exact(resolvedAt.seconds(since: alert.since))
    let subject = names.first.map { ", \($0)" } ?? ""
    return "Over after \(length): \(alert.title)\(subject)\(addition)"
  }

  private func statement(of alert: Alert, _ subject: String) -> String {
    let value = wholeValue(of: alert)
    return switch alert.key.kind {
    case .escalationWaiting: "\(subject) has waited for a human for \(value)"
    case .callTooLong: "\(subject) has lasted for \(value)"
    case .noOperatorOnline: "none of \(subject) is online"
    case .operatorBusyWithoutCall: "\(subject) has been busy without a call for \(value)"
    case .surfaceStuck: "\(subject) has waited for the house for \(value)"
    case .pipelineError: "the data source \(subject) has failed \(value)"
    case .triggerFailed: "the trigger \(subject) has failed \(value)"
    case .deliveryFailed: "messages were not delivered, \(value)"
    case .streamStale: "nothing has been heard from the platform for \(value)"
    case .unusualSilence: "no call has started for \(value), \(subject)"
    case .rule: "\(alert.title): " + alert.reasons.map { $0.words() }.joined(separator: ", ")
    }
  }
}

extension String {
  /// Without the mark of a cut, which is read aloud.
  fileprivate var spoken: String { replacing("…", with: "") }

  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
