import WallboardEvents

extension Metric {
  /// What the number counts or measures.
  package var unit: Unit {
    switch self {
    case .live, .waiting, .withOperator, .online, .busy, .offline, .toReview, .openSurfaces,
      .texts, .problems, .alerts, .startedToday, .endedToday, .escalatedToday, .abandonedToday:
      .count
    case .longestWait, .answerSpeed, .longestCall, .handleTime, .silence, .stale: .seconds
    case .replyP50, .replyP95: .milliseconds
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
      .surfaceCompletion, .replyP50, .replyP95, .toolFailureRate, .problems:
      .hour
    case .startedToday, .endedToday, .escalatedToday, .abandonedToday: .today
    }
  }

  /// Whether more of it is better; of most, less is, or it is neither.
  package var moreIsBetter: Bool { self == .surfaceCompletion || self == .online }

  /// Its name, as a person reads it.
  package var title: String {
    switch self {
    case .waiting: "Waiting"
    case .longestWait: "Longest wait"
    case .answerSpeed: "Speed of answer"
    case .live: "Live calls"
    case .longestCall: "Longest call"
    case .withOperator: "With operator"
    case .escalationRate: "Escalation rate"
    case .abandonmentRate: "Abandonment rate"
    case .handleTime: "Average handle time"
    case .online: "Operators online"
    case .busy: "Operators busy"
    case .offline: "Operators offline"
    case .occupancy: "Operator occupancy"
    case .toReview: "Forms to review"
    case .openSurfaces: "Open forms"
    case .surfaceCompletion: "Form completion"
    case .texts: "Text sessions"
    case .replyP50: "Reply latency p50"
    case .replyP95: "Reply latency p95"
    case .toolFailureRate: "Tool failures"
    case .problems: "Problems"
    case .alerts: "Alerts"
    case .startedToday: "Calls started today"
    case .endedToday: "Calls ended today"
    case .escalatedToday: "Escalations today"
    case .abandonedToday: "Abandoned today"
    case .eventsPerSecond: "Events per second"
    case .silence: "Silence"
    case .stale: "Age of the data"
    }
  }

  /// Its name where there is little room.
  package var label: String {
    switch self {
    case .waiting: "waiting"
    case .longestWait: "longest wait"
    case .answerSpeed: "to answer"
    case .live: "live"
    case .longestCall: "longest call"
    case .withOperator: "with operator"
    case .escalationRate: "escalated"
    case .abandonmentRate: "abandoned"
    case .handleTime: "handle time"
    case .online: "online"
    case .busy: "busy"
    case .offline: "offline"
    case .occupancy: "occupancy"
    case .toReview: "to review"
    case .openSurfaces: "open forms"
    case .surfaceCompletion: "forms done"
    case .texts: "texts"
    case .replyP50: "reply p50"
    case .replyP95: "reply p95"
    case .toolFailureRate: "tool failures"
    case .problems: "problems"
    case .alerts: "alerts"
    case .startedToday: "started today"
    case .endedToday: "ended today"
    case .escalatedToday: "escalated today"
    case .abandonedToday: "abandoned today"
    case .eventsPerSecond: "events/s"
    case .silence: "silence"
    case .stale: "data age"
    }
  }
}

extension Metric.Window {
  /// The window in words.
  package var words: String {
    switch self {
    case .now: "now"
    case .hour: "the last hour, as far as the board listened"
    case .today: "today: since local midnight, as far as the board listened"
    }
  }
}
