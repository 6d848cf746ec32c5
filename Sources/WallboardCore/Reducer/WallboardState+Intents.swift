extension WallboardState {
  mutating func follow(_ intent: Intent) -> [Effect] {
    switch intent {
    case .quit: return [.quit]
    case .repaint: return [.repaint]
    case .suspend: return [.suspend]
    case .retryNow: return [.network(.retryNow)]
    case .toggleHelp: view.show(view.overlay == .help ? nil : .help)
    case .nextPanel: view.moveFocus(by: 1)
    case .previousPanel: view.moveFocus(by: -1)
    case .focus(let panel): view.focus = panel
    case .moveDown: move(by: 1)
    case .moveUp: move(by: -1)
    case .moveToFirst: moveToFirst()
    case .moveToLast: move(by: .max)
    case .halfPageDown: move(by: max(1, visibleRows / 2))
    case .halfPageUp: move(by: -max(1, visibleRows / 2))
    case .pageDown: move(by: max(1, visibleRows))
    case .pageUp: move(by: -max(1, visibleRows))
    case .open: openSelection()
    case .back: goBack()
    case .toggleZoom: view.isZoomed.toggle()
    case .toggleHints: view.showsHints.toggle()
    case .toggleHold: heldBoard = heldBoard == nil ? board : nil
    case .showIdentifiers: toggleIdentifiers()
    }
    return []
  }

  private var visibleRows: Int { view.panels[view.focus]?.visibleRows ?? 0 }

  private mutating func move(by rows: Int) {
    if view.overlay != nil {
      view.overlayTop = max(0, view.overlayTop.moved(by: rows))
    } else {
      view.panels[view.focus]?.move(by: rows)
    }
  }

  private mutating func moveToFirst() {
    if view.overlay != nil {
      view.overlayTop = 0
    } else {
      view.panels[view.focus]?.selectFirst()
    }
  }

  private mutating func openSelection() {
    guard view.overlay == nil, let row = view.panels[view.focus]?.current else { return }
    view.show(.detail(row))
  }

  private mutating func goBack() {
    if view.overlay != nil {
      view.show(nil)
    } else if view.isZoomed {
      view.isZoomed = false
    } else {
      heldBoard = nil
    }
  }

  private mutating func toggleIdentifiers() {
    guard view.identifiersShownUntil == nil else {
      view.identifiersShownUntil = nil
      return
    }
    view.identifiersShownUntil = board.now.advanced(milliseconds: Privacy.identifiersShownFor)
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
  }

  mutating func moveFocus(by step: Int) {
    let panels = Panel.allCases
    guard let index = panels.firstIndex(of: focus) else { return }
    focus = panels[(index + step + panels.count) % panels.count]
  }
}
