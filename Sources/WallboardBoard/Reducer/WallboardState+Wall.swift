import WallboardEvents

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
