import DequeModule
package import WallboardBoard
import WallboardScreen
import WallboardSystem

/// Makes alerts heard, once for each incident: a bell, or a program that runs beside this one.
package final class Alarm {
  /// Incidents that may wait for the running command to end. When there are more, a waiting warning
  /// gives way to a critical one; otherwise the newest is dropped.
  static let mostWaiting = 8
  /// How many incidents are remembered as told.
  static let mostRemembered = 4_096
  /// Nanoseconds after which a command is killed.
  static let patience: Int64 = 60_000_000_000

  let settings: AlarmSettings
  private let environment: [String: String]
  private var told: Set<UInt64> = []
  private var waiting: Deque<AlarmCall> = []
  private var running: (child: ChildProcess, since: Int64)?

  /// Commands get the environment without the token.
  package init(_ settings: AlarmSettings, environment: [String: String]) {
    self.settings = settings
    self.environment = environment.filter { $0.key != "WALLBOARD_TOKEN" }
  }

  /// Raises the alarm for an incident, unless it was raised before. `sentence` has to be masked: it
  /// shows in the list of processes.
  ///
  /// - Returns: Whether the terminal has to ring its bell.
  package func raise(_ alert: Alert, sentence: @autoclosure () -> String) -> Bool {
    guard settings.sound != .none, told.insert(alert.number).inserted else { return false }
    if told.count > Self.mostRemembered, let oldest = told.min() { told.remove(oldest) }
    guard settings.sound == .command else { return true }
    if makeRoom(for: alert.severity) { waiting.append(AlarmCall(alert, sentence: sentence())) }
    return false
  }

  /// Drops a waiting warning in favour of something critical, where the queue is full.
  private func makeRoom(for severity: Severity) -> Bool {
    guard waiting.count >= Self.mostWaiting else { return true }
    guard severity == .critical,
      let place = waiting.firstIndex(where: { $0.severity == .warning })
    else { return false }
    waiting.remove(at: place)
    return true
  }

  /// Starts the next command, and kills one that runs too long; one runs at a time. `uptime` is in
  /// nanoseconds.
  ///
  /// - Returns: What went wrong, as a sentence.
  package func tend(at uptime: Int64) -> String? {
    guard running != nil || !waiting.isEmpty else { return nil }
    return finish(at: uptime) ?? startNext(at: uptime)
  }

  private func finish(at uptime: Int64) -> String? {
    guard let (child, since) = running else { return nil }
    guard let end = child.end() else {
      if uptime - since > Self.patience { child.kill() }
      return nil
    }
    running = nil
    switch end {
    case .status(0): return nil
    case .status(let status): return "The alarm command failed with status \(status)"
    case .signal(let signal): return "The alarm command was ended by signal \(signal)"
    }
  }

  private func startNext(at uptime: Int64) -> String? {
    guard running == nil, let call = waiting.popFirst() else { return nil }
    do throws(SystemFailure) {
      let words = settings.command.map(call.filled)
      let child = try ChildProcess(words, environment: environment.merging(call.variables) { $1 })
      running = (child, uptime)
      return nil
    } catch {
      return "The alarm command could not be started: \(error)"
    }
  }
}

/// What a command is given of an alert.
private struct AlarmCall {
  let severity: Severity
  private let words: [(name: String, text: String)]

  /// The sentence has to be masked.
  init(_ alert: Alert, sentence: String) {
    severity = alert.severity
    words = [
      ("kind", alert.key.kind.rawValue), ("severity", alert.severity.word),
      ("sentence", TextSafety.clean(sentence).marked),
    ]
  }

  /// A word of the command with its placeholders, such as `{kind}`, filled in.
  func filled(_ word: String) -> String {
    var rest = word[...]
    var filled = ""
    while let brace = rest.firstIndex(of: "{") {
      filled += rest[..<brace]
      rest = rest[brace...]
      if let (name, text) = words.first(where: { rest.hasPrefix("{\($0.name)}") }) {
        filled += text
        rest.removeFirst(name.count + 2)
      } else {
        filled.append(rest.removeFirst())
      }
    }
    return filled + rest
  }

  /// The same as variables of the environment.
  var variables: [String: String] {
    Dictionary(
      uniqueKeysWithValues: words.map { ("WALLBOARD_ALERT_\($0.name.uppercased())", $0.text) })
  }
}

/// How an alert is made heard.
package struct AlarmSettings: Equatable, Sendable {
  package var sound: AlarmSound = .none
  /// The program and its arguments, with the placeholders `{kind}`, `{severity}` and `{sentence}`.
  package var command: [String] = []

  package init() {}
}

package enum AlarmSound: String, CaseIterable, Sendable {
  case none
  /// The terminal's bell.
  case bell
  case command
}
