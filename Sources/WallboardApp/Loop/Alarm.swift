import DequeModule
package import WallboardBoard
import WallboardScreen
import WallboardSystem

/// Makes alerts heard, once for each incident: a bell, or a program that runs beside this one.
package final class Alarm {
  /// Incidents whose alarm waits for the command to end; of more, a warning gives way to what is
  /// critical, and the newest is not told.
  static let mostWaiting = 8
  /// Incidents that are remembered as told, the newest.
  static let mostRemembered = 4_096
  /// Nanoseconds after which a command is given up.
  static let patience: Int64 = 60_000_000_000

  private let settings: AlarmSettings
  private let environment: [String: String]
  private var told: Set<UInt64> = []
  private var waiting: Deque<AlarmCall> = []
  private var running: (child: ChildProcess, since: Int64)?

  /// An alarm as it was set up. Commands get the environment without the token.
  package init(_ settings: AlarmSettings, environment: [String: String]) {
    self.settings = settings
    self.environment = environment.filter { $0.key != "WALLBOARD_TOKEN" }
  }

  /// Tells of an incident, if it is a new one; `sentence` has to be masked.
  ///
  /// - Returns: Whether the terminal shall ring.
  package func raise(_ alert: Alert, sentence: @autoclosure () -> String) -> Bool {
    guard settings.sound != .none, told.insert(alert.number).inserted else { return false }
    if told.count > Self.mostRemembered, let oldest = told.min() { told.remove(oldest) }
    guard settings.sound == .command else { return true }
    if makeRoom(for: alert.severity) { waiting.append(AlarmCall(alert, sentence: sentence())) }
    return false
  }

  /// Gives up a warning that waits for something critical, if it has to be.
  private func makeRoom(for severity: Severity) -> Bool {
    guard waiting.count >= Self.mostWaiting else { return true }
    guard severity == .critical,
      let place = waiting.firstIndex(where: { $0.severity == .warning })
    else { return false }
    waiting.remove(at: place)
    return true
  }

  /// Sees to the commands: one runs at a time, and none for ever. `uptime` is in nanoseconds.
  ///
  /// - Returns: What went wrong, for the person.
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

/// What a command is told of an alert.
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

  /// A word of the command with what its placeholders, such as `{kind}`, stand for.
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

/// How the program tells of an alert beyond the screen.
package struct AlarmSettings: Equatable, Sendable {
  /// What is to be heard.
  package var sound: AlarmSound = .none
  /// The program and its arguments. `{kind}`, `{severity}` and `{sentence}` in them stand for what
  /// the alert is about.
  package var command: [String] = []

  /// Nothing is to be heard.
  package init() {}
}

/// What an alert makes heard, once for each incident.
package enum AlarmSound: String, CaseIterable, Sendable {
  case none
  /// The terminal's bell.
  case bell
  /// What a program does.
  case command
}
