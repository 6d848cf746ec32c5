/// What became of a canvas that was to be presented.
package enum Presentation: Sendable {
  /// It is on its way to the terminal, in so many bytes.
  case sent(bytes: Int)

  /// Some of its rows are on their way. With this part a round may have ended: every row has had its
  /// turn.
  case sentInPart(bytes: Int, endsRound: Bool)

  /// The terminal shows it already; nothing was written.
  case unchanged

  /// The terminal has not taken the last frame yet, so this one was left out. `Readiness` says when
  /// the next one is wanted.
  case postponed
}
