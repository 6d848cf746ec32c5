package import WallboardEvents

/// What ended an attempt: to keep the stream open, or to make a read.
package enum AttemptEnd: Error, Equatable {
  /// A status other than 200, what `Retry-After` asked for, and what the body says.
  case status(Int, retryAfter: Duration?, detail: Text?)
  /// A 200 of another media type than was asked for; empty when none was named.
  case wrongContentType(Text)
  /// A redirect that must not be followed, or one too many.
  case redirect(Text)
  /// The stream ended as it should, after it had been open for so long.
  case ended(after: Duration)
  /// No byte came for so long.
  case silence(Duration)
  /// The request went out, and for so long no answer began, or nothing of the stream came.
  case unanswered(Duration)
  /// Resolving, connecting, TLS or the transfer failed.
  case transport(Text)
  /// An `error` frame came.
  case fault(StreamFault)
  /// What came is not what the platform is known to send: an event without an end, a page that is
  /// no page.
  case unreadable(Text)
}

extension AttemptEnd {
  /// The end of an attempt that was answered with that status, with what the body says about it.
  package init(status: Int, retryAfter: Duration?, body: [UInt8]) {
    self = .status(status, retryAfter: retryAfter, detail: ErrorBody.sentence(from: body))
  }
}
