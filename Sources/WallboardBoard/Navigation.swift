package import WallboardEvents

extension WallboardState {
  /// Moves the cursor of what has the focus: a list that lies over the panels, a pane, or a panel.
  mutating func move(by rows: Int) {
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

  mutating func move(byHalfPages count: Int) {
    if view.overlay == nil, view.focusedPane != nil {
      movePane(.halfPages(count))
    } else {
      let page = view.overlay == nil ? visibleRows : view.overlayHeight ?? visibleRows
      let rows = max(1, abs(count) == 1 ? page / 2 : page)
      move(by: count < 0 ? -rows : rows)
    }
  }

  mutating func moveToFirst() {
    if view.overlay != nil {
      view.overlayTop = 0
      view.overlayIndex = 0
    } else if view.focusedPane != nil {
      movePane(.first)
    } else {
      view.panels[view.focus]?.selectFirst()
    }
  }

  /// Goes to the next row that passes, or the previous one, around the end; in a pane to the next
  /// line that has what is searched for.
  mutating func goToMatch(forward: Bool) {
    guard view.focusedPane == nil else { return movePane(.match(forward: forward)) }
    guard view.overlay == nil else { return }
    view.panels[view.focus]?.selectAround(by: forward ? 1 : -1)
  }

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

  /// How many lines a list has that lies over the panels; `nil` where none does.
  private var listLength: Int? {
    switch view.overlay {
    case .columns(let panel): panel.fields.count
    case .themes: settings.themes.count
    case .moments: view.moments.rows.count
    case .help, .detail, .quitting, .explanation, .digest, .notes, nil: nil
    }
  }

  private var visibleRows: Int { view.panels[view.focus]?.visibleRows ?? 0 }

  /// Asks first where a call that is followed would be lost from sight.
  mutating func quit() -> [Effect] {
    guard followsLiveCalls, view.wall == nil, view.overlay != .quitting else { return [.quit] }
    view.show(.quitting)
    return []
  }

  /// Accepts, follows or opens what has the focus: the prompt before what lies over the panels, that
  /// before a pane, a pane before a panel.
  mutating func open() -> [Effect] {
    if view.prompt != nil {
      return acceptPrompt()
    } else if case .explanation = view.overlay {
      view.show(nil)
    } else if view.overlay == .themes {
      keepTheme()
    } else if view.overlay == .moments {
      return openChosenMoment()
    } else if view.overlay == nil, view.focusedPane != nil {
      toggleEntry()
    } else if case .detail(.call) = view.overlay, let callSID = enteredCall {
      view.show(nil)
      return follow(callSID, beside: false)
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

  mutating func openBeside() -> [Effect] {
    selectedCall.map { follow($0, beside: true) } ?? []
  }

  /// The call that opening would follow: the one whose detail lies over the panels, or the selected
  /// one; `nil` for one that cannot be followed.
  package var enteredCall: CallSID? {
    guard view.prompt == nil else { return nil }
    let callSID: CallSID? =
      if case .detail(.call(let detailed)) = view.overlay {
        detailed
      } else {
        view.focusedPane == nil ? selectedCall : nil
      }
    return callSID.flatMap { canFollow($0) ? $0 : nil }
  }

  /// The call under the cursor of the panel that has the focus, or last had it.
  private var selectedCall: CallSID? {
    guard view.overlay == nil, case .call(let callSID) = view.panels[view.focus]?.current else {
      return nil
    }
    return callSID
  }

  /// Shows the detail of the selected row, or of the call of the focused pane.
  mutating func showDetail() {
    guard view.overlay == nil else { return }
    let row = view.pane.map { RowID.call($0.callSID) } ?? view.panels[view.focus]?.current
    if case .metric(let metric)? = row { return view.show(.explanation(metric)) }
    if let row { view.show(.detail(row)) }
  }

  /// Undoes the last of what a person put between themselves and the panels: the prompt, the overlay,
  /// the filter, the zoom, the hold, then a pane.
  mutating func goBack() -> [Effect] {
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

  /// Shows identifiers for ``Privacy/identifiersShownFor``, or hides them again.
  mutating func toggleIdentifiers() {
    guard view.identifiersShownUntil == nil else {
      view.identifiersShownUntil = nil
      return
    }
    guard view.playback?.isMasked != true else {
      view.announce("The recording is masked: there is nothing to show")
      return
    }
    // Until a whole second, so that the countdown begins with all of them and ticks with the clock.
    view.identifiersShownUntil = view.personNow.wholeSecond.advanced(
      milliseconds: Privacy.identifiersShownFor)
  }
}

extension WallboardState {
  /// Copies that, and says so: whether the terminal takes it nobody is told.
  mutating func copy(_ request: CopyRequest?) -> [Effect] {
    guard let request else {
      view.announce("Nothing to copy here")
      return []
    }
    let words =
      switch request {
      case .id(let id): "Sent to the terminal: \(id)"
      case .line: "Sent to the terminal: the line"
      }
    let isAdvised = view.isClipboardAdvised || settings.clipboardAdvice.isEmpty
    view.isClipboardAdvised = true
    view.announce(isAdvised ? words : "Sent to the terminal. \(settings.clipboardAdvice)")
    return [.copy(request)]
  }

  /// The key of the thing whose detail is open, else of the selected one: what copying it copies.
  var shownID: String? {
    if case .detail(let thing) = view.overlay { return shown.copiedID(of: thing) }
    if let pane = view.pane { return pane.callSID.rawValue }
    return view.panels[view.focus]?.current.flatMap(shown.copiedID)
  }

  /// The line under the cursor of the focused pane, or its newest.
  var selectedLine: CopyRequest? {
    guard let pane = view.pane else { return nil }
    let newest = shownObservation(of: pane.callSID)?.timeline.newest(at: view.density)?.number
    return (pane.position.cursor?.entry ?? newest).map { .line(pane.callSID, $0) }
  }
}

extension PanelView {
  fileprivate mutating func move(by rows: Int) {
    select(index.moved(by: rows))
  }
}
