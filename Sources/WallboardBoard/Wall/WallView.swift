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
  /// Live calls that could not be followed, at most ``Limits/unfollowableCalls``: there is no use in trying
  /// again and again.
  var unfollowable: Set<CallSID> = []
  /// The second at which the director last looked.
  fileprivate(set) var directedSecond: Int64?
  /// How far the whole picture is moved, so that no part of a screen always shows the same: a step
  /// of as many as ``shifts``.
  package var shift = 0

  /// A common multiple of all numbers of pages that the views may have.
  package static let cycle = 12
  /// How long the director stays with a call that is not over, unless somebody asks for a human, in
  /// milliseconds.
  static let dwell: Int64 = 15_000
  /// How long the pane of a call that is over shows how it ended, in milliseconds.
  static let endingShownFor: Int64 = 6_000
  /// The picture moves by a step after so many seconds.
  package static let shiftInterval: Int64 = 240
  /// The steps by which the picture moves.
  package static let shifts = 6

  /// The first page.
  package init() {}
}

extension WallboardState {
  /// Keeps the wall's call and page as they are, or lets them change again.
  mutating func togglePin() {
    view.wall?.isPinned.toggle()
    view.wall?.pageSince = view.personNow
  }

  /// Shows the next page, pinned or not.
  mutating func turnPage() {
    view.wall?.turnPage(at: view.personNow)
  }

  /// Turns the pages of the wall and follows calls by itself, at each frame, on the person's clock.
  mutating func keepWall(at now: Timestamp) -> [Effect] {
    guard let settings = settings.wall, var wall = view.wall else { return [] }
    // Nobody selects anything there, and nobody would let a held view run again.
    view.focusedPane = nil
    view.isZoomed = false
    heldBoard = nil
    wall.shift = WallView.shift(at: now)
    let isNewSecond = wall.directedSecond != now.seconds
    if isNewSecond { wall.noteWaiting(Int(board.reading(of: [.waiting])[.waiting] ?? 0), at: now) }
    let hasTurned = wall.keepPage(for: settings.pageSeconds, at: now)
    view.wall = wall
    guard hasTurned || isNewSecond else { return [] }
    view.wall?.directedSecond = now.seconds
    return direct(settings, mayRotate: hasTurned, at: now)
  }
}

extension WallView {
  /// The step by which the picture is moved at that moment.
  fileprivate static func shift(at now: Timestamp) -> Int {
    let steps = Int64(shifts)
    return Int(((now.seconds / shiftInterval) % steps + steps) % steps)
  }

  /// Shows the first page, which tells who waits, when one more does.
  fileprivate mutating func noteWaiting(_ count: Int, at now: Timestamp) {
    if count > waiting, !isPinned {
      page = 0
      pageSince = now
    }
    waiting = count
  }

  fileprivate mutating func turnPage(at now: Timestamp) {
    page = (page + 1) % Self.cycle
    pageSince = now
  }

  /// Turns the page when its time is over. A clock that was set back begins that time anew.
  ///
  /// - Returns: Whether the page was turned.
  fileprivate mutating func keepPage(for seconds: Int64, at now: Timestamp) -> Bool {
    guard let age = pageSince.map(now.milliseconds(since:)), age >= 0 else {
      pageSince = now
      return false
    }
    guard !isPinned, seconds > 0, age / 1_000 >= seconds else { return false }
    turnPage(at: now)
    return true
  }
}

/// How the board behaves on a wall, where nobody presses a key.
package struct WallSettings: Equatable, Sendable {
  /// Seconds that a page stays.
  package var pageSeconds: Int64 = 20
  /// Whether calls are followed without being asked for: the newest escalation, else the longest
  /// call.
  package var director = true

  /// The settings of a wall of which nothing was said.
  package init() {}
}
