package import WallboardEvents

/// What a key asks for. The one table of intents: keys, help and hints are made from it.
package enum Intent: Hashable, Sendable {
  case quit
  case toggleHelp
  case retryNow
  case nextPanel
  case previousPanel
  case focus(Panel)
  /// Put the focus on the pane of that place among all.
  case focusPane(Int)
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
  /// Type a filter for the focused panel.
  case filter
  /// Sort the focused panel by its next column.
  case sortByNextColumn
  case reverseSort
  /// Sort a panel by that field; by urgency where it is `nil`.
  case sort(Panel, Field?)
  /// Choose the columns of the focused panel.
  case chooseColumns
  /// Show or hide the column under the cursor.
  case toggleColumn
  /// Move the column under the cursor to the front, or to the end.
  case moveColumn(Int)
  /// Take note of the alert under the cursor, else of the most urgent one.
  case acknowledge
  /// Go to what the most urgent alert is about.
  case openAlert
  /// Explain the number under the cursor, else the first.
  case explain
  /// Explain the number that stands so many after this one.
  case explainNext(Int)
  case openPalette
  case chooseTheme
  case useTheme(String)
  /// Write what is on the screen to a file, masked.
  case saveView
  /// Write the last minutes to a file, masked.
  case writeBlackBox
  /// Keep the wall's call and page as they are, or let them change again.
  case togglePin
  /// Show the wall's next page.
  case nextPage
  case follow(CallSID)
  /// Put the cursor of a panel on that row, and the focus there.
  case select(Panel, RowID)
  /// Scroll a panel so many rows.
  case scroll(Panel, Int)
  /// Take over the completion under the cursor.
  case complete
  /// Put that in the place of what was typed.
  case fill(String)
  /// Move the cursor through the completions, or through a list that lies over the panels.
  case nextChoice(Int)
  /// Text that was pasted, as it came.
  case paste(String)
  /// Forget the columns, sort orders and the rest that is remembered of the layout.
  case resetLayout
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
  /// Tell what the program itself takes: output, frames, memory.
  case showMeter
  case suspend
  /// Ask that of the recording that is played.
  case playback(PlaybackCommand)
  /// Type a moment of the recording to go to.
  case beginSeek
  /// Mark this moment in the recording.
  case bookmark
}

/// The panels of the board, in the order of their numbers.
package enum Panel: String, CaseIterable, Hashable, Codable, Sendable {
  case calls, operators, surfaces, activity, alerts, numbers

  /// Those that take turns in one place where there is no room for all.
  package static let takingTurns: [Panel] = [.activity, .alerts, .numbers]
}
