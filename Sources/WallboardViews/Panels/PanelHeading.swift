import WallboardBoard
import WallboardScreen

/// A panel's top border, and what stands on it.
struct PanelHeading: Region {
  let border: StyleRole
  /// The titles of the panels that take turns in the place, one after the other.
  var tabs: [PanelTab]
  /// How fresh the panel's data is; empty where there is no room for it.
  var freshness: Phrase

  /// The columns that the titles take, with a piece of border behind each.
  func width(_ lettering: Lettering) -> Int {
    tabs.reduce(0) { $0 + lettering.width(of: $1.words) + 1 }
  }

  func draw(in area: Rect, on canvas: inout Canvas) {
    canvas.drawUpperEdge(in: area, role: border)
    let (titles, freshness) = places(in: area, canvas.lettering)
    canvas.draw(self.freshness, in: freshness)
    for (tab, place) in zip(tabs, titles) { canvas.draw(tab.words, in: place) }
  }

  /// A press on a title shows its panel.
  func targets(in area: Rect, _ glyphs: GlyphSet) -> [PressTarget] {
    zip(tabs, places(in: area, Lettering(glyphs)).titles).map { tab, place in
      PressTarget(place: place, request: .intents([.focus(tab.panel)]))
    }
  }

  private func places(
    in line: Rect, _ lettering: Lettering
  ) -> (titles: [Rect], freshness: Rect) {
    var rest = line.inset(horizontal: 2, vertical: 0)
    let freshness = rest.cut(lettering.width(of: freshness.text), from: .right)
    let titles = tabs.map { tab in
      let place = rest.cut(lettering.width(of: tab.words), from: .left)
      _ = rest.cut(1, from: .left)
      return place
    }
    return (titles, freshness)
  }
}

/// The title of a panel.
struct PanelTab: Equatable {
  let panel: Panel
  let words: [Phrase]
}

/// How much titles say, from all to the least.
private enum Wordiness: CaseIterable {
  case full
  /// The panels that are not shown have short names.
  case short
  /// The same, and the shown one tells no more than its count.
  case plain
  /// Only the shown panel has a name.
  case numbers
}

extension Scene {
  /// The words of a panel's top border, as many as there is room for.
  func heading(of panel: Panel, tabs: [Panel], width: Int) -> PanelHeading {
    var heading = PanelHeading(
      border: borderRole(of: panel), tabs: [], freshness: freshness(of: panel))
    let freshnessWidth = lettering.width(of: heading.freshness.text)
    let concern = concern(of: panel)
    for wordiness in Wordiness.allCases {
      heading.tabs = tabs.map { tab($0, shown: panel, concern, wordiness) }
      let titleWidth = heading.width(lettering)
      if titleWidth + freshnessWidth <= width { return heading }
      // That all is well is told by the header, too: the others' names say more.
      guard wordiness == .plain, freshness == .live, titleWidth <= width else { continue }
      return PanelHeading(border: heading.border, tabs: heading.tabs, freshness: .empty)
    }
    heading.freshness = .empty
    return heading
  }

  func borderRole(of panel: Panel) -> StyleRole { hasFocus(panel) ? .borderFocused : .border }

  private func tab(
    _ panel: Panel, shown: Panel, _ concern: Phrase?, _ wordiness: Wordiness
  ) -> PanelTab {
    PanelTab(
      panel: panel,
      words: panel == shown ? title(of: panel, concern, wordiness) : [turn(of: panel, wordiness)])
  }

  /// The title of a panel that is seen: its name, how many rows it has, and what matters of them.
  private func title(
    of panel: Panel, _ concern: Phrase?, _ wordiness: Wordiness
  ) -> [Phrase] {
    let count = shownCount(of: panel).map { " \($0)" } ?? ""
    let name = Phrase(
      " \(panel.number) \(panel.title)\(count) ", hasFocus(panel) ? .titleFocused : .title,
      emphasis: hasFocus(panel) ? .reverse : [])
    let isTold = wordiness == .full || wordiness == .short
    let told = isTold ? concern : nil
    return [name] + (told.map { [Phrase("\(glyphs.separator) ", .muted), $0] } ?? [])
      + habits(of: panel)
  }

  /// The title of a panel that could stand in the place of another.
  private func turn(of panel: Panel, _ wordiness: Wordiness) -> Phrase {
    if panel == .alerts, !board.alerts.active.isEmpty {
      return Phrase(
        " \(panel.number) \(panel.title) \(count(of: panel)) ",
        board.alerts.mostUrgent?.role ?? .alertAcknowledged)
    }
    switch wordiness {
    case .full:
      let count = turnCount(of: panel).map { " \($0)" } ?? ""
      return Phrase(" \(panel.number) \(panel.title)\(count) ", .muted)
    case .short, .plain:
      let count = turnCount(of: panel).map { " \($0)" } ?? ""
      return Phrase(" \(panel.number) \(panel.shortTitle)\(count) ", .muted)
    case .numbers: return Phrase(" \(panel.number) ", .muted)
    }
  }

  /// `22`, or `3 of 22` where a filter hides some; nothing where nobody counts.
  private func shownCount(of panel: Panel) -> String? {
    guard let panelView = view.panels[panel], let filter = panelView.filter, !filter.isEmpty else {
      return panel == .numbers ? nil : String(count(of: panel))
    }
    return "\(panelView.rows.count) of \(panelView.unfilteredCount)"
  }

  /// The count of a panel that is not seen, where it says something.
  private func turnCount(of panel: Panel) -> Int? {
    switch panel {
    case .calls, .operators, .surfaces: count(of: panel)
    case .activity, .alerts, .numbers: nil
    }
  }

  /// What the person made of the panel: which rows pass, and by what they are sorted.
  private func habits(of panel: Panel) -> [Phrase] {
    let panelView = view.panels[panel]
    let filter = panelView?.filter.flatMap { $0.isEmpty ? nil : $0.text }
    let sort = panelView?.sort
    return [
      filter.map { Phrase("/\(lettering.shown($0)) ", .match) },
      sort.map { Phrase("by \($0.field.word) \($0.arrow(glyphs)) ", .columnSorted) },
      panelView?.isUrgencyReversed == true ? Phrase("least urgent first ", .columnSorted) : nil,
    ].compactMap(\.self)
  }
}
