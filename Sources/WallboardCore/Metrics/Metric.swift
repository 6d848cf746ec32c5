/// A number of the board; the raw value is its name in `config.toml`, in a filter and in a check.
package enum Metric: String, CaseIterable, Sendable {
  case live
  case waiting
  case longestWait = "longest_wait"
  case longestCall = "longest_call"
  case withOperator = "with_operator"
  case answerSpeed = "answer_speed"
  case escalationRate = "escalation_rate"
  case abandonmentRate = "abandonment_rate"
  case handleTime = "handle_time"
  case startedToday = "started_today"
  case endedToday = "ended_today"
  case escalatedToday = "escalated_today"
  case abandonedToday = "abandoned_today"
  case online
  case busy
  case offline
  case occupancy
  case openSurfaces = "open_surfaces"
  case toReview = "to_review"
  case surfaceCompletion = "surface_completion"
  case texts
  case toolFailureRate = "tool_failure_rate"
  case replyP50 = "reply_p50"
  case replyP95 = "reply_p95"
  case problems
  case alerts
  case eventsPerSecond = "events_per_second"
  case stale
  case silence

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
}
