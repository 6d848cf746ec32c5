package import WallboardEvents
import WallboardWire

/// The only place that decides whether and when to try again after an attempt has failed. The waits
/// are spread by ``Backoff``.
package enum RetryPolicy {
  /// The wait after a refused stream: somebody may grant what was missing.
  static let refusedStreamWait = Duration.seconds(60)
  /// The least wait after a stream was answered with something that is not expected of the
  /// platform.
  static let rejectedStreamWait = Duration.seconds(60)
  /// The least wait after a 429 or 503 without `Retry-After`.
  static let overloadWait = Duration.seconds(5)
  /// A stream that has lasted this long is opened again at once (contract 2.3).
  package static let shortestStream = Backoff.steadyAfter
  /// How often a followed call may be unknown before it is given up: the feed of a new call takes a
  /// moment (contract 1.4).
  package static let mostMisses = 4
  /// The wait before an unknown call is asked for again, spread by a quarter.
  package static let missWait = Duration.seconds(1)
  /// The least wait after a failed read (contract 10, U7).
  static let readWait = Duration.seconds(30)
  /// The wait after a refused read.
  static let refusedReadWait = Duration.seconds(300)
  /// The least wait after a read that the platform does not have or understand.
  static let rejectedReadWait = Duration.seconds(600)
}

/// What to do about the stream after an attempt has ended.
package struct StreamRetryDecision: Equatable, Sendable {
  package enum Next: Equatable, Sendable {
    case reconnectNow
    /// Connect again after the back-off's wait, and no sooner than `atLeast`.
    case backOff(atLeast: Duration)
    /// The credential was refused. Headless commands give up; the board tries again after a while.
    case refused(retryAfter: Duration)
    /// Only a person starts it again.
    case stopped
  }

  package var next: Next
  /// What happened, in a sentence for a supervisor.
  package var reason: BoundedString
}

extension RetryPolicy {
  /// After an attempt to keep the stream open (contract 2.1 to 2.3).
  package static func stream(after end: AttemptEnd) -> StreamRetryDecision {
    StreamRetryDecision(next: streamStep(after: end), reason: end.sentence)
  }

  private static func streamStep(after end: AttemptEnd) -> StreamRetryDecision.Next {
    switch end {
    case _ where end.isRefusal: .refused(retryAfter: refusedStreamWait)
    case .status(let status, let retryAfter, _): streamStep(afterStatus: status, retryAfter)
    case .wrongContentType, .redirect, .unreadable: .backOff(atLeast: rejectedStreamWait)
    case .ended(let lifetime) where lifetime >= shortestStream: .reconnectNow
    case .ended, .silence, .unanswered, .transport: .backOff(atLeast: .zero)
    case .fault(let fault): fault.isFinal ? .stopped : .backOff(atLeast: .zero)
    }
  }

  private static func streamStep(
    afterStatus status: Int, _ retryAfter: Duration?
  ) -> StreamRetryDecision.Next {
    switch status {
    // Do not reconnect (WHATWG HTML, 9.2.3).
    case 204: .stopped
    case 429, 503: .backOff(atLeast: retryAfter ?? overloadWait)
    case 408, 500...599: .backOff(atLeast: retryAfter ?? .zero)
    default: .backOff(atLeast: max(retryAfter ?? .zero, rejectedStreamWait))
    }
  }
}

/// What to do about a failed read. Reads are always made again: the board runs for days.
package struct ReadRetryDecision: Equatable, Sendable {
  package var retryAfter: Duration
  /// What happened, in a sentence for a supervisor.
  package var reason: BoundedString
}

extension RetryPolicy {
  package static func read(after end: AttemptEnd) -> ReadRetryDecision {
    ReadRetryDecision(retryAfter: wait(after: end), reason: end.sentence)
  }

  private static func wait(after end: AttemptEnd) -> Duration {
    switch end {
    case _ where end.isRefusal: refusedReadWait
    case .status(408, let asked, _), .status(429, let asked, _), .status(500...599, let asked, _):
      max(asked ?? .zero, readWait)
    case .status(_, let asked, _): max(asked ?? .zero, rejectedReadWait)
    case .ended, .silence, .unanswered, .transport, .fault: readWait
    case .wrongContentType, .redirect, .unreadable: refusedReadWait
    }
  }
}

/// What to do about a followed call after an attempt to follow it has ended.
package struct ObserverRetryDecision: Equatable, Sendable {
  package enum Next: Equatable, Sendable {
    /// Connect again after the back-off's wait, and no sooner than `atLeast`.
    case backOff(atLeast: Duration)
    /// Connect again soon: the platform may not know the call yet.
    case askAgain
    /// The platform does not know the call, and was asked often enough.
    case notFound
    /// The credential was refused.
    case refused
    /// Nothing more will come.
    case ended
  }

  package var next: Next
  /// What happened, in a sentence for a supervisor.
  package var reason: BoundedString
}

extension RetryPolicy {
  /// After an attempt to follow a call (contract 1.4). `misses` counts how often in a row the
  /// platform has not known the call, this time included.
  package static func observer(after end: ObserverEnd, misses: Int) -> ObserverRetryDecision {
    ObserverRetryDecision(next: observerStep(after: end, misses), reason: end.sentence)
  }

  /// Whether the platform does not know the call.
  package static func isMiss(_ end: ObserverEnd) -> Bool {
    switch end {
    case .closed(4004, _), .attempt(.status(404, _, _)): true
    case .closed, .attempt, .sessionEnded, .violation, .unsendableToken: false
    }
  }

  private static func observerStep(after end: ObserverEnd, _ misses: Int)
    -> ObserverRetryDecision.Next
  {
    switch end {
    case _ where end.isRefusal: .refused
    case _ where isMiss(end): misses <= mostMisses ? .askAgain : .notFound
    case .sessionEnded: .ended
    case .closed(let code, _): observerStep(afterCode: code)
    case .violation: .backOff(atLeast: .zero)
    case .unsendableToken: .refused
    case .attempt(let end): observerStep(after: end)
    }
  }

  private static func observerStep(afterCode code: Int) -> ObserverRetryDecision.Next {
    switch code {
    case 1000: .ended
    case 1013, 4029: .backOff(atLeast: overloadWait)
    default: .backOff(atLeast: .zero)
    }
  }

  private static func observerStep(after end: AttemptEnd) -> ObserverRetryDecision.Next {
    switch end {
    case .status(429, let asked, _), .status(503, let asked, _):
      .backOff(atLeast: asked ?? overloadWait)
    case .status(408, let asked, _), .status(500...599, let asked, _):
      .backOff(atLeast: asked ?? .zero)
    case .status(_, let asked, _): .backOff(atLeast: max(asked ?? .zero, rejectedStreamWait))
    case .redirect, .wrongContentType, .unreadable: .backOff(atLeast: rejectedStreamWait)
    case .ended, .silence, .unanswered, .transport, .fault: .backOff(atLeast: .zero)
    }
  }
}
