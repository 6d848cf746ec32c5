package import WallboardEvents

/// What becomes of a followed call after an attempt to follow it has ended.
package struct ObserverVerdict: Equatable, Sendable {
  /// What is done next.
  package enum Next: Equatable, Sendable {
    /// Connect again after the back-off's wait, but not before `atLeast` is over.
    case backOff(atLeast: Duration)
    /// Connect again soon: the platform does not know the call yet, which may be a matter of time.
    case askAgain
    /// The platform does not know the call, and was asked often enough.
    case notFound
    /// The credential was refused.
    case refused
    /// There is nothing more to come.
    case ended
  }

  /// What is done next.
  package var next: Next
  /// What happened, as a sentence for a supervisor.
  package var reason: Text
}

extension RetryPolicy {
  /// What is done after an attempt to follow a call (contract 1.4); `misses` counts how often the
  /// platform has not known the call since it last told something of it, this time included.
  package static func observer(after end: ObserverEnd, misses: Int) -> ObserverVerdict {
    ObserverVerdict(next: next(after: end, misses), reason: end.sentence)
  }

  /// Whether the platform does not know the call.
  package static func isMiss(_ end: ObserverEnd) -> Bool {
    switch end {
    case .closed(4004, _), .attempt(.status(404, _, _)): true
    case .closed, .attempt, .sessionEnded, .violation, .unsendableToken: false
    }
  }

  private static func next(after end: ObserverEnd, _ misses: Int) -> ObserverVerdict.Next {
    switch end {
    case _ where isMiss(end): misses <= mostMisses ? .askAgain : .notFound
    case .sessionEnded: .ended
    case .closed(let code, _): next(afterCode: code)
    case .violation: .backOff(atLeast: .zero)
    case .unsendableToken: .refused
    case .attempt(let end): next(after: end)
    }
  }

  private static func next(afterCode code: Int) -> ObserverVerdict.Next {
    switch code {
    case 1000: .ended
    // No refresh of tokens is known: an expired one (4100) is as good as a refused one.
    case 1008, 3003, 4001, 4003, 4100, 4403: .refused
    case 1013, 4029: .backOff(atLeast: overloadWait)
    default: .backOff(atLeast: .zero)
    }
  }

  private static func next(after end: AttemptEnd) -> ObserverVerdict.Next {
    switch end {
    case .status(401, _, _), .status(403, _, _): .refused
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
