package import WallboardEvents

/// What the wall shows.
package struct WallView: Equatable, Sendable {
  /// Whether a person keeps the followed call, which goes on.
  package var isPinned = false
  /// The call that the director follows, or that a person had it follow.
  package var directed: CallSID?
  /// Since when.
  package var directedSince: Timestamp?
  /// When the escalation was requested for which the call is followed; `nil` for another reason.
  var escalatedAt: Timestamp?
  /// Since when it is known that the followed call is over, or cannot be followed.
  var overSince: Timestamp?
  /// Live calls that could not be followed, at most ``Limits/unfollowableCalls``: there is no use in trying
  /// again and again.
  var unfollowable: Set<CallSID> = []
  /// The second at which the director last looked.
  fileprivate(set) var directedSecond: Int64?
  /// How far the whole picture is moved, so that no part of a screen always shows the same: a step
  /// of as many as ``shifts``.
  package var shift = 0

  /// How long the director stays with a call that is not over, unless somebody asks for a human, in
  /// milliseconds.
  static let dwell: Int64 = 15_000
  /// How long the pane of a call that is over shows how it ended, in milliseconds.
  static let endingShownFor: Int64 = 6_000
  /// The picture moves by a step after so many seconds: it is then written as a whole.
  package static let shiftInterval: Int64 = 600
  /// The steps by which the picture moves.
  package static let shifts = 6

  /// A wall that follows no call yet.
  package init() {}
}

extension WallboardState {
  /// Keeps the followed call, or lets another take its place again.
  mutating func togglePin() {
    guard var wall = view.wall else { return }
    guard let callSID = wall.directed else { return view.announce("No call to keep") }
    guard wall.overSince == nil else {
      let isLive = board.calls.contains(callSID)
      return view.announce(isLive ? "No more is received of the call" : "The call is over")
    }
    wall.isPinned.toggle()
    view.wall = wall
    view.announce(
      wall.isPinned
        ? "Kept: the call stays here until it ends" : "Let go: other calls may take its place")
  }

  /// Follows calls by itself where that was asked for, at each frame, on the person's clock.
  mutating func keepWall(at now: Timestamp) -> [Effect] {
    guard let settings = settings.wall, var wall = view.wall else { return [] }
    // Nobody selects anything there, and nobody would let a held view run again.
    view.focusedPane = nil
    view.isZoomed = false
    heldBoard = nil
    wall.shift = WallView.shift(at: now)
    let isNewSecond = wall.directedSecond != now.seconds
    wall.directedSecond = now.seconds
    view.wall = wall
    return isNewSecond ? direct(settings, at: now) : []
  }
}

extension WallView {
  /// The step by which the picture is moved at that moment.
  fileprivate static func shift(at now: Timestamp) -> Int {
    let steps = Int64(shifts)
    return Int(((now.seconds / shiftInterval) % steps + steps) % steps)
  }
}

/// How the board behaves on a wall, where nobody presses a key.
package struct WallSettings: Equatable, Sendable {
  /// Whether a call is followed without being asked for: the newest caller who waits, else the newest
  /// with whom an operator speaks, else the longest call where it lasts too long, else each in turn.
  package var follow: Bool

  /// The settings of a wall; it follows nothing unless that is asked for.
  package init(follow: Bool = false) {
    self.follow = follow
  }
}
