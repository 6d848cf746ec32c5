import WallboardEvents

extension Board {
  /// What a number is made from, and what belongs to it; as of now.
  package func inputs(of metric: Metric) -> [MetricInput] {
    switch metric {
    case .waiting, .longestWait, .live, .longestCall, .withOperator, .escalationRate:
      callInputs(of: metric)
    case .answerSpeed: answerInputs
    case .abandonmentRate, .handleTime, .endedToday, .abandonedToday:
      endInputs(of: metric) + reasonInputs
    case .startedToday: [MetricInput("started in the last hour", hour.started)]
    case .escalatedToday: [MetricInput("in the last hour", hour.escalations)]
    case .online, .busy, .offline, .occupancy: operatorInputs
    case .openSurfaces, .toReview: stageInputs
    case .surfaceCompletion:
      [MetricInput("handed in", hour.surfacesSubmitted), MetricInput("made", hour.surfacesCreated)]
    case .texts: [MetricInput("ended since the start", endedTextSessions.count)]
    case .replyP50, .replyP95: replyInputs
    case .toolFailureRate:
      [MetricInput("failed", hour.toolFailures), MetricInput("runs that ended", hour.toolRuns)]
    case .problems: [MetricInput("since the start", activity.problemCount)]
    case .alerts: alertInputs
    case .eventsPerSecond: [MetricInput("events since the start", counts.events)]
    case .silence: [MetricInput("calls started in the last hour", hour.started)]
    case .stale:
      [MetricInput("reconnects", connection.reconnects), MetricInput("gaps", connection.gaps)]
    }
  }

  private var hour: MinuteTally { history.hour.total }

  private func callInputs(of metric: Metric) -> [MetricInput] {
    let numbers = CallNumbers(self)
    let live = MetricInput("live calls", calls.count)
    guard metric != .escalationRate else {
      return [
        MetricInput("live calls that asked", numbers.escalated),
        MetricInput("ended calls that had asked", hour.escalatedEnds), live,
        MetricInput("calls that ended", hour.ended),
      ]
    }
    return [
      live, MetricInput("callers waiting", numbers.waiting),
      MetricInput("with an operator", numbers.withOperator),
    ]
  }

  private var answerInputs: [MetricInput] {
    [
      MetricInput("callers answered", hour.waits.count),
      MetricInput("their waits together", hour.waits.sum, .seconds),
      MetricInput("requests for a human", hour.escalations),
      MetricInput("still waiting", CallNumbers(self).waiting),
    ]
  }

  private func endInputs(of metric: Metric) -> [MetricInput] {
    let ended = MetricInput("calls that ended in the last hour", hour.ended)
    guard metric == .handleTime else {
      return [MetricInput("abandoned in the last hour", hour.abandoned), ended]
    }
    return [ended, MetricInput("their lengths together", hour.durations.sum, .seconds)]
  }

  /// How calls ended, the most frequent first.
  private var reasonInputs: [MetricInput] {
    hour.reasons.counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(Self.reasonsShown)
      .map { MetricInput("ended: \($0.key)", $0.value) }
  }

  /// How many of the ways to end are listed.
  private static let reasonsShown = 8

  private var operatorInputs: [MetricInput] {
    let numbers = OperatorNumbers(self)
    let time = hour.operatorTime
    return [
      MetricInput("registered", operators.count), MetricInput("on a call", numbers.onCall),
      MetricInput("time on calls", seconds: time.onCall),
      MetricInput("time signed in", seconds: time.signedIn),
      MetricInput("time online", seconds: time.online),
      MetricInput("time busy", seconds: time.busy),
      MetricInput("time offline", seconds: time.offline),
    ]
  }

  private var stageInputs: [MetricInput] {
    let numbers = SurfaceNumbers(self)
    return SurfaceStage.allCases.map {
      MetricInput($0.rawValue.split(separator: "_").joined(separator: " "), numbers[$0])
    }
  }

  private var replyInputs: [MetricInput] {
    let readings = history.replies.readings
    let percentiles = [50, 95].map {
      MetricInput("p\($0)", readings.percentile($0), .milliseconds)
    }
    return [MetricInput("replies", readings.count)] + percentiles
      + [MetricInput("slowest", readings.max(), .milliseconds)]
  }

  private var alertInputs: [MetricInput] {
    [
      MetricInput("critical", alerts.active.count { $0.severity == .critical }),
      MetricInput("nobody took note of", alerts.unacknowledged),
      MetricInput("raised since the start", alerts.raisedCount),
    ]
  }
}
