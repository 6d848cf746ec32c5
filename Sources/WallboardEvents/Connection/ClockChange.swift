/// What the network found out about the clocks: the platform's, by which all on the board counts,
/// and this machine's.
package struct ClockChange: Equatable, Sendable {
  /// How this machine's clock stands now.
  package var standing: ClockStanding
  /// Whether that is something else than was said before.
  package var isNews: Bool
  /// By how many milliseconds the board's clock is set forward with this, negative for back.
  package var step: Int64
  /// When, by the board's clock as it is from now on.
  package var at: Timestamp

  /// The clocks stand so from that moment.
  package init(_ standing: ClockStanding, isNews: Bool = true, step: Int64 = 0, at: Timestamp) {
    self.standing = standing
    self.isNews = isNews
    self.step = step
    self.at = at
  }
}

/// How this machine's clock stands to the platform's.
package enum ClockStanding: Equatable, Sendable {
  /// Right to about a second, or nothing says otherwise.
  case right
  /// So many seconds ahead of the platform's, negative for behind; the board's clock makes up for it.
  case wrong(seconds: Int64)
  /// So many seconds ahead of what the platform's answers are dated by, which its events contradict,
  /// or which is too far away to be believed: the board's clock is left as it is.
  case disputed(seconds: Int64)
}
