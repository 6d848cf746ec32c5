import WallboardBoard
import WallboardEvents
import WallboardViews

/// A number of a whole time, and what is aimed at with it.
struct ReportNumber {
  let name: String
  let title: String
  /// In its unit; `nil` where it is not known.
  let value: Double?
  let unit: Metric.Unit
  /// The number of the board that has the same target.
  var metric: Metric?
  /// Of how many it is the share.
  var parts: (part: Int, whole: Int)?

  init(_ name: String, _ title: String, _ count: Int) {
    (self.name, self.title, value, unit) = (name, title, Double(count), .count)
  }

  init(_ metric: Metric, _ value: Double?, title: String? = nil) {
    (name, self.title) = (metric.rawValue, title ?? metric.title)
    (self.value, unit, self.metric) = (value, metric.unit, metric)
  }

  init(_ name: String, _ title: String, _ part: Int, of whole: Int, _ metric: Metric? = nil) {
    (self.name, self.title, unit, self.metric) = (name, title, .share, metric)
    value = whole > 0 ? Double(part) / Double(whole) : nil
    parts = (part, whole)
  }

  /// What is aimed at with it.
  func target(_ targets: Targets) -> Target? { metric.flatMap { targets[$0] } }

  /// Whether the target was met; `nil` without one, and where the number is not known.
  func result(_ targets: Targets) -> Result? {
    guard let metric, let value, let target = targets[metric] else { return nil }
    return Result(target.severity(of: value, for: metric))
  }

  /// How a number stands to its target.
  enum Result: String {
    case met, missed, critical

    fileprivate init(_ severity: Severity?) {
      self =
        switch severity {
        case nil: .met
        case .warning: .missed
        case .critical: .critical
        }
    }

    var spoken: String { self == .critical ? "missed: critical" : rawValue }
  }
}

extension ShiftReport {
  /// The numbers of the whole time, who waited first.
  var numbers: [ReportNumber] {
    let times = operators.all
    let onCalls = times.reduce(0) { $0 + $1.onCalls / 1_000 }
    let signedIn = times.reduce(0) { $0 + $1.signedIn / 1_000 }
    let tools = failures[.tools]
    return [
      ReportNumber("waited", "Callers who waited", waits.count),
      ReportNumber("answered", "Answered", waits.answered),
      ReportNumber(.answerSpeed, waits.answers.value),
      ReportNumber(.longestWait, longestWait),
      ReportNumber("answered_in_time", inTimeTitle, waits.answeredInTime, of: waits.decided),
      ReportNumber("still_waiting", "Still waiting at the end", waits.open),
      ReportNumber("not_known", "Not known how the wait ended", waits.notKnown),
      ReportNumber(
        "hung_up", Metric.abandonmentRate.title, calls.hungUp, of: calls.ended, .abandonmentRate),
      ReportNumber("started", "Calls started", calls.started),
      ReportNumber("ended", "Calls ended", calls.ended),
      ReportNumber("live", "Live at the end", calls.live),
      ReportNumber("transferred", "Transferred", calls.transferred, of: calls.ended),
      ReportNumber("escalations", "Escalations", calls.escalations),
      ReportNumber(
        "escalation_rate", Metric.escalationRate.title, calls.escalatedEnds, of: calls.ended,
        .escalationRate),
      ReportNumber(.handleTime, calls.lengths.value),
      ReportNumber(.longestCall, calls.longest, title: "Longest call that ended"),
      ReportNumber(.occupancy, signedIn > 0 ? Double(onCalls) / Double(signedIn) : nil),
      ReportNumber(
        "surface_completion", Metric.surfaceCompletion.title, counts[.surfaceSubmitted],
        of: counts[.surfaceCreated], .surfaceCompletion),
      ReportNumber(
        "tool_failure_rate", Metric.toolFailureRate.title, tools.failed, of: tools.total,
        .toolFailureRate),
    ]
  }

  /// Of all whose length is known; of none it is not known.
  private var longestWait: Double? {
    waits.longest.elements.first?.wait.waited.map(Double.init)
  }

  private var inTimeTitle: String {
    guard let target = targets[.longestWait] else { return "Answered in time" }
    return "Answered within " + Metric.Unit.seconds.text(target.goal)
  }
}

extension ReportTables {
  var numbers: ReportTable {
    var table = ReportTable(
      "numbers", "Numbers",
      [
        .init("Number", "number"), .init("Value", "value"), .init(nil, "unit"),
        .init("Target", "target"), .init("Result", "result"),
      ])
    table.rows = report.numbers.map { number in
      [
        ReportCell(number.title, raw: number.name), value(of: number),
        ReportCell(number.unit.name), target(of: number),
        number.result(report.targets).map { ReportCell($0.spoken, raw: $0.rawValue) } ?? .none,
      ]
    }
    return table
  }

  private func value(of number: ReportNumber) -> ReportCell {
    guard let value = number.value else { return .notKnown }
    let parts = number.parts.map { " (\($0.part) of \($0.whole))" } ?? ""
    return ReportCell(number.unit.text(value) + parts, raw: Self.decimal(value))
  }

  private func target(of number: ReportNumber) -> ReportCell {
    guard let metric = number.metric, let target = report.targets[metric] else { return .none }
    return ReportCell(target.words(of: metric), raw: Self.decimal(target.goal))
  }
}

extension Metric.Unit {
  /// For programs.
  var name: String {
    switch self {
    case .count: "count"
    case .seconds: "seconds"
    case .milliseconds: "milliseconds"
    case .share: "share"
    case .perSecond: "per_second"
    }
  }
}
