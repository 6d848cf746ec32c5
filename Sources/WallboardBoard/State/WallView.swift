package import WallboardEvents

/// What the wall shows.
package struct WallView: Equatable, Sendable {
  /// Which page, from 0 and below ``cycle``: the views know how many there are, and show this one
  /// modulo that.
  package var page = 0
  /// When the page was turned to.
  package var pageSince: Timestamp?
  /// How many callers waited for a human at the last look.
  var waiting = 0
  /// Whether a person keeps the call and the page as they are.
  package var isPinned = false
  /// The call that the director follows, or that a person had it follow.
  package var directed: CallSID?
  /// Since when.
  package var directedSince: Timestamp?
  /// When the escalation was requested for which the call is followed; `nil` for another reason.
  var escalatedAt: Timestamp?
  /// Since when it is known that the followed call is over, or cannot be followed.
  var overSince: Timestamp?
  /// Live calls that could not be followed, at most ``Limits/vainCalls``: there is no use in trying
  /// again and again.
  var vain: Set<CallSID> = []
  /// The second at which the director last looked.
  var directedSecond: Int64?
  /// How far the whole picture is moved, so that no part of a screen always shows the same: a step
  /// of as many as ``shifts``.
  package var shift = 0

  /// A common multiple of all numbers of pages that the views may have.
  package static let cycle = 12
  /// How long the director stays with a call that is not over, unless somebody asks for a human, in
  /// milliseconds.
  package static let dwell: Int64 = 15_000
  /// How long the pane of a call that is over shows how it ended, in milliseconds.
  package static let endingShownFor: Int64 = 6_000
  /// The picture moves by a step after so many seconds.
  package static let shiftInterval: Int64 = 240
  /// The steps by which the picture moves.
  package static let shifts = 6

  /// The first page.
  package init() {}
}
