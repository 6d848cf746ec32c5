package import WallboardEvents

/// What becomes of a read that has failed. Reads are always made again: the board lives long.
package struct ReadVerdict: Equatable, Sendable {
  /// The wait before it is made again.
  package var retryAfter: Duration
  /// What happened, as a sentence for a supervisor.
  package var reason: Text
}

extension RetryPolicy {
  /// What is done after a read has failed.
  package static func read(after end: AttemptEnd) -> ReadVerdict {
    ReadVerdict(retryAfter: wait(after: end), reason: end.sentence)
  }

  private static func wait(after end: AttemptEnd) -> Duration {
    switch end {
    case .status(401, _, _), .status(403, _, _): refusedReadWait
    case .status(408, let asked, _), .status(429, let asked, _), .status(500...599, let asked, _):
      max(asked ?? .zero, readWait)
    case .status(_, let asked, _): max(asked ?? .zero, rejectedReadWait)
    case .ended, .silence, .unanswered, .transport, .fault: readWait
    case .wrongContentType, .redirect, .unreadable: refusedReadWait
    }
  }
}
