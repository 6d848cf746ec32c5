import WallboardEvents

extension Board {
  /// A number as it is now, in its unit; `nil` while nothing has told it. To read several numbers
  /// at once is cheaper: ``reading(of:)``.
  package func value(of metric: Metric) -> Double? {
    MetricReader(self, for: [metric]).value(of: metric)
  }

  /// The numbers as they are now; one that nothing has told is not there.
  package func reading(of metrics: [Metric] = Metric.allCases) -> [Metric: Double] {
    let reader = MetricReader(self, for: metrics)
    var values: [Metric: Double] = [:]
    for metric in metrics { values[metric] = reader.value(of: metric) }
    return values
  }

  /// A number's values of the last hour, minute by minute, oldest first; the last is the one of
  /// now. `nil` for a minute of which it is not known.
  package func samples(of metric: Metric) -> [Double?] {
    history.samples(of: metric) + [value(of: metric)]
  }

  /// How a number stands to its target; `nil` without one, and while the number is not known.
  package func judgement(of metric: Metric, _ targets: [Metric: Target]) -> Judgement? {
    guard let target = targets[metric], let value = value(of: metric) else { return nil }
    return target.judge(value, of: metric)
  }

  /// Keeps the history going, at each frame.
  mutating func keepHistory() {
    history.noteProblems(total: activity.problemCount, at: now)
    let seconds = history.look(at: now)
    // While nothing is heard of it, nobody knows how things go.
    if seconds > 0, connection.isOpen {
      let time = OperatorNumbers(self).time(over: seconds)
      history.note(at: now) { $0.operatorTime.add(time) }
    }
    let minutes = history.turnMinute(at: now)
    if minutes > 0 { history.keep(connection.isOpen ? reading() : [:], after: minutes) }
  }

  /// The board's clock, as of the event that is being folded.
  func clock(_ time: Timestamp) -> Timestamp { connection.lastHeardAt ?? time }
}
