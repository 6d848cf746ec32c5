import DequeModule
import WallboardEvents

extension PanelView {
  /// Takes the rows in their new order, out of so many: the selection stays with its thing, or goes
  /// to what took its place, and the row under the cursor is visible.
  ///
  /// While the top is in sight it stays there. Further down what is looked at keeps its line.
  mutating func arrange(_ newRows: [RowID], of count: Int) {
    let line = index - top
    if let selection {
      index = newRows.firstIndex(of: selection) ?? successor(in: newRows)
    } else {
      index = 0
    }
    rows = newRows
    unfilteredCount = count
    if selection != nil { selection = current }
    if top > 0 { top = index - line }
    keepCursorInSight()
  }

  /// Where the nearest row now stands that stood behind the vanished one, else before it.
  private func successor(in newRows: [RowID]) -> Int {
    let left = Set(newRows)
    let nearest =
      rows.dropFirst(index).first(where: left.contains)
      ?? rows.prefix(index).last(where: left.contains)
    return nearest.flatMap(newRows.firstIndex) ?? min(index, max(0, newRows.count - 1))
  }

  mutating func select(_ newIndex: Int) {
    guard !rows.isEmpty else { return }
    index = min(max(0, newIndex), rows.count - 1)
    selection = rows[index]
    keepCursorInSight()
  }

  mutating func selectFirst() {
    selection = nil
    index = 0
    keepCursorInSight()
  }

  /// Selects the row so many further on, around the end.
  mutating func selectAround(by step: Int) {
    guard !rows.isEmpty else { return }
    let sum = index + step
    select(sum < 0 ? rows.count - 1 : sum % rows.count)
  }

  /// Moves what is visible; the cursor comes along where it would be out of sight.
  mutating func scroll(by step: Int) {
    let height = max(1, visibleRows)
    let last = max(0, rows.count - min(height, rows.count))
    let (sum, overflow) = top.addingReportingOverflow(step)
    let newTop = min(max(0, overflow ? (step < 0 ? 0 : last) : sum), last)
    guard newTop != top else { return }
    top = newTop
    // There are more rows than lines, so that this cannot overflow.
    select(min(max(index, top), top + height - 1))
  }

  /// Moves what is visible as little as that takes.
  mutating func keepCursorInSight() {
    let last = max(0, rows.count - max(1, visibleRows))
    top = min(max(top, index - max(1, visibleRows) + 1), index)
    top = min(max(0, top), last)
  }
}

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
