import WallboardEvents

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
    if call.isTakenOver || call.escalation?.isConnected == true { withOperator += 1 }
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

  private mutating func count(_ status: Open<OperatorStatus>?, isOnCall: Bool) {
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
