import DequeModule
import WallboardEvents

/// All that a panel's rows depend on: while it is the same, they need not be looked for again.
struct ArrangedFrom: Equatable, Sendable {
  private let isHeld: Bool
  private let second: Int64
  private let revision: Revision
  private let backgroundRevision: Revision
  private let alertRevision: Revision
  private let newestEntry: UInt64?
  private let filter: Filter?
  private let sort: SortOrder?
  private let isUrgencyReversed: Bool
  private let areIdentifiersShown: Bool

  init(_ panel: Panel, of state: WallboardState) {
    let (board, panelView) = (state.shown, state.view.panels[panel])
    isHeld = state.heldBoard != nil
    second = board.now.seconds
    revision = board.revision
    backgroundRevision = board.backgroundRevision
    alertRevision = board.alerts.revision
    newestEntry = board.activity.entries.last?.sequence
    filter = panelView?.filter
    sort = panelView?.sort
    isUrgencyReversed = panelView?.isUrgencyReversed ?? false
    areIdentifiersShown = state.view.identifiersShownUntil != nil
  }
}
