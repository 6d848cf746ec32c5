package import WallboardEvents

/// What the shell knows when it is about to draw.
package struct Frame: Equatable, Sendable {
  /// The platform's time, as far as it is known; in a recording the moment that is looked at, which
  /// may stand still and go back.
  package var now: Timestamp
  /// The time of the person who looks, by which what the program says comes and goes.
  package var personNow: Timestamp
  /// How far local time is ahead of UTC, in seconds; the day turns at local midnight.
  package var utcOffset: Int
  /// How many rows of each panel are visible; `nil` where nothing is drawn, and no panel needs its
  /// rows.
  package var visibleRows: [Panel: Int]?
  /// The first line of the overlay when it is scrolled to its end.
  package var lastOverlayTop: Int
  /// How many of its lines are seen at a time; `nil` without an overlay.
  package var overlayHeight: Int?
  /// Where each followed call's pane stands once its moves are made.
  package var panes: [CallSID: PanePosition]
  /// How many seconds a picture takes on its way to the terminal, where the line is slow.
  package var secondsToPicture: Int?

  /// A frame at that moment, which is the person's, too, unless that is another.
  package init(
    now: Timestamp, personNow: Timestamp? = nil, utcOffset: Int = 0,
    visibleRows: [Panel: Int]? = [:],
    lastOverlayTop: Int = .max, overlayHeight: Int? = nil, panes: [CallSID: PanePosition] = [:],
    secondsToPicture: Int? = nil
  ) {
    self.now = now
    self.personNow = personNow ?? now
    self.utcOffset = utcOffset
    self.visibleRows = visibleRows
    self.lastOverlayTop = lastOverlayTop
    self.overlayHeight = overlayHeight
    self.panes = panes
    self.secondsToPicture = secondsToPicture
  }
}

extension WallboardState {
  mutating func begin(_ frame: Frame) -> [Effect] {
    let isNewSecond = board.now.seconds != frame.now.seconds
    view.personNow = frame.personNow
    view.secondsToPicture = frame.secondsToPicture
    // A recording's board is as it was recorded: nothing passes in it but what did.
    let passing = settings.isReplay ? [] : pass(to: frame.now, utcOffset: frame.utcOffset)
    if isNewSecond { view.away.watch(board, staleAfter: settings.staleAfter) }
    view.hideIdentifiers(at: frame.personNow)
    view.overlayHeight = frame.overlayHeight
    view.overlayTop = min(view.overlayTop, max(0, frame.lastOverlayTop))
    view.dropNotice(at: frame.personNow)
    if let visibleRows = frame.visibleRows {
      for panel in Panel.allCases { arrange(panel, visibleRows[panel] ?? 0, in: frame) }
      selectSought()
    }
    keepMoments()
    arrangePanes(in: frame)
    return takeDueReads(at: frame.now) + askForStories(at: frame.now)
      + keepWall(at: frame.personNow) + passing
  }

  /// Lets time pass on the board.
  mutating func pass(to now: Timestamp, utcOffset: Int) -> [Effect] {
    if now < board.now { board.connection.clockWasSetBack(to: now) }
    board.now = now
    board.turnDay(at: now, utcOffset: utcOffset)
    board.keepHistory()
    board.dropDeparted(at: now)
    let alarms = board.judgeAlerts(by: settings)
    return leaveEndedCalls(at: now) + alarms
  }

  private mutating func arrange(_ panel: Panel, _ visibleRows: Int, in frame: Frame) {
    if panel == .activity {
      let isSameSize = view.panels[panel]?.visibleRows == visibleRows
      guard !isSameSize || view.isFeedDue(at: frame.personNow) else { return }
      view.feedArrangedAt = frame.personNow
    }
    view.panels[panel, default: PanelView()].visibleRows = visibleRows
    if view.arranged[panel] == ArrangedFrom(panel, of: self) {
      view.panels[panel]?.keepCursorInSight()
    } else {
      arrange(panel)
    }
  }

  /// Brings a panel's rows up to date: those that pass its filter, in its order.
  mutating func arrange(_ panel: Panel) {
    view.arranged[panel] = ArrangedFrom(panel, of: self)
    let (board, panelView) = (shown, view.panels[panel] ?? PanelView())
    let disclosure = settings.privacy.board(identifiersShown: view.identifiersShownUntil != nil)
    let all = board.rows(of: panel)
    var rows = all
    if let filter = panelView.filter {
      rows = board.rows(rows, of: panel, passing: filter, disclosure)
    }
    if let order = panelView.sort {
      rows = board.rows(rows, sortedBy: order, disclosure)
    } else if panelView.isUrgencyReversed {
      rows.reverse()
    }
    let needy = board.needyRows(of: all, in: panel, shown: rows)
    view.panels[panel, default: PanelView()].arrange(rows, of: all.count)
    view.panels[panel]?.needy = needy
  }

  /// Arranges a panel that a person changed: the feed does not wait for its turn then.
  mutating func rearrange(_ panel: Panel) {
    arrange(panel)
    if panel == .activity { view.feedArrangedAt = view.personNow }
  }
}

extension BoardView {
  /// The time between two movements of the activity feed, in milliseconds.
  private static let feedInterval: Int64 = 250

  /// Whether the feed may move on. One that moves with every frame cannot be read, and is the most
  /// that a busy board has to send to its terminal.
  fileprivate func isFeedDue(at now: Timestamp) -> Bool {
    guard let feedArrangedAt else { return true }
    return !now.isWithin(Self.feedInterval, after: feedArrangedAt)
  }

  fileprivate mutating func dropNotice(at now: Timestamp) {
    if let notice, !now.isWithin(Notice.shownFor, after: notice.since) { self.notice = nil }
  }

  /// Hides the identifiers when their time is over, and when the clock was set back, for they would
  /// stay longer than anybody asked for.
  fileprivate mutating func hideIdentifiers(at now: Timestamp) {
    guard let until = identifiersShownUntil else { return }
    let latest = now.advanced(milliseconds: Privacy.identifiersShownFor)
    if until <= now || until > latest { identifiersShownUntil = nil }
  }
}
