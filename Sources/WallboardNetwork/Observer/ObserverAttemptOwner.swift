import WallboardPlatform

/// Whoever follows a call, one ``ObserverAttempt`` after the other.
protocol ObserverAttemptOwner: AnyObject {
  /// The platform has opened the call's feed.
  func attemptOpened()
  /// The platform has told something of the call.
  func attemptBroughtEvent()
  /// The attempt is over; `lifetime` is how long the feed was open, `nil` when it never was.
  func attemptEnded(_ end: ObserverEnd, openFor lifetime: Duration?)
}
