import WallboardEvents
import WallboardWire

/// A connection that is kept open, one attempt after the other: the stream, or a followed call's feed.
///
/// `RetryPolicy` decides what the end of an attempt means, and `Backoff` how long to wait. A connection
/// carries that out and announces what it does.
protocol ReconnectingConnection: AnyObject {
  associatedtype Attempt: ConnectionAttempt
  associatedtype Phase: ReconnectingPhase

  var reconnection: Reconnection<Attempt> { get set }
  var clock: NetworkClock { get }
  /// The next attempt, not started yet.
  func makeAttempt() -> Attempt
  func announce(_ phase: Phase, at now: Timestamp)
}

/// One attempt to connect: from the first byte sent to whatever ends it, which it reports to the
/// connection that made it.
protocol ConnectionAttempt: AnyObject {
  func start()
  /// When ``tick(_:)`` will have something to do.
  var deadline: ContinuousClock.Instant? { get }
  /// Does what is due.
  func tick(_ now: ContinuousClock.Instant)
}

/// The phases that every such connection goes through.
protocol ReconnectingPhase {
  static func connecting(attempt: Int) -> Self
  static func waiting(until: Timestamp, attempt: Int, reason: BoundedString) -> Self
}

extension ConnectionPhase: ReconnectingPhase {}
extension ObserverPhase: ReconnectingPhase {}

/// Which attempt is under way, or when the next one is due, and how many have failed.
struct Reconnection<Attempt> {
  enum State {
    /// The next attempt is due from that moment on.
    case waiting(until: ContinuousClock.Instant)
    case attempting(Attempt)
    /// Until somebody asks for an attempt.
    case stopped
    /// For good.
    case ended
  }

  fileprivate(set) var state: State
  private var backoff: Backoff
  /// Attempts in a row that failed, whether the connection opened for a while in between or not.
  private var failures = 0
  private var generator = SystemRandomNumberGenerator()

  /// The first attempt is due at that moment.
  init(from start: ContinuousClock.Instant, firstWait: Duration = Backoff.defaultBase) {
    state = .waiting(until: start)
    backoff = Backoff(base: firstWait)
  }

  /// The number of the next attempt, counted since a connection last lasted.
  var nextNumber: Int { failures + 1 }

  /// Takes over how long the platform wants to be left alone.
  mutating func adopt(retryMilliseconds: Int) {
    backoff.adopt(hintMilliseconds: retryMilliseconds)
  }

  /// Counts an attempt that is over; `lifetime` is how long the connection was open, `nil` when it
  /// never was.
  mutating func noteEnd(openFor lifetime: Duration?, isFailure: Bool = true) {
    if let lifetime, backoff.noteConnection(lasting: lifetime) { failures = 0 }
    if isFailure { failures += 1 }
  }

  fileprivate mutating func nextDelay() -> Duration {
    backoff.nextDelay(using: &generator)
  }

  /// A factor from 1 to 1.25, so that boards do not come back in step.
  mutating func spread() -> Double {
    Double.random(in: 1..<1.25, using: &generator)
  }
}

extension ReconnectingConnection {
  /// When ``tick(_:)`` will have something to do.
  var deadline: ContinuousClock.Instant? {
    switch reconnection.state {
    case .waiting(let until): until
    case .attempting(let attempt): attempt.deadline
    case .stopped, .ended: nil
    }
  }

  /// Does what is due.
  func tick(_ now: ContinuousClock.Instant) {
    switch reconnection.state {
    case .waiting(let until): if until <= now { connect() }
    case .attempting(let attempt): attempt.tick(now)
    case .stopped, .ended: break
    }
  }

  /// Makes the next attempt now.
  func connect() {
    announce(.connecting(attempt: reconnection.nextNumber))
    let attempt = makeAttempt()
    reconnection.state = .attempting(attempt)
    attempt.start()
  }

  /// Has the next attempt made in the next lap; nothing is announced.
  func connectSoon() {
    reconnection.state = .waiting(until: clock.instant)
  }

  /// Waits for the back-off's delay on top of the least wait, so that boards that are all told the
  /// same time do not come back in step.
  func backOff(atLeast least: Duration, because reason: BoundedString) {
    wait(least + reconnection.nextDelay(), because: reason)
  }

  func wait(_ delay: Duration, because reason: BoundedString) {
    let number = reconnection.nextNumber
    wait(delay) { .waiting(until: $0, attempt: number, reason: reason) }
  }

  /// Waits, and announces a phase of its own for it.
  func wait(_ delay: Duration, announcing phase: (_ until: Timestamp) -> Phase) {
    reconnection.state = .waiting(until: clock.instant + delay)
    let now = clock.now
    announce(phase(now.advanced(by: delay)), at: now)
  }

  /// Makes no attempt until somebody asks for one.
  func stop(_ phase: Phase) {
    reconnection.state = .stopped
    announce(phase)
  }

  /// Makes no attempt any more.
  func end() {
    reconnection.state = .ended
  }

  func announce(_ phase: Phase) {
    announce(phase, at: clock.now)
  }
}
