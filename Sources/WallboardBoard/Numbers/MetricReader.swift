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
    case .slowestTool: board.history.tools.readings.max()
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
      .toolFailureRate, .slowestTool, .problems, .alerts, .startedToday, .endedToday,
      .escalatedToday,
      .abandonedToday, .eventsPerSecond, .stale:
      false
    }
  }

  fileprivate var isOfOperators: Bool { self == .online || self == .busy || self == .offline }
  fileprivate var isOfSurfaces: Bool { self == .toReview || self == .openSurfaces }
}

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
    values.reserveCapacity(metrics.count)
    for metric in metrics { values[metric] = reader.value(of: metric) }
    return values
  }

  /// A number's worst values of the last hour, minute by minute, oldest first; the last is that of the
  /// minute that goes on, with the number as it was read. `nil` for a minute of which it is not known.
  package func samples(of metric: Metric, read value: Double?) -> [Double?] {
    history.samples(of: metric) + [history.runningSample(of: metric, read: value)]
  }
}

/// What is read off the live calls, in one look at them.
struct CallNumbers {
  private(set) var waiting = 0
  /// Seconds of the longest wait, where it is known.
  private(set) var longestWait: Int64?
  private(set) var withOperator = 0
  /// Seconds.
  private(set) var longestCall: Int64 = 0
  /// Calls that have asked for a human, whatever came of it.
  private(set) var escalated = 0
  /// When the newest call of which it is known started.
  private(set) var newestStart: Timestamp?

  init(_ board: Board) {
    board.calls.forEachRow { count($0, at: board.now) }
  }

  private mutating func count(_ call: Call, at now: Timestamp) {
    longestCall = max(longestCall, now.seconds(since: call.since))
    if let startedAt = call.startedAt { newestStart = max(newestStart ?? startedAt, startedAt) }
    if let escalation = call.escalation {
      if escalation.wasAsked { escalated += 1 }
      if escalation.isWaiting { return countWaiting(for: escalation.waited(at: now)) }
    }
    if call.isTakenCareOf { withOperator += 1 }
  }

  private mutating func countWaiting(for seconds: Int64?) {
    waiting += 1
    if let seconds { longestWait = max(longestWait ?? seconds, seconds) }
  }
}

/// How many operators are in which state.
struct OperatorNumbers {
  private(set) var online = 0
  private(set) var busy = 0
  private(set) var offline = 0
  private(set) var onCall = 0
  /// Online, busy or on a call.
  private(set) var signedIn = 0

  init(_ board: Board) {
    board.operators.forEachRow { count($0.status, isOnCall: $0.callSID != nil) }
  }

  private mutating func count(_ status: OpenEnum<OperatorStatus>?, isOnCall: Bool) {
    if isOnCall { onCall += 1 }
    switch status {
    case .known(.online):
      online += 1
      signedIn += 1
      return
    case .known(.busy):
      busy += 1
      signedIn += 1
      return
    case .known(.offline), .other: offline += 1
    case nil: break
    }
    if isOnCall { signedIn += 1 }
  }

  /// The time that the states make in so many seconds.
  func time(over seconds: Int64) -> OperatorTime {
    OperatorTime(
      online: Int64(online) * seconds, busy: Int64(busy) * seconds,
      offline: Int64(offline) * seconds, signedIn: Int64(signedIn) * seconds,
      onCall: Int64(onCall) * seconds)
  }
}

/// How many surfaces are at which stage.
struct SurfaceNumbers {
  private(set) var byStage: [SurfaceStage: Int] = [:]

  init(_ board: Board) {
    board.surfaces.forEachRow { byStage[$0.stage, default: 0] += 1 }
  }

  subscript(stage: SurfaceStage) -> Int { byStage[stage] ?? 0 }

  var open: Int {
    SurfaceStage.allCases.reduce(0) { $0 + ($1.isFinished ? 0 : self[$1]) }
  }
}
