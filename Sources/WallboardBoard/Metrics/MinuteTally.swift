/// What was counted in a minute, or in an hour of them.
package struct MinuteTally: Equatable, Sendable {
  package var started = 0
  package var ended = 0
  /// Of those that ended, the ones that had asked for a human.
  package var escalatedEnds = 0
  package var abandoned = 0
  /// Of calls that ended, in seconds.
  package var durations = Mean()
  /// How calls ended, by the platform's word.
  package var reasons = Tally()
  package var escalations = 0
  /// From the request for a human to the answer, in seconds.
  package var waits = Mean()
  package var surfacesCreated = 0
  package var surfacesSubmitted = 0
  package var toolRuns = 0
  package var toolFailures = 0
  package var problems = 0
  package var operatorTime = OperatorTime()

  /// Nothing is counted yet.
  package init() {}

  mutating func add(_ other: MinuteTally) {
    started += other.started
    ended += other.ended
    escalatedEnds += other.escalatedEnds
    abandoned += other.abandoned
    durations.add(other.durations)
    reasons.add(other.reasons)
    escalations += other.escalations
    waits.add(other.waits)
    surfacesCreated += other.surfacesCreated
    surfacesSubmitted += other.surfacesSubmitted
    toolRuns += other.toolRuns
    toolFailures += other.toolFailures
    problems += other.problems
    operatorTime.add(other.operatorTime)
  }
}

/// A mean in the making.
package struct Mean: Equatable, Sendable {
  package private(set) var count = 0
  package private(set) var sum = 0.0

  /// `nil` of nothing.
  package var value: Double? { count > 0 ? sum / Double(count) : nil }

  /// Adds a length of time; an impossible one is not counted.
  mutating func add(_ length: Double) {
    guard length >= 0, length < 1e9 else { return }
    count += 1
    sum += length
  }

  mutating func add(_ other: Mean) {
    count += other.count
    sum += other.sum
  }
}

/// How long all operators together were in which state, in seconds.
package struct OperatorTime: Equatable, Sendable {
  package var online: Int64 = 0
  package var busy: Int64 = 0
  package var offline: Int64 = 0
  /// Online, busy or on a call.
  package var signedIn: Int64 = 0
  package var onCall: Int64 = 0

  mutating func add(_ other: OperatorTime) {
    online += other.online
    busy += other.busy
    offline += other.offline
    signedIn += other.signedIn
    onCall += other.onCall
  }
}
