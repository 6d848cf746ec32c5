import WallboardBoard
import WallboardEvents
import WallboardScreen

extension Scene {
  /// The bottom border says what is missing in the panel, and which of its rows are seen.
  func drawFooter(of panel: Panel, in frame: PanelFrame, on canvas: inout Canvas) {
    var line = frame.footer
    if let position = position(in: panel, height: frame.rows.height) {
      let phrase = Phrase(" \(position) ", .muted)
      draw(
        phrase, in: line.cut(lettering.width(of: phrase.text), from: .right), on: &canvas)
    }
    guard !isEmpty(panel), let failure = failure(of: panel) else { return }
    let note = "\(failure.source.title) not read, \(failure.again): \(failure.reason)"
    draw(Phrase(" \(glyphs.warning) \(note) ", .warning), in: line, on: &canvas)
  }

  private func position(in panel: Panel, height: Int) -> String? {
    guard let panelView = view.panels[panel], panelView.rows.count > height, height > 0 else {
      return nil
    }
    let last = min(panelView.top + height, panelView.rows.count)
    return "\(panelView.top + 1)–\(last) of \(panelView.rows.count)"
  }

  /// Words in the place of rows: why there are none, and what would bring some.
  func drawEmptyState(of panel: Panel, in area: Rect, on canvas: inout Canvas) {
    let (headline, explanation) = emptyState(of: panel)
    // What a filter hides may change within a second.
    canvas.clear(area)
    let top = max(0, (area.height - 2) / 3)
    draw(headline, in: area.row(top), alignment: .center, on: &canvas)
    // A reason is read to its end: here is room for what the header has to cut.
    let lines = TextLayout.wrapped(TextSafety.clean(explanation).text, to: area.width - 4)
    for (index, line) in lines.prefix(max(0, area.height - top - 1)).enumerated() {
      let row = area.row(top + 1 + index)
      draw(Phrase(line, .muted), in: row, alignment: .center, on: &canvas)
    }
  }

  private func emptyState(of panel: Panel) -> (Phrase, String) {
    if let panelView = view.panels[panel], let filter = panelView.filter, !filter.isEmpty,
      panelView.unfilteredCount > 0
    {
      let title = "Nothing passes the filter \(lettering.shown(filter.text))"
      return (Phrase(title, .text), "\(panelView.unfilteredCount) are hidden: Esc clears it.")
    }
    if let failure = failure(of: panel) {
      let title = "\(failure.source.title) could not be read, \(failure.again)"
      return (Phrase(title, .warning), failure.reason)
    }
    if !board.connection.wasOpen, !isRead(panel) {
      return (Phrase("Not connected yet", .muted), connectionAdvice ?? panel.promise)
    }
    if panel.sources.contains(where: { board.reads[$0]?.isFirstRead == true }) {
      return (Phrase("Reading \(panel.title.lowercased())…", .muted), "")
    }
    return (Phrase(panel.emptyTitle, .muted), panel.promise)
  }

  /// Whether reads have told all that is in the panel.
  private func isRead(_ panel: Panel) -> Bool {
    !panel.sources.isEmpty
      && panel.sources.allSatisfy { board.reads[$0]?.succeededAt != nil }
  }

  /// The first failed read of the panel, why it failed and when it is made again.
  private func failure(
    of panel: Panel
  ) -> (source: SnapshotSource, reason: String, again: String)? {
    for source in panel.sources {
      guard case .failed(let reason, let retryAt) = board.reads[source]?.outcome else { continue }
      return (
        source, reason.string,
        retryAt.map(again) ?? (isReplay ? "not tried again" : "r reads again")
      )
    }
    return nil
  }

  private func again(at time: Timestamp) -> String {
    let seconds = time.seconds(since: live.now)
    return seconds < 60 ? "again within 1m" : "again in \((seconds + 59) / 60)m"
  }
}

extension ReadStatus {
  /// Whether it is under way and none has succeeded yet.
  var isFirstRead: Bool { isReading && succeededAt == nil }
}

extension Panel {
  fileprivate var emptyTitle: String {
    switch self {
    case .calls: "No live calls"
    case .operators: "No operators"
    case .surfaces: "No open surfaces"
    case .activity: "Nothing has happened yet"
    case .alerts: "No alerts"
    case .numbers: "No numbers"
    }
  }

  /// What would stand in an empty panel.
  fileprivate var promise: String {
    switch self {
    case .calls: "A call stands here from its first ring to its end."
    case .operators: "Operators stand here once they are registered."
    case .surfaces: "A form stands here once it is made for a patient."
    case .activity: "Every event of the workspace stands here, the newest first."
    case .alerts:
      "What goes past its threshold stands here until it is over, and after that as history."
    case .numbers: "The numbers of the board stand here with their targets."
    }
  }
}
