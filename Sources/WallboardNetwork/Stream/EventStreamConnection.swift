import WallboardEvents
import WallboardPlatform
import WallboardWire

/// Keeps a workspace's event stream open, for ever (contract 2).
///
/// What an attempt's end means is decided by `RetryPolicy` and `Backoff`; this class carries it
/// out and tells of it.
final class EventStreamConnection {
  private enum State {
    /// Due from that moment on.
    case waiting(until: ContinuousClock.Instant)
    case attempting(StreamAttempt)
    /// Until somebody asks for it.
    case stopped
  }

  private let configuration: NetworkConfiguration
  private let client: HTTPClient
  private let output: NetworkOutput
  private var state = State.waiting(until: .now)
  private var cursor = StreamCursor()
  private var backoff = Backoff()
  /// Attempts in a row that failed, whether the stream opened for a while in between or not.
  private var failures = 0
  private var generator = SystemRandomNumberGenerator()

  /// A connection whose first attempt is due.
  init(_ configuration: NetworkConfiguration, client: HTTPClient, output: NetworkOutput) {
    self.configuration = configuration
    self.client = client
    self.output = output
  }

  /// When ``tick(_:)`` will have something to do.
  var deadline: ContinuousClock.Instant? {
    switch state {
    case .waiting(let until): until
    case .attempting(let attempt): attempt.deadline
    case .stopped: nil
    }
  }

  /// Does what is due.
  func tick(_ now: ContinuousClock.Instant) {
    switch state {
    case .waiting(let until): if until <= now { connect() }
    case .attempting(let attempt): attempt.tick(now)
    case .stopped: break
    }
  }

  /// Connects at once, and anew where a stream has been silent for long enough to be doubted.
  func retryNow() {
    switch state {
    case .waiting, .stopped: connect()
    case .attempting(let attempt): if attempt.giveUpIfDoubtful() { connect() }
    }
  }

  /// Lets the stream go on where a full mailbox held it back.
  func resumeIfRoom() {
    switch state {
    case .attempting(let attempt): attempt.resumeIfRoom()
    case .waiting, .stopped: break
    }
  }

  private func connect() {
    tell(.connecting(attempt: failures + 1))
    let attempt = StreamAttempt(
      from: cursor, configuration, client: client, output: output, owner: self)
    state = .attempting(attempt)
    attempt.start()
  }

  private func tell(_ phase: ConnectionPhase, at now: Timestamp? = nil) {
    output.post(.connection(ConnectionChange(phase, at: now ?? client.clock.now)))
  }
}

extension EventStreamConnection: StreamAttemptOwner {
  func attemptOpened() {
    tell(.open)
  }

  func attemptIsUnanswered() {
    tell(.unanswered)
  }

  func attemptWasTold(retryMilliseconds: Int) {
    backoff.adopt(hintMilliseconds: retryMilliseconds)
  }

  func attemptEnded(_ end: AttemptEnd, cursor: StreamCursor, openFor lifetime: Duration?) {
    self.cursor = cursor
    if let lifetime, backoff.noteConnection(lasting: lifetime) { failures = 0 }
    let verdict = RetryPolicy.stream(after: end)
    if verdict.next != .reconnectNow { failures += 1 }
    switch verdict.next {
    case .reconnectNow: state = .waiting(until: .now)
    case .backOff(let least):
      // On top, so that boards that are all told the same time do not come back in step.
      wait(least + backoff.nextDelay(using: &generator), verdict.reason)
    case .refused(let delay):
      state = .waiting(until: .now + delay)
      let now = client.clock.now
      tell(.refused(reason: verdict.reason, until: now.advanced(by: delay)), at: now)
    case .stopped:
      state = .stopped
      tell(.stopped(reason: verdict.reason))
    }
  }

  private func wait(_ delay: Duration, _ reason: Text) {
    state = .waiting(until: .now + delay)
    let now = client.clock.now
    let until = now.advanced(by: delay)
    tell(.waiting(until: until, attempt: failures + 1, reason: reason), at: now)
  }
}
