import WallboardEvents

/// Reads numbers off a board. Each kind of thing is looked at once, and only when a number needs it.
struct MetricReader {
  private let board: Board
  private let calls: CallNumbers?
  private let operators: OperatorNumbers?
  private let surfaces: SurfaceNumbers?

  init(_ board: Board, for metrics: [Metric]) {
    self.board = board
    calls = metrics.contains(where: \.isOfCalls) ? CallNumbers(board) : nil
    operators = metrics.contains(where: \.isOfOperators) ? OperatorNumbers(board) : nil
    surfaces = metrics.contains(where: \.isOfSurfaces) ? SurfaceNumbers(board) : nil
  }

  /// The number, in its unit: finite and not negative; `nil` while nothing has told it.
  func value(of metric: Metric) -> Double? {
    rawValue(of: metric).flatMap { $0.isFinite ? max(0, $0) : nil }
  }

  private func rawValue(of metric: Metric) -> Double? {
    switch metric {
    case .waiting: count(calls?.waiting, toldBy: .escalations)
    case .longestWait: longestWait
    case .live: count(board.calls.count, toldBy: .calls)
    case .longestCall: count(board.calls.count, toldBy: .calls).flatMap { _ in longestCall }
    case .withOperator: count(calls?.withOperator, toldBy: .calls)
    case .online: count(operators?.online, toldBy: .operators)
    case .busy: count(operators?.busy, toldBy: .operators)
    case .offline: count(operators?.offline, toldBy: .operators)
    case .toReview: count(surfaces?[.pendingReview], toldBy: .surfaces)
    case .openSurfaces: count(surfaces?.open, toldBy: .surfaces)
    case .texts: sinceHeard(board.textSessions.count)
    case .alerts: sinceHeard(board.alerts.active.count)
    case .startedToday: sinceHeard(board.today.callsStarted)
    case .endedToday: sinceHeard(board.today.callsEnded)
    case .escalatedToday: sinceHeard(board.today.escalations)
    case .abandonedToday: sinceHeard(board.today.abandoned)
    case .problems: sinceHeard(hour.problems)
    case .eventsPerSecond: hasHeard ? board.rate.perSecond(at: board.now) : nil
    case .stale: board.connection.lastHeardAt.map(age)
    case .silence: (board.history.startHeardAt ?? calls?.newestStart).map(age)
    case .answerSpeed: hour.waits.value
    case .handleTime: hour.durations.value
    case .escalationRate: escalationRate
    case .abandonmentRate: share(hour.abandoned, of: hour.ended)
    case .occupancy: share(hour.operatorTime.onCall, of: hour.operatorTime.signedIn)
    case .surfaceCompletion: share(hour.surfacesSubmitted, of: hour.surfacesCreated)
    case .toolFailureRate: share(hour.toolFailures, of: hour.toolRuns)
    case .replyP50: board.history.replies.readings.percentile(50)
    case .replyP95: board.history.replies.readings.percentile(95)
    }
  }

  private var hour: MinuteTally { board.history.hour.total }

  private var longestWait: Double? {
    guard let calls, let waiting = count(calls.waiting, toldBy: .escalations) else { return nil }
    return waiting == 0 ? 0 : calls.longestWait.map(Double.init)
  }

  private var longestCall: Double? { calls.map { Double($0.longestCall) } }

  private var escalationRate: Double? {
    guard let calls else { return nil }
    return share(hour.escalatedEnds + calls.escalated, of: hour.ended + board.calls.count)
  }

  /// Nothing counted is no zero while the read that would tell has not come back, or not in all.
  private func count(_ number: Int?, toldBy source: SnapshotSource) -> Double? {
    guard let number, number > 0 || board.reads[source]?.vouchesForNone == true else { return nil }
    return Double(number)
  }

  /// Whether the stream was ever open: a count of its events begins there.
  private var hasHeard: Bool { board.connection.wasOpen || board.counts.events > 0 }

  private func sinceHeard(_ number: Int) -> Double? { hasHeard ? Double(number) : nil }

  private func age(_ time: Timestamp) -> Double { Double(board.now.seconds(since: time)) }

  private func share(_ part: some BinaryInteger, of whole: some BinaryInteger) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
  }
}

extension Metric {
  fileprivate var isOfCalls: Bool {
    switch self {
    case .waiting, .longestWait, .longestCall, .withOperator, .escalationRate, .silence: true
    case .answerSpeed, .live, .abandonmentRate, .handleTime, .online, .busy, .offline, .occupancy,
      .toReview, .openSurfaces, .surfaceCompletion, .texts, .replyP50, .replyP95,
      .toolFailureRate, .problems, .alerts, .startedToday, .endedToday, .escalatedToday,
      .abandonedToday, .eventsPerSecond, .stale:
      false
    }
  }

  fileprivate var isOfOperators: Bool { self == .online || self == .busy || self == .offline }
  fileprivate var isOfSurfaces: Bool { self == .toReview || self == .openSurfaces }
}
