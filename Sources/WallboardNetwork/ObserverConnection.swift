import WallboardEvents
import WallboardPlatform

/// Follows one call until its feed ends, or nobody follows it any more (contract 1).
final class ObserverConnection: ReconnectingConnection {
  /// The ceiling of the first wait: a call does not wait (contract 1.3).
  static let firstWait = Duration.seconds(1)

  private let callSID: CallSID
  private let configuration: NetworkConfiguration
  private let client: HTTPClient
  private let output: NetworkOutput
  var reconnection: Reconnection<ObserverAttempt>
  /// How often the platform has not known the call since its last event.
  private var misses = 0
  /// Whether the last attempt was one of those.
  private var isCallUnknown = false

  /// A connection whose first attempt is due.
  init(
    to callSID: CallSID, _ configuration: NetworkConfiguration, client: HTTPClient,
    output: NetworkOutput
  ) {
    self.callSID = callSID
    self.configuration = configuration
    self.client = client
    self.output = output
    reconnection = Reconnection(from: client.clock.instant, firstWait: Self.firstWait)
  }

  var clock: NetworkClock { client.clock }

  /// Connects at once, unless the feed is open, or has come to its end.
  func retryNow() {
    switch reconnection.state {
    case .waiting, .stopped:
      misses = 0
      connect()
    case .attempting, .ended: break
    }
  }

  /// Stops following the call. Returns the attempt that has to be kept until it has closed.
  func leave() -> ObserverAttempt? {
    guard case .attempting(let attempt) = reconnection.state else { return nil }
    end()
    attempt.leave()
    return attempt
  }

  func makeAttempt() -> ObserverAttempt {
    ObserverAttempt(to: callSID, configuration, client: client, output: output, owner: self)
  }

  func announce(_ phase: ObserverPhase, at now: Timestamp) {
    var change = ObserverChange(callSID, phase, at: now)
    change.isCallUnknown = isCallUnknown
    output.post(.observer(change))
  }
}

/// What an attempt reports.
extension ObserverConnection {
  /// The platform has opened the call's feed.
  func attemptOpened() {
    announce(.open)
  }

  /// The platform has sent an event of the call.
  func attemptBroughtEvent() {
    misses = 0
  }

  /// The attempt is over; `lifetime` is how long the feed was open, `nil` when it never was.
  func attemptEnded(_ end: ObserverEnd, openFor lifetime: Duration?) {
    reconnection.noteEnd(openFor: lifetime)
    isCallUnknown = RetryPolicy.isMiss(end)
    if isCallUnknown { misses += 1 }
    let decision = RetryPolicy.observer(after: end, misses: misses)
    switch decision.next {
    case .backOff(let least): backOff(atLeast: least, because: decision.reason)
    case .askAgain: wait(RetryPolicy.missWait * reconnection.spread(), because: decision.reason)
    case .notFound: stop(.notFound(reason: decision.reason))
    case .refused: stop(.refused(reason: decision.reason))
    case .ended:
      self.end()
      announce(.ended)
    }
  }
}

/// The calls that are followed, each on a connection of its own.
final class ObserverConnections {
  /// How many connections may still be closing; the oldest above that are dropped.
  static let mostLeaving = 2 * Limits.followedCalls

  private let configuration: NetworkConfiguration
  private let client: HTTPClient
  private let output: NetworkOutput
  private var followed: [CommandQueue.FollowedCall] = []
  private var connections: [CommandQueue.FollowedCall: ObserverConnection] = [:]
  /// Calls that are not followed any more; they close with a handshake.
  private var leaving: [ObserverAttempt] = []

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

  /// Connects at once where a connection waits.
  func retryNow() {
    for connection in connections.values { connection.retryNow() }
  }
}
