import WallboardEvents

/// A number of the board; the raw value is its name in `config.toml`, in a filter and in a check.
///
/// In the order of the numbers panel, the most telling first.
package enum Metric: String, CaseIterable, Sendable {
  // Who waits.
  case waiting
  case longestWait = "longest_wait"
  case answerSpeed = "answer_speed"
  // Calls.
  case live
  case longestCall = "longest_call"
  case withOperator = "with_operator"
  case escalationRate = "escalation_rate"
  case abandonmentRate = "abandonment_rate"
  case handleTime = "handle_time"
  // Operators.
  case online
  case busy
  case offline
  case occupancy
  // What else is under way.
  case toReview = "to_review"
  case openSurfaces = "open_surfaces"
  case surfaceCompletion = "surface_completion"
  case texts
  // The agent.
  case replyP50 = "reply_p50"
  case replyP95 = "reply_p95"
  case toolFailureRate = "tool_failure_rate"
  case slowestTool = "slowest_tool"
  // The day, and the board itself.
  case problems
  case alerts
  case startedToday = "started_today"
  case endedToday = "ended_today"
  case escalatedToday = "escalated_today"
  case abandonedToday = "abandoned_today"
  case eventsPerSecond = "events_per_second"
  case silence
  case stale

  /// What a number counts or measures.
  package enum Unit: Sendable {
    case count
    /// Seconds.
    case seconds
    case milliseconds
    /// A part of 1.
    case share
    case perSecond
  }

  /// Of which time a number tells.
  package enum Window: Sendable {
    case now
    /// The sixty minutes up to now, as far as the board listened.
    case hour
    /// Since local midnight, as far as the board listened.
    case today
  }
}

extension Metric {
  /// What the number counts or measures.
  package var unit: Unit {
    switch self {
    case .live, .waiting, .withOperator, .online, .busy, .offline, .toReview, .openSurfaces,
      .texts, .problems, .alerts, .startedToday, .endedToday, .escalatedToday, .abandonedToday:
      .count
    case .longestWait, .answerSpeed, .longestCall, .handleTime, .silence, .stale: .seconds
    case .replyP50, .replyP95, .slowestTool: .milliseconds
    case .escalationRate, .abandonmentRate, .occupancy, .surfaceCompletion, .toolFailureRate:
      .share
    case .eventsPerSecond: .perSecond
    }
  }

  /// Of which time it tells.
  package var window: Window {
    switch self {
    case .waiting, .longestWait, .live, .longestCall, .withOperator, .online, .busy, .offline,
      .toReview, .openSurfaces, .texts, .alerts, .eventsPerSecond, .silence, .stale:
      .now
    case .answerSpeed, .escalationRate, .abandonmentRate, .handleTime, .occupancy,
      .surfaceCompletion, .replyP50, .replyP95, .toolFailureRate, .slowestTool, .problems:
      .hour
    case .startedToday, .endedToday, .escalatedToday, .abandonedToday: .today
    }
  }

  /// Those of which each second may be a peak.
  static let ofNow = allCases.filter { $0.window == .now }

  /// Whether more of it is better; `nil` where that is for a person to say.
  package var better: Direction? {
    switch self {
    case .surfaceCompletion, .online: .more
    case .waiting, .longestWait, .answerSpeed, .longestCall, .escalationRate, .abandonmentRate,
      .toReview, .replyP50, .replyP95, .toolFailureRate, .slowestTool, .problems, .alerts,
      .escalatedToday,
      .abandonedToday, .silence, .stale:
      .less
    case .live, .withOperator, .handleTime, .busy, .offline, .occupancy, .openSurfaces, .texts,
      .startedToday, .endedToday, .eventsPerSecond:
      nil
    }
  }

  /// Which way a number gets better.
  package enum Direction: String, Sendable {
    case more, less
  }

  /// Its name, as a person reads it.
  package var title: String {
    switch self {
    case .waiting: "Callers waiting"
    case .longestWait: "Longest wait"
    case .answerSpeed: "Avg time to answer"
    case .live: "Live calls"
    case .longestCall: "Longest call"
    case .withOperator: "With an operator"
    case .escalationRate: "Escalation rate"
    case .abandonmentRate: "Hung up waiting"
    case .handleTime: "Avg handle time"
    case .online: "Operators available"
    case .busy: "Operators busy"
    case .offline: "Operators offline"
    case .occupancy: "Operator occupancy"
    case .toReview: "Forms to review"
    case .openSurfaces: "Open forms"
    case .surfaceCompletion: "Forms submitted"
    case .texts: "Text sessions"
    case .replyP50: "AI answers within (50%)"
    case .replyP95: "AI answers within (95%)"
    case .toolFailureRate: "Failed tool runs"
    case .slowestTool: "Slowest tool run"
    case .problems: "Problems"
    case .alerts: "Alerts"
    case .startedToday: "Calls started today"
    case .endedToday: "Calls ended today"
    case .escalatedToday: "Escalations today"
    case .abandonedToday: "Hung up today"
    case .eventsPerSecond: "Events per second"
    case .silence: "Since the last call"
    case .stale: "Age of the data"
    }
  }

  /// Its name where there is little room.
  package var label: String {
    switch self {
    case .waiting: "waiting"
    case .longestWait: "longest wait"
    case .answerSpeed: "avg answer"
    case .live: "live"
    case .longestCall: "longest call"
    case .withOperator: "with operator"
    case .escalationRate: "escalated"
    case .abandonmentRate: "hung up waiting"
    case .handleTime: "avg handle"
    case .online: "available"
    case .busy: "busy"
    case .offline: "offline"
    case .occupancy: "occupancy"
    case .toReview: "to review"
    case .openSurfaces: "open forms"
    case .surfaceCompletion: "submitted"
    case .texts: "texts"
    case .replyP50: "reply 50%"
    case .replyP95: "reply 95%"
    case .toolFailureRate: "tools failed"
    case .slowestTool: "slowest tool"
    case .problems: "problems"
    case .alerts: "alerts"
    case .startedToday: "started today"
    case .endedToday: "ended today"
    case .escalatedToday: "escalated today"
    case .abandonedToday: "hung up today"
    case .eventsPerSecond: "events/s"
    case .silence: "since a call"
    case .stale: "data age"
    }
  }
}

extension Metric.Window {
  /// The window in words.
  package var words: String {
    switch self {
    case .now: "now"
    case .hour: "the last hour, as far as the board was watching"
    case .today: "today: since local midnight, as far as the board was watching"
    }
  }
}

extension Metric.Unit {
  /// A value as somebody types it in a filter, a check or `config.toml`: `5`, `1m30s`, `25%`, `850ms`.
  package func quantity(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "0" }
    switch self {
    case .count, .perSecond: return Self.decimal(value)
    case .share: return "\(Self.decimal(value * 100))%"
    case .milliseconds: return "\(Self.decimal(value))ms"
    case .seconds: return Self.length(Int64(value.rounded()))
    }
  }

  private static func length(_ seconds: Int64) -> String {
    let (hours, rest) = seconds.quotientAndRemainder(dividingBy: 3_600)
    let parts = [(hours, "h"), (rest / 60, "m"), (rest % 60, "s")].filter { $0.0 > 0 }
    return parts.isEmpty ? "0s" : parts.map { "\($0.0)\($0.1)" }.joined()
  }

  /// Without decimals where there are none, else with at most two.
  private static func decimal(_ value: Double) -> String {
    let hundredths = Int64((max(0, value) * 100).rounded())
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return String(whole) }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension Board {
  /// What a field of a number's row holds. The target is set, not known: it is not the board's.
  func value(of field: Field, of metric: Metric) -> FieldValue {
    switch field {
    case .number: .text(metric.title + "\n" + metric.rawValue.withoutUnderscores)
    case .value:
      value(of: metric).map { metric.unit == .seconds ? .length($0) : .number($0) } ?? .none
    case .trend: trend(of: metric).map(FieldValue.number) ?? .none
    // Fields of other things.
    case _: .none
    }
  }

  /// By how much the number changed in the last hour, as far as it is known.
  private func trend(of metric: Metric) -> Double? {
    let samples = history.samples(of: metric).compactMap(\.self)
    guard let first = samples.first, let last = samples.last else { return nil }
    return last - first
  }
}
