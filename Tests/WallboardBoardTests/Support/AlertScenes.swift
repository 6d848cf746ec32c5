import OrderedCollections

@testable import WallboardBoard
@testable import WallboardEvents

extension Scene {
  /// A board whose stream is open at second 0 and whose reads have come back, with those rules
  /// alone.
  static func judging(_ rules: [AlertKind: AlertRule] = AlertRule.defaults) -> Scene {
    var scene = Scene()
    scene.state.settings.alerts.rules = rules
    scene.open(at: 0)
    scene.readEverything(at: 0)
    return scene
  }

  /// A board that is judged by the default rule of one kind.
  static func judging(_ kind: AlertKind) -> Scene {
    judging(AlertRule.defaults.filter { $0.key == kind })
  }

  mutating func readEverything(at seconds: Int64) {
    for part in [
      SnapshotPart.calls([], isComplete: false), .operators([], isComplete: false),
      .escalations([], isComplete: false), .surfaces([], isComplete: false), .services([:]),
    ] {
      read(part, ReadNotes(tellsAll: true), at: seconds)
    }
  }

  /// A frame a second, with the stream heard at each.
  @discardableResult
  mutating func pass(_ seconds: ClosedRange<Int64>) -> [Effect] {
    seconds.flatMap { time in
      act(.heard(at: second(time)))
      return frame(at: time)
    }
  }

  /// The incidents that last, the most urgent first, in words.
  var alerts: [String] { board.alerts.ranked.map(\.story) }

  /// The incidents that are over, the newest first.
  var pastAlerts: [String] { board.alerts.history.reversed().map(\.story) }
}

extension [Effect] {
  /// What was told of, in words.
  var alarms: [String] {
    flatMap { effect -> [String] in
      guard case .alarm(let alerts) = effect else { return [] }
      return alerts.map(\.story)
    }
  }
}

extension Alert {
  /// `warning escalation_waiting A 20`
  var story: String {
    let subject =
      switch key.subject {
      case .workspace: "-"
      case .call(let id): id.rawValue
      case .operator(let id): id.rawValue
      case .surface(let id): id.rawValue
      case .source(let name): name.string
      case .rule(let name): name
      case .ruleOfCall(let name, let id): "\(name) \(id.rawValue)"
      }
    let value = value.rounded() == value ? String(Int(value)) : String(value)
    return "\(severity) \(key.kind.rawValue) \(subject) \(value)"
      + (acknowledgedAt == nil ? "" : " acknowledged")
  }
}
