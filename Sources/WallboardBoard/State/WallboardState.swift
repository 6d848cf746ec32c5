import OrderedCollections
package import WallboardEvents

/// Everything on the board, and how it is looked at.
package struct WallboardState: Equatable, Sendable {
  /// What is known, as of the newest action.
  package var board = Board()
  /// What was known when the view was held still; its clock stands still too.
  package var heldBoard: Board?
  package var view = BoardView()
  /// What the person set up; it never changes.
  package internal(set) var settings: BoardSettings
  var duplicates = DuplicateFilter()

  /// A board before its first event.
  package init(_ settings: BoardSettings) {
    self.settings = settings
    guard settings.wall != nil else { return }
    // Whoever passes by may look at a wall.
    self.settings.privacy = settings.privacy.masked
    view.wall = WallView()
  }

  /// What the panels show.
  package var shown: Board { heldBoard ?? board }

  /// What a followed call's pane shows. A call that was followed after the view was held goes on:
  /// who opens it wants to see it.
  package func shownObservation(of callSID: CallSID) -> Observation? {
    heldBoard?.observations[callSID] ?? board.observations[callSID]
  }
}
