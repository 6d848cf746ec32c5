import WallboardBoard
import WallboardEvents
import WallboardScreen

extension Scene {
  /// Words in the place of rows: why there are none, and what would bring some.
  func placeholder(of panel: Panel) -> Placeholder {
    let (headline, explanation) = emptyState(of: panel)
    return Placeholder(headline: headline, explanation: explanation)
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
  func failure(
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
