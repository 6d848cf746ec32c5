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
