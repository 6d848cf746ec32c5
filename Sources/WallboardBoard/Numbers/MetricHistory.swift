import DequeModule
package import WallboardEvents

/// What the numbers of the last hour are made from, and how they went: always of the same size.
package struct MetricHistory: Equatable, Sendable {
  /// What was counted in the last hour.
  package private(set) var hour = RollingHour()
  /// How fast the agent replied in the last hour.
  package private(set) var replies = MeasuredTimes()
  /// How long the agent's tools took in the last hour.
  package private(set) var tools = MeasuredTimes()
  /// When the board heard of a call's start last, by the board's clock.
  package private(set) var startHeardAt: Timestamp?
  /// When the board began to count.
  package private(set) var since: Timestamp?
  /// Counts what was noted: while it is the same, so are the numbers of the last hour.
  package private(set) var revision: Revision = 0
  /// What each number was at the least and at the most, minute by minute, oldest first; one that was
  /// not known is not there.
  private var minutes: Deque<[Metric: ClosedRange<Double>]> = []
  /// The same of the minute that is not over.
  private var runningMinute: [Metric: ClosedRange<Double>] = [:]
  private var sampleClock = MinuteClock()
  private var knownProblems = 0
  /// When operators were last looked at.
  private var watchedSecond: Int64?

  /// Seconds between two looks at the operators past which nobody knows what they did.
  private static let longestLook: Int64 = 5

  /// Nothing is known yet.
  package init() {}

  /// A number's worst values of the last sixty minutes, oldest first: the highest, or the lowest where
  /// more is better. `nil` for a minute of which it is not known. Fewer, where the board has not run
  /// for so long.
  package func samples(of metric: Metric) -> [Double?] {
    minutes.map { $0[metric].map { Self.worst(of: $0, metric) } }
  }

  /// The same of the minute that is not over, of which the number as it was read belongs to it, too.
  func runningSample(of metric: Metric, read value: Double?) -> Double? {
    let known = runningMinute[metric]
    guard let value else { return known.map { Self.worst(of: $0, metric) } }
    let (low, high) = (known?.lowerBound ?? value, known?.upperBound ?? value)
    return Self.worst(of: min(low, value)...max(high, value), metric)
  }

  private static func worst(of range: ClosedRange<Double>, _ metric: Metric) -> Double {
    metric.better == .more ? range.lowerBound : range.upperBound
  }

  /// What a number was at the least and at the most in the last hour, by the second.
  package func extremes(of metric: Metric) -> ClosedRange<Double>? {
    let ranges = (minutes + [runningMinute]).compactMap { $0[metric] }
    guard let low = ranges.map(\.lowerBound).min(), let high = ranges.map(\.upperBound).max()
    else { return nil }
    return low...high
  }

  mutating func note(at time: Timestamp, _ change: (inout MinuteTally) -> Void) {
    pass(to: time)
    hour.count(at: time, change)
    revision &+= 1
  }

  mutating func noteStart(at time: Timestamp) {
    startHeardAt = time
    note(at: time) { $0.started += 1 }
  }

  mutating func noteEnd(of call: EndedCall, at time: Timestamp) {
    note(at: time) { tally in
      tally.ended += 1
      if call.escalated { tally.escalatedEnds += 1 }
      if call.isAbandoned { tally.abandoned += 1 }
      if let duration = call.duration { tally.durations.add(duration) }
      if let reason = call.completionReason { tally.reasons.count(reason.word) }
    }
  }

  mutating func noteTool(hasFailed: Bool, at time: Timestamp) {
    note(at: time) { tally in
      tally.toolRuns += 1
      if hasFailed { tally.toolFailures += 1 }
    }
  }

  mutating func noteTool(milliseconds: Double, of name: BoundedString?, at time: Timestamp) {
    pass(to: time)
    tools.add(milliseconds: milliseconds, of: name)
    revision &+= 1
  }

  mutating func noteReply(milliseconds: Double, at time: Timestamp) {
    pass(to: time)
    replies.add(milliseconds: milliseconds)
    revision &+= 1
  }

  /// Notes how many problems there were since the start.
  mutating func noteProblems(total: Int, at time: Timestamp) {
    guard total != knownProblems else { return }
    let new = max(0, total - knownProblems)
    knownProblems = total
    note(at: time) { $0.problems += new }
  }

  /// How many seconds have passed since the board was last looked at; 0 where nobody knows what
  /// happened meanwhile, and `nil` in the same second.
  mutating func look(at now: Timestamp) -> Int64? {
    guard watchedSecond != now.seconds else { return nil }
    let (seconds, isFar) = now.seconds.subtractingReportingOverflow(watchedSecond ?? now.seconds)
    watchedSecond = now.seconds
    return !isFar && (1...Self.longestLook).contains(seconds) ? seconds : 0
  }

  /// How many minutes have ended since the last call, whose numbers are to be kept.
  mutating func turnMinute(at now: Timestamp) -> Int {
    pass(to: now)
    since = since ?? now
    return sampleClock.advance(to: now)
  }

  /// Takes the numbers as they are. What they are when a minute ends belongs to it, and begins the
  /// next; where several have ended, of those between nobody knows anything.
  mutating func take(_ numbers: [Metric: Double], after ended: Int) {
    if ended <= 1 { runningMinute.widen(to: numbers) }
    guard ended > 0 else { return }
    minutes.append(runningMinute)
    runningMinute = [:]
    runningMinute.widen(to: numbers)
    for place in 1..<max(1, ended) { minutes.append(place == ended - 1 ? runningMinute : [:]) }
    minutes.removeFirst(max(0, minutes.count - RollingHour.minutes))
    revision &+= 1
  }

  /// Goes on from where the clock was set.
  mutating func moveStamps(by milliseconds: Int64) {
    hour.moveStamps(by: milliseconds)
    sampleClock.moveStamps(by: milliseconds)
    startHeardAt = startHeardAt?.advanced(milliseconds: milliseconds)
    since = since?.advanced(milliseconds: milliseconds)
    // Who was on a call meanwhile is looked at anew.
    watchedSecond = nil
  }

  private mutating func pass(to time: Timestamp) {
    let minutes = hour.advance(to: time)
    replies.age(minutes: minutes)
    tools.age(minutes: minutes)
  }
}

extension [Metric: ClosedRange<Double>] {
  fileprivate mutating func widen(to numbers: [Metric: Double]) {
    for (metric, value) in numbers where value.isFinite {
      let known = self[metric] ?? value...value
      self[metric] = Swift.min(known.lowerBound, value)...Swift.max(known.upperBound, value)
    }
  }
}

extension Board {
  /// Notes that an operator took over the call of somebody who asked for a human. A caller whom one
  /// spoke with already did not wait.
  mutating func noteAnswer(of escalation: Escalation, at time: Timestamp) {
    guard escalation.connectedAt == nil, let requestedAt = escalation.requestedAt,
      requestedAt < time
    else { return }
    let seconds = Double(time.milliseconds(since: requestedAt)) / 1_000
    history.note(at: clock(time)) { $0.waits.add(seconds) }
  }

  /// Notes what a followed call tells of the agent.
  mutating func note(_ received: ReceivedObserverEvent) {
    switch received.event {
    case .toolCallCompleted(let completion):
      history.noteTool(hasFailed: completion.hasFailed, at: received.at)
      guard let length = completion.durationMilliseconds else { return }
      history.noteTool(milliseconds: length, of: completion.toolName, at: received.at)
    case .turnLatency(let turn):
      guard turn.isGreeting != true, let length = turn.endToEndTTFBMilliseconds else { return }
      history.noteReply(milliseconds: length, at: received.at)
    case _: return
    }
  }

  /// Keeps the history going, at each frame.
  mutating func keepHistory() {
    history.noteProblems(total: activity.problemCount, at: now)
    guard let seconds = history.look(at: now) else { return }
    // While nothing is heard of it, nobody knows how things go.
    if seconds > 0, connection.isOpen {
      let time = OperatorNumbers(self).time(over: seconds)
      history.note(at: now) { $0.operatorTime.add(time) }
    }
    let ended = history.turnMinute(at: now)
    // Of what is counted over an hour or a day no second is a peak.
    let looked = ended > 0 ? Metric.allCases : Metric.ofNow
    history.take(connection.isOpen ? reading(of: looked) : [:], after: ended)
  }

  /// The board's clock, as of the event that is being folded.
  func clock(_ time: Timestamp) -> Timestamp { connection.lastHeardAt ?? time }
}
