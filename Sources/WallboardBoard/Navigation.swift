import WallboardEvents

extension WallboardState {
  /// Does what was asked for. Whatever changes the theme, the shell is told.
  mutating func obey(_ intent: Intent) -> [Effect] {
    let before = theme
    let effects = act(on: intent)
    return theme == before ? effects : effects + [.theme(theme)]
  }

  private mutating func act(on intent: Intent) -> [Effect] {
    switch intent {
    case .quit: return quit()
    case .repaint: return [.repaint]
    case .showMeter: return [.meter]
    case .suspend: return [.suspend]
    case .retryNow: return [.network(.retryNow)]
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
    case .togglePin: togglePin()
    case .nextPage: turnPage()
    case .follow(let callSID): return follow(callSID, beside: false)
    case .select(let panel, let row): select(row, in: panel)
    case .scroll(let panel, let rows): scroll(panel, by: rows)
    case .copyID: return copy(shownID.map(CopyRequest.id))
    case .copyLine: return copy(selectedLine)
    case .typed(let character): edit { $0.append(character) }
    case .erase: edit { _ = $0.popLast() }
    case .eraseAll: edit { $0 = "" }
    case .toggleZoom: view.isZoomed.toggle()
    case .toggleHints: view.showsHints.toggle()
    case .toggleHold: heldBoard = heldBoard == nil ? board : nil
    case .showIdentifiers: toggleIdentifiers()
    case .playback(let command): return [.playback(command)]
    case .beginSeek: beginSeek()
    case .bookmark: return [.bookmark]
    }
    return []
  }

  private var visibleRows: Int { view.panels[view.focus]?.visibleRows ?? 0 }

  private mutating func move(by rows: Int) {
    if let listLength {
      let index = view.overlayIndex.moved(by: rows)
      view.overlayIndex = min(max(0, index), max(0, listLength - 1))
    } else if view.overlay != nil {
      view.overlayTop = max(0, view.overlayTop.moved(by: rows))
    } else if view.focusedPane != nil {
      movePane(rows == .max ? .last : .lines(rows))
    } else {
      view.panels[view.focus]?.move(by: rows)
    }
  }

  private mutating func move(byHalfPages count: Int) {
    if view.overlay == nil, view.focusedPane != nil {
      movePane(.halfPages(count))
    } else {
      let rows = max(1, abs(count) == 1 ? visibleRows / 2 : visibleRows)
      move(by: count < 0 ? -rows : rows)
    }
  }

  private mutating func moveToFirst() {
    if view.overlay != nil {
      view.overlayTop = 0
      view.overlayIndex = 0
    } else if view.focusedPane != nil {
      movePane(.first)
    } else {
      view.panels[view.focus]?.selectFirst()
    }
  }

  /// Asks first where a call that is followed would be lost from sight.
  private mutating func quit() -> [Effect] {
    guard followsLiveCalls, view.wall == nil, view.overlay != .quitting else { return [.quit] }
    view.show(.quitting)
    return []
  }

  private mutating func open() -> [Effect] {
    if view.prompt != nil {
      return acceptPrompt()
    } else if case .explanation = view.overlay {
      view.show(nil)
    } else if view.overlay == .themes {
      keepTheme()
    } else if view.overlay == nil, view.focusedPane != nil {
      toggleTool()
    } else if let overlay = view.overlay {
      // A question is not answered by the way.
      if overlay != .quitting { view.show(nil) }
    } else if let callSID = selectedCall {
      return follow(callSID, beside: false)
    } else if view.overlay == nil, view.focus == .alerts, view.focusedPane == nil {
      return openChosenAlert()
    } else {
      showDetail()
    }
    return []
  }

  private mutating func openBeside() -> [Effect] {
    selectedCall.map { follow($0, beside: true) } ?? []
  }

  /// The call under the cursor of the panel that has the focus, or last had it.
  private var selectedCall: CallSID? {
    guard view.overlay == nil, view.focus == .calls,
      case .call(let callSID) = view.panels[.calls]?.current
    else { return nil }
    return callSID
  }

  private mutating func showDetail() {
    guard view.overlay == nil else { return }
    let row = view.pane.map { RowID.call($0.callSID) } ?? view.panels[view.focus]?.current
    if case .metric(let metric)? = row { return view.show(.explanation(metric)) }
    if let row { view.show(.detail(row)) }
  }

  private mutating func goBack() -> [Effect] {
    if view.prompt != nil {
      cancelPrompt()
    } else if view.overlay != nil {
      view.show(nil)
    } else if view.focusedPane == nil, view.panels[view.focus]?.filter != nil {
      setFilter(nil, of: view.focus)
    } else if view.isZoomed {
      view.isZoomed = false
    } else if heldBoard != nil {
      heldBoard = nil
    } else {
      return closePane(view.focusedPane)
    }
    return []
  }

  private mutating func copy(_ request: CopyRequest?) -> [Effect] {
    guard let request else {
      view.tell("There is nothing to copy here")
      return []
    }
    let words =
      switch request {
      case .id(let id): "Sent to the terminal: \(id)"
      case .line: "Sent to the terminal: the line"
      }
    let isAdvised = view.isClipboardAdvised || settings.clipboardAdvice.isEmpty
    view.isClipboardAdvised = true
    view.tell(isAdvised ? words : "Sent to the terminal. \(settings.clipboardAdvice)")
    return [.copy(request)]
  }

  private mutating func toggleIdentifiers() {
    guard view.identifiersShownUntil == nil else {
      view.identifiersShownUntil = nil
      return
    }
    guard view.playback?.isMasked != true else {
      view.tell("It was recorded masked: there is nothing to show")
      return
    }
    view.identifiersShownUntil = view.personNow.advanced(milliseconds: Privacy.identifiersShownFor)
  }
}

extension Int {
  /// This row moved, held at the ends of the range: to the last row is a move by ``Int/max``.
  fileprivate func moved(by rows: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(rows)
    return overflow ? (rows < 0 ? .min : .max) : sum
  }
}

extension PanelView {
  fileprivate mutating func move(by rows: Int) {
    select(index.moved(by: rows))
  }
}

extension BoardView {
  mutating func show(_ overlay: Overlay?) {
    self.overlay = overlay
    overlayTop = 0
    overlayIndex = 0
    helpQuery = ""
    if prompt?.purpose == .help { prompt = nil }
  }

  mutating func setFocus(_ panel: Panel) {
    focus = panel
    focusedPane = nil
  }

  /// Moves on through the panels and then the panes.
  mutating func moveFocus(by step: Int) {
    let panels = Panel.allCases
    let stops = panels.count + panes.count
    let current = focusedPane.map { panels.count + $0 } ?? panels.firstIndex(of: focus) ?? 0
    let next = (current + step + stops) % stops
    if next < panels.count { setFocus(panels[next]) } else { focusedPane = next - panels.count }
  }
}

extension WallboardState {
  /// Puts the cursor on a row, and the focus on its panel; nothing where something lies above.
  mutating func select(_ row: RowID, in panel: Panel) {
    guard view.overlay == nil else { return }
    view.setFocus(panel)
    if let index = view.panels[panel]?.rows.firstIndex(of: row) {
      view.panels[panel]?.select(index)
    }
  }

  /// Scrolls a panel so many rows down, or up where negative.
  mutating func scroll(_ panel: Panel, by rows: Int) {
    guard view.overlay == nil else { return }
    view.panels[panel]?.scroll(by: rows)
  }
}
