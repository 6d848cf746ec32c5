import WallboardBoard
import WallboardEvents
import WallboardScreen

/// Makes a panel: its border, and its rows or a placeholder.
struct PanelMaker: RegionMaker {
  let context: FrameContext
  let panel: Panel
  let content: any PanelContent

  init(context: FrameContext, panel: Panel) {
    self.context = context
    self.panel = panel
    content = panel.content.init(context: context)
  }

  /// Adds the regions of the panel. `tabs` are the panels that share its place.
  func add(in area: Rect, tabs: [Panel], to plan: inout FramePlan) {
    let frame = PanelFrame(area)
    addBorder(in: frame, tabs: tabs, to: &plan)
    // Old data must not look live. The border stays as it is: it is no data.
    let veil: FramePlan.Veil? = freshness.isCurrent ? nil : .stale
    if isEmpty {
      plan.add(Blank(), in: .columnTitles(panel), frame.columnTitles, veil)
      plan.add(placeholder, in: .line(panel, 0), frame.rows, veil)
    } else {
      let maker = TableMaker(context: context, panel: panel, frame: frame)
      content.addTable(by: maker, veil, to: &plan)
    }
    addFooter(in: frame, to: &plan)
  }

  /// The lower border, once the rows are there whose signs it may explain.
  private func addFooter(in frame: PanelFrame, to plan: inout FramePlan) {
    var footer = footer(border, in: frame)
    if view.showsLegend { footer.legend = Legend(plan.signs(of: panel, glyphs)) }
    plan.add(footer, in: .footer(panel), frame.footer)
  }

  private var border: StyleRole { hasFocus ? .borderFocused : .border }

  private func addBorder(in frame: PanelFrame, tabs: [Panel], to plan: inout FramePlan) {
    let role = border
    let heading = PanelHeadingMaker(maker: self)
      .heading(role, tabs: tabs, width: frame.title.width)
    plan.add(heading, in: .heading(panel), frame.heading)
    plan.add(PanelSide(border: role), in: .side(panel, .left), frame.side(.left))
    plan.add(PanelSide(border: role), in: .side(panel, .right), frame.side(.right))
  }

  /// Whether keys act on the panel; below an overlay they act on none.
  var hasFocus: Bool {
    panel == view.focus && view.focusedPane == nil && view.overlay == nil
  }

  private var isEmpty: Bool { view.panels[panel]?.rows.isEmpty ?? true }

  private var sources: [SnapshotSource] { panel.content.sources }

  /// A failed read, and which rows are visible.
  private func footer(_ border: StyleRole, in frame: PanelFrame) -> BorderFooter {
    var note = StyledText.empty
    if !isEmpty, let failure {
      let words = "\(failure.source.title) not loaded, \(failure.again): \(failure.reason)"
      note = StyledText(" \(glyphs.warning) \(words) ", .warning)
    }
    let panelView = view.panels[panel]
    let window = ScrollWindow(
      top: panelView?.top ?? 0, height: frame.rows.height, count: panelView?.rows.count ?? 0)
    let needs = NeedNote.notes(
      of: panelView?.needy ?? [], in: panel, outside: window.range,
      waits: context.waitSeverity, glyphs)
    return BorderFooter(border: border, needs: needs, left: note, right: window.position)
  }

  /// Why there are no rows, and what would bring some.
  private var placeholder: Placeholder {
    if let panelView = view.panels[panel], let filter = panelView.filter, !filter.isEmpty,
      panelView.unfilteredCount > 0
    {
      return Placeholder(
        headline: StyledText("Nothing passes the filter \(lettering.shown(filter.text))"),
        explanation:
          "\(panelView.unfilteredCount.counted("row is", "rows are")) hidden: Esc clears it.")
    }
    if let failure {
      let words = "\(failure.source.title) could not be loaded, \(failure.again)"
      return Placeholder(headline: StyledText(words, .warning), explanation: failure.reason)
    }
    let emptyExplanation = panel.content.emptyExplanation
    if !board.connection.wasOpen, !isRead {
      let advice = ConnectionNoteMaker(context: context).advice
      return Placeholder(
        headline: StyledText("Not connected yet", .muted), explanation: advice ?? emptyExplanation)
    }
    if sources.contains(where: { board.reads[$0]?.isFirstRead == true }) {
      return Placeholder(headline: StyledText("Loading \(panel.title.lowercased())…", .muted))
    }
    return Placeholder(
      headline: StyledText(panel.content.emptyTitle, .muted), explanation: emptyExplanation)
  }

  /// Whether all of the panel was read.
  private var isRead: Bool {
    !sources.isEmpty && sources.allSatisfy { board.reads[$0]?.succeededAt != nil }
  }

  /// The first failed read of the panel: why it failed, and when it is tried again.
  private var failure: (source: SnapshotSource, reason: String, again: String)? {
    for source in sources {
      guard case .failed(let reason, let retryAt) = board.reads[source]?.outcome else { continue }
      return (
        source, reason.string,
        retryAt.map(again) ?? (isReplay ? "not tried again" : "r loads them again")
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

  var hasFailed: Bool {
    if case .failed = outcome { true } else { false }
  }
}

extension SnapshotSource {
  /// What a read brings, as the subject of a sentence.
  var title: String { things.capitalizedFirst }
}

/// Makes the table of a panel: the titles of its columns, and the visible rows.
struct TableMaker: RegionMaker {
  let context: FrameContext
  let panel: Panel
  let frame: PanelFrame

  /// The columns that fit, as the user chose them.
  private func columnLayout<Row: TableRow>(_ panelView: PanelView) -> ColumnLayout<Row> {
    // The margin on the left is the pointer's, and a column on the right stays free.
    let start = min(frame.rows.columns.lowerBound + 2, frame.rows.columns.upperBound)
    let range = start..<max(start, frame.rows.columns.upperBound - 1)
    let columns = panelView.columns(Row.columns(in: frame.rows.width), of: panel)
    return ColumnLayout(disclosure.identifiers ? columns.map(\.revealed) : columns, in: range)
  }

  /// The fields whose columns fit.
  var fieldsWithRoom: Set<Field> { fieldsWithRoom(of: panel.content) }

  private func fieldsWithRoom<Content: PanelContent>(of content: Content.Type) -> Set<Field> {
    guard let panelView = view.panels[panel] else { return [] }
    let layout: ColumnLayout<Content.Row> = columnLayout(panelView)
    return Set(layout.fields.map(\.column.field))
  }

  func add<Content: PanelContent>(
    _ content: Content, _ veil: FramePlan.Veil?, to plan: inout FramePlan
  ) {
    guard let panelView = view.panels[panel] else { return }
    let layout: ColumnLayout<Content.Row> = columnLayout(panelView)
    let titles = ColumnTitles(panel: panel, layout: layout, sort: panelView.sort)
    plan.add(titles, in: .columnTitles(panel), frame.columnTitles, veil)
    let typed = typedWords
    for index in 0..<frame.rows.height {
      let number = panelView.top + index
      var line = TableLine<Content.Row>(row: nil, panel: panel, layout: layout)
      if panelView.rows.indices.contains(number) {
        let id = panelView.rows[number]
        line = TableLine(
          row: content.row(id), panel: panel, id: id, layout: layout,
          marks: marks(of: id, isCurrent: number == panelView.index),
          typed: typed)
      }
      plan.add(line, in: .line(panel, index), frame.rows.row(index), veil)
    }
  }

  private func marks(of row: RowID, isCurrent: Bool) -> LineMarks {
    LineMarks(
      recent: recentMark(of: row),
      isSelected: isCurrent && panel == view.focus && view.focusedPane == nil,
      followedPlace: followedPlace(of: row))
  }

  private func followedPlace(of row: RowID) -> Int? {
    guard case .call(let callSID) = row else { return nil }
    return view.followedPlace(of: callSID)
  }

  /// The words of the filter that is being typed for the panel.
  private var typedWords: [String]? {
    guard let prompt = view.prompt, prompt.purpose == .filter(panel) else { return nil }
    let words = Filter.soughtWords(in: prompt.text)
    return words.isEmpty ? nil : words
  }

  private func recentMark(of row: RowID) -> RecentMark? {
    switch board.mark(of: row) {
    case .new: .new
    case .changed: .changed
    case .ended: .ended(well: endedWell(row))
    case nil: nil
    }
  }

  private func endedWell(_ row: RowID) -> Bool? {
    guard case .call(let id) = row else { return nil }
    return board.departed.look(at: id) { $0.ending.reason?.isGoodEnd } ?? nil
  }
}

extension GlyphSet {
  /// The mark of what ended well. In ASCII a check is `+`, which marks what is new.
  var wellEnded: Character { check == "+" ? "-" : check }
}

extension OpenEnum<CompletionReason> {
  /// Whether the call ended well; `nil` where that cannot be told.
  fileprivate var isGoodEnd: Bool? {
    switch self {
    case .known(.abandoned), .known(.timeout), .known(.error), .known(.cancelled),
      .known(.noAnswer), .known(.noInboundAudio):
      false
    case .known(.completed), .known(.escalated), .known(.transferred), .known(.voicemail),
      .known(.forwarded), .known(.callerHangup), .known(.terminalState),
      .known(.warmTransferCompleted):
      true
    case .other: nil
    }
  }
}
