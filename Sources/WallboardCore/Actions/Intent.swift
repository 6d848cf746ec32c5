/// What a key asks for. The one table of intents: keys, help and hints are made from it.
package enum Intent: Hashable, Sendable {
  case quit
  case toggleHelp
  case retryNow
  case nextPanel
  case previousPanel
  case focus(Panel)
  case moveDown
  case moveUp
  case moveToFirst
  case moveToLast
  case halfPageDown
  case halfPageUp
  case pageDown
  case pageUp
  /// Open the detail of the selected thing.
  case open
  /// Close what lies on top, or leave the zoom.
  case back
  case toggleZoom
  case toggleHints
  /// Hold the view still, or let it run again.
  case toggleHold
  /// Show callers and addresses for a while.
  case showIdentifiers
  case repaint
  case suspend
}

/// The panels of the board, in the order of their numbers.
package enum Panel: String, CaseIterable, Hashable, Sendable {
  case calls, operators, surfaces, activity
}
