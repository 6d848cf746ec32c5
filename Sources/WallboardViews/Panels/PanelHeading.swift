import WallboardBoard
import WallboardEvents
import WallboardScreen

/// A panel's top border with its titles.
struct PanelHeading: Region {
  let border: StyleRole
  /// The titles of the panels that share this place, one of which is visible.
  var tabs: [PanelTab]
  /// How up to date the rows are; empty where there is no room.
  var freshness: StyledText

  /// The columns that the titles take, each with a piece of border behind it.
  fileprivate func width(_ lettering: Lettering) -> Int {
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
  let words: [StyledText]
}

/// How much titles say, from all to the least.
private enum Wordiness: CaseIterable {
  case full
  /// The hidden panels have short names.
  case short
  /// The same, and the visible panel says no more than its count.
  case plain
  /// Only the visible panel has a name, and those that need attention.
  case numbers
  /// Only the visible panel has a name.
  case bare
}

/// Makes the top border of a panel.
struct PanelHeadingMaker: RegionMaker {
  let maker: PanelMaker

  var context: FrameContext { maker.context }

  /// The heading with as many words as fit.
  func heading(_ border: StyleRole, tabs: [Panel], width: Int) -> PanelHeading {
    var heading = PanelHeading(border: border, tabs: [], freshness: panelFreshness)
    let freshnessWidth = lettering.width(of: heading.freshness.text)
    let concern = maker.content.concern
    for wordiness in Wordiness.allCases {
      heading.tabs = tabs.map { tab($0, concern, wordiness) }
      let titleWidth = heading.width(lettering)
      if titleWidth + freshnessWidth <= width { return heading }
      // The header says `live` too; the names of hidden panels say more.
      guard wordiness == .plain, freshness.isCurrent, titleWidth <= width else { continue }
      return PanelHeading(border: border, tabs: heading.tabs, freshness: .empty)
    }
    heading.freshness = .empty
    return heading
  }

  private func tab(_ tab: Panel, _ concern: StyledText?, _ wordiness: Wordiness) -> PanelTab {
    PanelTab(
      panel: tab,
      words: tab == maker.panel ? shownTitle(concern, wordiness) : [hiddenTitle(of: tab, wordiness)]
    )
  }

  /// The title of the visible panel: its name, its count and its concern.
  private func shownTitle(_ concern: StyledText?, _ wordiness: Wordiness) -> [StyledText] {
    let count = shownCount.map { " \($0)" } ?? ""
    let name = StyledText(
      " \(maker.panel.number) \(maker.panel.title)\(count) ",
      maker.hasFocus ? .titleFocused : .title, emphasis: maker.hasFocus ? .reverse : [])
    let isTold = wordiness == .full || wordiness == .short
    let told = isTold ? concern : nil
    let separated = told.map { [StyledText("\(glyphs.separator) ", .muted), $0] } ?? []
    return [name] + separated + filterAndSort
  }

  /// The title of a hidden panel.
  private func hiddenTitle(of hidden: Panel, _ wordiness: Wordiness) -> StyledText {
    let content = hidden.content.init(context: context)
    let number = " \(hidden.number) "
    let count = content.count.map { " \($0)" } ?? ""
    if let urgency = content.urgency {
      guard wordiness != .bare else { return StyledText(number, urgency) }
      return StyledText("\(number)\(hidden.title)\(count) ", urgency)
    }
    let told = hidden.content.isCountedWhileHidden ? count : ""
    switch wordiness {
    case .full: return StyledText("\(number)\(hidden.title)\(told) ", .muted)
    case .short, .plain: return StyledText("\(number)\(hidden.content.shortTitle)\(told) ", .muted)
    case .numbers, .bare: return StyledText(number, .muted)
    }
  }

  /// `22`, or `3 of 22` with a filter; `nil` if the panel has no count.
  private var shownCount: String? {
    guard let panelView = view.panels[maker.panel], let filter = panelView.filter, !filter.isEmpty
    else { return maker.content.count.map { String($0) } }
    return "\(panelView.rows.count) of \(panelView.unfilteredCount)"
  }

  /// The filter and the order that the user chose.
  private var filterAndSort: [StyledText] {
    let panelView = view.panels[maker.panel]
    let filter = panelView?.filter.flatMap { $0.isEmpty ? nil : $0.text }
    let sort = panelView?.sort
    return [
      filter.map { StyledText("/\(lettering.shown($0)) ", .match) },
      sort.map { StyledText("by \($0.field.word) \($0.arrow(glyphs)) ", .columnSorted) },
      panelView?.isUrgencyReversed == true ? StyledText("least urgent first ", .columnSorted) : nil,
    ].compactMap(\.self)
  }

  /// Whether the panel's rows are up to date.
  private var panelFreshness: StyledText {
    let sources = maker.panel.content.sources
    guard !isHeld else { return StyledText(" paused ", .notice) }
    switch freshness {
    case .live, .quiet: return freshness(of: sources)
    case .silent(let seconds): return stale(for: seconds)
    case .disconnected:
      if live.connection.isReadAlone, !sources.isEmpty { return age(of: sources) }
      return live.age.map(stale) ?? StyledText(" not loaded ", .muted)
    }
  }

  private func stale(for seconds: Int64) -> StyledText {
    StyledText(" stale \(Durations.stopwatch(seconds)) ", .connectionStale)
  }

  /// The age of the oldest read, while there are no events.
  private func age(of sources: [SnapshotSource]) -> StyledText {
    let times = sources.map { board.reads[$0]?.succeededAt }
    guard let oldest = times.compactMap(\.self).min(), !times.contains(nil) else {
      return StyledText(" not loaded ", .warning)
    }
    return StyledText(
      " \(HeaderMaker(context: context).readWords(now.seconds(since: oldest))) ", .connectionStale)
  }

  /// Events keep the rows live once they were read. The worst read speaks for all.
  private func freshness(of sources: [SnapshotSource]) -> StyledText {
    let reads = sources.compactMap { board.reads[$0] }
    let failed = reads.filter(\.hasFailed)
    if failed.contains(where: { $0.succeededAt == nil }) {
      return StyledText(" not loaded ", .warning)
    }
    if let oldest = failed.compactMap(\.succeededAt).min() {
      return StyledText(" loaded \(Durations.coarse(now.seconds(since: oldest))) ago ", .warning)
    }
    if reads.contains(where: \.isFirstRead) { return StyledText(" loading… ", .muted) }
    let succeeded = reads.filter { $0.succeededAt != nil }
    // The header says since when nothing was received.
    if case .quiet = freshness { return .empty }
    let fresh = isReplay ? " recorded " : " live "
    return StyledText(succeeded.count == sources.count ? fresh : " not loaded ", .muted)
  }
}
