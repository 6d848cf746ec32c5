import WallboardEvents

extension Metric {
  /// What it counts or measures, in a sentence or two.
  package var definition: String {
    switch self {
    case .waiting:
      "Callers who are waiting for an operator: nobody has taken over yet."
    case .longestWait:
      "How long the caller who has waited longest for an operator has been waiting. "
        + "0 while nobody waits; unknown while nobody can tell since when."
    case .answerSpeed:
      "The average time from the request for an operator until one took over, for callers who were "
        + "answered. Callers who were speaking with an operator already did not wait and are not "
        + "counted; nor are those who are still waiting."
    case .live: "Calls that have started and not ended, whoever is speaking."
    case .longestCall:
      "How long the longest of the live calls has lasted; counted from when the board first saw it "
        + "where its start is not known."
    case .withOperator: "Live calls on which an operator is speaking in place of the AI."
    case .escalationRate:
      "Of the calls that were live at any time in the last hour (those that ended in it, and those "
        + "that are live now), the share that needed an operator. The AI contained the rest."
    case .abandonmentRate:
      "The abandonment rate: of the calls that ended in the last hour, the share whose caller hung "
        + "up while waiting, or that the platform calls abandoned."
    case .handleTime:
      "The average length of the calls that ended, from start to end, whether the AI or an operator "
        + "spoke. Work after the call is not known and not included."
    case .online: "Operators who are signed in and free to take a call."
    case .busy: "Operators who are signed in and not free."
    case .offline: "Operators who have an account and are not signed in."
    case .occupancy:
      "The time that operators spent on calls, monitoring or speaking, as a share of the time that "
        + "they were signed in (available, busy or on a call)."
    case .toReview: "Forms that patients submitted and a reviewer has to decide on."
    case .openSurfaces:
      "Forms that were created and are not finished: not approved, rejected or archived."
    case .surfaceCompletion:
      "Forms that patients submitted, as a share of the forms that were created, both in the last "
        + "hour. A form that was created earlier counts when it is submitted, so clearing a backlog "
        + "can lead past 100%."
    case .texts: "Text sessions that have started and not ended."
    case .replyP50:
      "Half of the AI's replies on followed calls came within this time: from the end of the "
        + "caller's turn until the AI was heard. Greetings are not counted."
    case .replyP95:
      "95 of 100 of the AI's replies on followed calls came within this time: from the end of the "
        + "caller's turn until the AI was heard. Greetings are not counted."
    case .toolFailureRate:
      "Of the AI's tool runs that ended on followed calls and in the background of text sessions, "
        + "the share that failed."
    case .slowestTool:
      "How long the slowest of the AI's newest tool runs took that ended on followed calls."
    case .problems:
      "Events that somebody should look into: problems of data sources, triggers, deliveries, tools "
        + "and calls, events that were not fully understood, and gaps in the stream."
    case .alerts: "Alerts that are not over, acknowledged or not."
    case .startedToday: "Calls that have started."
    case .endedToday: "Calls that have ended."
    case .escalatedToday: "Requests for an operator. One call can make several."
    case .abandonedToday:
      "Calls whose caller hung up while waiting, or that the platform calls abandoned."
    case .eventsPerSecond: "Events of the stream, averaged over the last ten seconds."
    case .silence: "The time since a call last started."
    case .stale:
      "The time since anything was received from the platform, a heartbeat included. What is shown "
        + "is as old as that."
    }
  }

  /// From where the board knows it.
  package var source: String {
    switch self {
    case .waiting, .longestWait:
      "call.escalated, operator.joined_call and the like; the list of open escalations"
    case .answerSpeed: "call.escalated to operator.joined_call or operator.mode_changed"
    case .live, .longestCall, .silence: "call.started and call.ended; the list of calls"
    case .withOperator:
      "operator.joined_call, operator.mode_changed, operator.left_call; the lists of operators and "
        + "open escalations"
    case .escalationRate: "call.escalated and call.ended; the list of calls"
    case .abandonmentRate, .handleTime, .endedToday, .abandonedToday: "call.ended"
    case .online, .busy, .offline: "operator.status_changed; the list of operators"
    case .occupancy:
      "operator.status_changed, operator.joined_call, operator.left_call, looked at every second"
    case .toReview, .openSurfaces: "the events of forms; the list of open forms"
    case .surfaceCompletion: "surface.created and surface.submitted"
    case .texts: "text.started and text.completed"
    case .replyP50, .replyP95: "latency, from the feed of each followed call"
    case .toolFailureRate:
      "tool_call_completed, from the feed of each followed call; text.background_result"
    case .slowestTool: "tool_call_completed, from the feed of each followed call"
    case .problems: "the panel Activity"
    case .alerts: "the rules under [alerts] in config.toml"
    case .startedToday: "call.started"
    case .escalatedToday: "call.escalated"
    case .eventsPerSecond, .stale: "the connection to the stream"
    }
  }
}

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
      [
        MetricInput("submitted", hour.surfacesSubmitted),
        MetricInput("created", hour.surfacesCreated),
      ]
    case .texts: [MetricInput("ended since the start", endedTextSessions.count)]
    case .replyP50, .replyP95: replyInputs
    case .toolFailureRate:
      [MetricInput("failed", hour.toolFailures), MetricInput("runs that ended", hour.toolRuns)]
    case .slowestTool: toolInputs
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
        MetricInput("live calls that needed an operator", numbers.escalated),
        MetricInput("ended calls that had needed one", hour.escalatedEnds), live,
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
      MetricInput("their waits in total", hour.waits.sum, .seconds),
      MetricInput("requests for an operator", hour.escalations),
      MetricInput("still waiting", CallNumbers(self).waiting),
    ]
  }

  private func endInputs(of metric: Metric) -> [MetricInput] {
    let ended = MetricInput("calls that ended in the last hour", hour.ended)
    guard metric == .handleTime else {
      return [MetricInput("hung up waiting in the last hour", hour.abandoned), ended]
    }
    return [ended, MetricInput("their lengths in total", hour.durations.sum, .seconds)]
  }

  /// How calls ended, the most frequent first.
  private var reasonInputs: [MetricInput] {
    hour.reasons.counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(Self.reasonsShown)
      .map { MetricInput("ended: \(OpenEnum<CompletionReason>($0.key).spoken)", $0.value) }
  }

  /// How many of the ways to end are listed.
  private static let reasonsShown = 8

  private var operatorInputs: [MetricInput] {
    let numbers = OperatorNumbers(self)
    let time = hour.operatorTime
    return [
      MetricInput("with an account", operators.count), MetricInput("on a call", numbers.onCall),
      MetricInput("time on calls", seconds: time.onCall),
      MetricInput("time signed in", seconds: time.signedIn),
      MetricInput("time available", seconds: time.online),
      MetricInput("time busy", seconds: time.busy),
      MetricInput("time offline", seconds: time.offline),
    ]
  }

  private var stageInputs: [MetricInput] {
    let numbers = SurfaceNumbers(self)
    return SurfaceStage.allCases.map {
      MetricInput($0.rawValue.withoutUnderscores, numbers[$0])
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

  /// The slowest runs by their names, each of which stands there once.
  private var toolInputs: [MetricInput] {
    let runs = history.tools.measures.sorted { $0.milliseconds > $1.milliseconds }
    var named: Set<BoundedString> = []
    let slowest = runs.filter { named.insert($0.name ?? "").inserted }
    return [MetricInput("runs that ended", runs.count)]
      + slowest.prefix(SlowestStages.most).map {
        MetricInput($0.name?.spoken ?? "a tool", $0.milliseconds, .milliseconds)
      }
  }

  private var alertInputs: [MetricInput] {
    [
      MetricInput("critical", alerts.active.count { $0.severity == .critical }),
      MetricInput("not acknowledged", alerts.unacknowledged),
      MetricInput("raised since the start", alerts.raisedCount),
    ]
  }
}

/// One of the things that a number is made from.
package struct MetricInput: Equatable, Sendable {
  /// What it is, in words.
  package let label: String
  /// In ``unit``; `nil` while nothing has told it.
  package let value: Double?
  package let unit: Metric.Unit

  init(_ label: String, _ value: Double?, _ unit: Metric.Unit = .count) {
    self.label = label
    self.value = value
    self.unit = unit
  }

  init(_ label: String, _ count: Int) {
    self.init(label, Double(count))
  }

  init(_ label: String, seconds: some BinaryInteger) {
    self.init(label, Double(seconds), .seconds)
  }
}

extension WallboardState {
  /// Explains the number under the cursor of the numbers panel, else the first of the header.
  mutating func explain() {
    guard view.overlay == nil else { return }
    view.show(.explanation(selectedMetric ?? .waiting))
  }

  /// Explains the number that stands so many after this one, around the end.
  mutating func explainNext(_ step: Int) {
    guard case .explanation(let metric) = view.overlay,
      let index = Metric.allCases.firstIndex(of: metric)
    else { return }
    let count = Metric.allCases.count
    let next = (index + step % count + count) % count
    view.show(.explanation(Metric.allCases[next]))
  }

  private var selectedMetric: Metric? {
    guard view.focus == .numbers, case .metric(let metric) = view.panels[.numbers]?.current else {
      return nil
    }
    return metric
  }
}
