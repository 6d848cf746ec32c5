package import WallboardEvents

/// What becomes of the stream after an attempt has ended.
package struct StreamVerdict: Equatable, Sendable {
  /// What is done next.
  package enum Next: Equatable, Sendable {
    /// Connect again at once.
    case reconnectNow
    /// Connect again after the back-off's wait, but not before `atLeast` is over.
    case backOff(atLeast: Duration)
    /// The credential was refused; headless commands give up, the board tries again after a while.
    case refused(retryAfter: Duration)
    /// Only a person starts it again.
    case stopped
  }

  /// What is done next.
  package var next: Next
  /// What happened, as a sentence for a supervisor.
  package var reason: Text
}

extension RetryPolicy {
  /// What is done after an attempt to keep the stream open (contract 2.1 to 2.3).
  package static func stream(after end: AttemptEnd) -> StreamVerdict {
    StreamVerdict(next: next(after: end), reason: end.sentence)
  }

  private static func next(after end: AttemptEnd) -> StreamVerdict.Next {
    switch end {
    case .status(let status, let retryAfter, _): next(afterStatus: status, retryAfter)
    case .wrongContentType, .redirect, .unreadable: .backOff(atLeast: rejectedStreamWait)
    case .ended(let lifetime) where lifetime >= shortestStream: .reconnectNow
    case .ended, .silence, .unanswered, .transport: .backOff(atLeast: .zero)
    case .fault(let fault): fault.isFinal ? .stopped : .backOff(atLeast: .zero)
    }
  }

  private static func next(
    afterStatus status: Int, _ retryAfter: Duration?
  ) -> StreamVerdict.Next {
    switch status {
    // The standard's word for "do not reconnect" (WHATWG HTML, 9.2.3).
    case 204: .stopped
    case 401, 403: .refused(retryAfter: refusedStreamWait)
    case 429, 503: .backOff(atLeast: retryAfter ?? overloadWait)
    case 408, 500...599: .backOff(atLeast: retryAfter ?? .zero)
    default: .backOff(atLeast: max(retryAfter ?? .zero, rejectedStreamWait))
    }
  }
}
