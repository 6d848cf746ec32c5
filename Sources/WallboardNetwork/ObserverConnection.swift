import WallboardEvents
import WallboardPlatform
import WallboardWire

/// Follows one call until its feed ends, or until nobody wants it any more (contract 1).
///
/// What an attempt's end means is decided by `RetryPolicy` and `Backoff`; this class carries it out
/// and tells of it.
final class ObserverConnection {
  /// The first wait's ceiling: a call does not wait (contract 1.3).
  static let firstWait = Duration.seconds(1)

  private enum State {
    /// Due from that moment on.
    case waiting(until: ContinuousClock.Instant)
    case attempting(ObserverAttempt)
    /// Until somebody asks for it.
    case stopped
    /// For good.
    case ended
  }

  /// Which call it follows.
  let callSID: CallSID
  private let configuration: NetworkConfiguration
  private let client: HTTPClient
  private let output: NetworkOutput
  private var state = State.waiting(until: .now)
  private var backoff = Backoff(base: firstWait)
  /// Attempts in a row that failed, whether the feed opened for a while in between or not.
  private var failures = 0
  /// How often the platform has not known the call since it last told something of it.
  private var misses = 0
  private var generator = SystemRandomNumberGenerator()

  /// A connection whose first attempt is due.
  init(
    to callSID: CallSID, _ configuration: NetworkConfiguration, client: HTTPClient,
    output: NetworkOutput
  ) {
    self.callSID = callSID
    self.configuration = configuration
    self.client = client
    self.output = output
  }

  /// When ``tick(_:)`` will have something to do.
  var deadline: ContinuousClock.Instant? {
    switch state {
    case .waiting(let until): until
    case .attempting(let attempt): attempt.deadline
    case .stopped, .ended: nil
    }
  }

  /// Does what is due.
  func tick(_ now: ContinuousClock.Instant) {
    switch state {
    case .waiting(let until): if until <= now { connect() }
    case .attempting(let attempt): attempt.tick(now)
    case .stopped, .ended: break
    }
  }

  /// Connects at once, unless the feed is open, or has come to its end.
  func retryNow() {
    switch state {
    case .waiting, .stopped:
      misses = 0
      connect()
    case .attempting, .ended: break
    }
  }

  /// Follows the call no more. Returns what has to be kept until it has closed politely.
  func leave() -> ObserverAttempt? {
    guard case .attempting(let attempt) = state else { return nil }
    state = .ended
    attempt.leave()
    return attempt
  }

  private func connect() {
    tell(.connecting(attempt: failures + 1))
    let attempt = ObserverAttempt(
      to: callSID, configuration, client: client, output: output, owner: self)
    state = .attempting(attempt)
    attempt.start()
  }

  private func tell(_ phase: ObserverPhase) {
    output.post(.observer(ObserverChange(callSID, phase, at: client.clock.now)))
  }
}

extension ObserverConnection: ObserverAttemptOwner {
  func attemptOpened() {
    tell(.open)
  }

  func attemptBroughtEvent() {
    misses = 0
  }

  func attemptEnded(_ end: ObserverEnd, openFor lifetime: Duration?) {
    if let lifetime, backoff.noteConnection(lasting: lifetime) { failures = 0 }
    failures += 1
    if RetryPolicy.isMiss(end) { misses += 1 }
    let verdict = RetryPolicy.observer(after: end, misses: misses)
    switch verdict.next {
    case .backOff(let least):
      wait(least + backoff.nextDelay(using: &generator), verdict.reason)
    case .askAgain:
      wait(RetryPolicy.missWait * Double.random(in: 1..<1.25, using: &generator), verdict.reason)
    case .notFound: stop(.notFound(reason: verdict.reason))
    case .refused: stop(.refused(reason: verdict.reason))
    case .ended:
      state = .ended
      tell(.ended)
    }
  }

  private func wait(_ delay: Duration, _ reason: Text) {
    state = .waiting(until: .now + delay)
    let until = client.clock.now.advanced(by: delay)
    tell(.waiting(until: until, attempt: failures + 1, reason: reason))
  }

  private func stop(_ phase: ObserverPhase) {
    state = .stopped
    tell(phase)
  }
}

/// The calls that are followed, each on a connection of its own.
final class ObserverConnections {
  /// Connections that may still be closing; past it the oldest is dropped.
  static let mostLeaving = 2 * Limits.followedCalls

  private let configuration: NetworkConfiguration
  private let client: HTTPClient
  private let output: NetworkOutput
  private var followed: [CommandQueue.FollowedCall] = []
  private var connections: [CommandQueue.FollowedCall: ObserverConnection] = [:]
  /// Nobody wants these any more; they close politely.
  private var leaving: [ObserverAttempt] = []

  /// Follows no call.
  init(_ configuration: NetworkConfiguration, client: HTTPClient, output: NetworkOutput) {
    self.configuration = configuration
    self.client = client
    self.output = output
  }

  /// When ``tick(_:)`` will have something to do.
  var deadline: ContinuousClock.Instant? {
    (connections.values.map(\.deadline) + leaving.map(\.deadline)).compactMap { $0 }.min()
  }

  /// Follows these calls, and no others.
  func follow(_ calls: [CommandQueue.FollowedCall]) {
    guard calls != followed else { return }
    followed = calls
    for (call, connection) in connections where !calls.contains(call) {
      connections[call] = nil
      if let attempt = connection.leave() { leaving.append(attempt) }
    }
    for attempt in leaving.dropLast(Self.mostLeaving) { attempt.cancel() }
    leaving.removeAll(where: \.isOver)
    for call in calls where connections[call] == nil {
      connections[call] = ObserverConnection(
        to: call.callSID, configuration, client: client, output: output)
    }
  }

  /// Does what is due.
  func tick(_ now: ContinuousClock.Instant) {
    for connection in connections.values { connection.tick(now) }
    for attempt in leaving { attempt.tick(now) }
    leaving.removeAll(where: \.isOver)
  }

  /// Connects at once where something is waited for.
  func retryNow() {
    for connection in connections.values { connection.retryNow() }
  }
}
