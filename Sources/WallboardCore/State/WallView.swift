/// What the wall shows.
package struct WallView: Equatable, Sendable {
  /// Which page, from 0; the views know how many there are.
  package var page = 0
  /// When the page was turned to.
  package var pageSince: Timestamp?
  /// Whether a person keeps the call and the page as they are.
  package var isPinned = false
  /// The call that the director follows.
  package var directed: CallSID?
  /// Since when.
  package var directedSince: Timestamp?

  /// The first page.
  package init() {}
}
