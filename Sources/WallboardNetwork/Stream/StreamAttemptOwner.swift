import WallboardPlatform

/// Whoever keeps the stream open, one ``StreamAttempt`` after the other.
protocol StreamAttemptOwner: AnyObject {
  /// The stream has begun.
  func attemptOpened()
  /// The request went out, and for a while no answer has begun, or nothing of the stream has come.
  func attemptIsUnanswered()
  /// The platform has said how long to wait before reconnecting.
  func attemptWasTold(retryMilliseconds: Int)
  /// The attempt is over; `lifetime` is how long the stream was open, `nil` when it never was.
  func attemptEnded(_ end: AttemptEnd, cursor: StreamCursor, openFor lifetime: Duration?)
}
