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
  /// Show more of the followed calls, or less.
  case changeDensity
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
  /// Read the settings again.
  case reload
  /// Keep the call that the wall follows, or let another take its place again.
  case togglePin
  case follow(CallSID)
  /// Put the cursor of a panel on that row, and the focus there.
  case select(Panel, RowID)
  /// The same, without the panel's filter where that hides the row.
  case reveal(Panel, RowID)
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
  /// Explain the signs of panels and panes on their lower borders, or no longer.
  case toggleLegend
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
  /// List the moments of the recording, or close the list.
  case toggleMoments
  /// Mark this moment in the recording.
  case bookmark
  /// Write a note about what has the cursor.
  case beginNote
  /// Show the notes that people wrote.
  case showNotes
  /// Nothing: the key has no meaning here, which is told in these words.
  case unbound(String)
}

extension WallboardState {
  /// Does what was asked for, and tells the shell if the theme is another one now.
  mutating func perform(_ intent: Intent) -> [Effect] {
    let (before, notice, prompt) = (theme, view.notice, view.prompt)
    let effects = act(on: intent)
    // What was said before is about something else than what is typed now.
    if view.prompt != nil, view.prompt != prompt, view.notice == notice { view.notice = nil }
    return theme == before ? effects : effects + [.theme(theme)]
  }

  private mutating func act(on intent: Intent) -> [Effect] {
    switch intent {
    case .quit: return quit()
    case .repaint: return [.repaint]
    case .showMeter: return [.meter]
    case .suspend: return [.suspend]
    case .retryNow:
      retryStories()
      return [.network(.retryNow)]
    case .toggleHelp: view.show(view.overlay == .help ? nil : .help)
    case .nextPanel: view.moveFocus(by: 1)
    case .previousPanel: view.moveFocus(by: -1)
    case .focus(let panel): view.setFocus(panel)
    case .focusPane(let index): if view.panes.indices.contains(index) { view.focusedPane = index }
    case .moveDown: move(by: 1)
    case .moveUp: move(by: -1)
    case .moveToFirst: moveToFirst()
    case .moveToLast: move(by: .max)
    case .halfPageDown: move(byHalfPages: 1)
    case .halfPageUp: move(byHalfPages: -1)
    case .pageDown: move(byHalfPages: 2)
    case .pageUp: move(byHalfPages: -2)
    case .open: return open()
    case .openBeside: return openBeside()
    case .showDetail: showDetail()
    case .followEscalation: return followEscalation()
    case .back: return goBack()
    case .changeDensity: changeDensity()
    case .search: beginSearch()
    case .nextMatch: goToMatch(forward: true)
    case .previousMatch: goToMatch(forward: false)
    case .filter: beginFilter()
    case .sortByNextColumn: if !sortByChosenColumn() { sortByNextColumn() }
    case .reverseSort: reverseSort()
    case .sort(let panel, let field): sort(panel, by: field)
    case .chooseColumns: chooseColumns()
    case .toggleColumn: toggleColumn()
    case .moveColumn(let step): moveColumn(by: step)
    case .resetLayout: resetLayout()
    case .acknowledge: acknowledge()
    case .openAlert: return openAlert()
    case .explain: explain()
    case .explainNext(let step): explainNext(step)
    case .openPalette: openPalette()
    case .fill(let text): edit { $0 = text }
    case .complete: completeFilter()
    case .paste(let text): paste(text)
    case .nextChoice(let step): if !recallFilter(by: step) { moveChoice(by: step) }
    case .chooseTheme: chooseTheme()
    case .useTheme(let name): use(theme: name)
    case .saveView: return [.saveView]
    case .writeBlackBox: return [.writeBlackBox]
    case .reload: return [.reload]
    case .togglePin: togglePin()
    case .follow(let callSID): return follow(callSID, beside: false)
    case .select(let panel, let row): select(row, in: panel)
    case .reveal(let panel, let row): reveal(row, in: panel)
    case .scroll(let panel, let rows): scroll(panel, by: rows)
    case .copyID: return copy(shownID.map(CopyRequest.id))
    case .copyLine: return copy(selectedLine)
    case .typed(let character): edit { $0.append(character) }
    case .erase: edit { _ = $0.popLast() }
    case .eraseAll: edit { $0 = "" }
    case .toggleZoom: view.isZoomed.toggle()
    case .toggleHints: view.showsHints.toggle()
    case .toggleLegend: view.showsLegend.toggle()
    case .toggleHold: heldBoard = heldBoard == nil ? board : nil
    case .showIdentifiers: toggleIdentifiers()
    case .playback(let command):
      view.sought = nil
      return [.playback(command)]
    case .beginSeek: beginSeek()
    case .toggleMoments: toggleMoments()
    case .bookmark: return [.bookmark]
    case .beginNote: beginNote()
    case .showNotes:
      guard view.wall == nil else { break }
      view.show(.notes)
      return settings.isReplay ? [] : [.readNotes]
    case .unbound(let words): view.remark(words)
    }
    return []
  }
}
