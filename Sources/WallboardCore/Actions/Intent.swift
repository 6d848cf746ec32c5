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
  /// Follow the selected call, open the detail of anything else, fold or unfold a tool call, or
  /// accept what was typed.
  case open
  /// Follow the selected call beside those that are followed.
  case openBeside
  /// Open the detail of the selected thing.
  case showDetail
  /// Follow the call that asked for a human last.
  case followEscalation
  /// Search in the followed call.
  case search
  case nextMatch
  case previousMatch
  /// Copy the key of the selected thing.
  case copyID
  /// Copy the line under the cursor.
  case copyLine
  /// A character typed into a prompt.
  case typed(Character)
  /// Take back the last character typed.
  case erase
  /// Take back all that was typed.
  case eraseAll
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
