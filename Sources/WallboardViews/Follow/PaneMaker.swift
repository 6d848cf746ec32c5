import DequeModule
import OrderedCollections
import WallboardBoard
import WallboardEvents
import WallboardScreen

/// Makes the panes of followed calls.
struct PaneMaker: RegionMaker {
  let context: FrameContext

  private var notes: ObserverNoteMaker { ObserverNoteMaker(context: context) }

  /// Where the visible panes are scrolled to, after the moves that were asked for.
  func positions(
    size: Size, caches: inout [CallSID: EntryCache]
  ) -> [CallSID: PanePosition] {
    var positions: [CallSID: PanePosition] = [:]
    for (index, area) in DashboardLayout(size: size, view: view).panes {
      let pane = view.panes[index]
      guard let observation = observation(of: pane.callSID) else { continue }
      let frame = frame(of: observation, in: area)
      let reader = PaneReader(
        context, pane, observation, width: frame.textWidth,
        cache: caches.removeValue(forKey: pane.callSID) ?? EntryCache())
      var scroll = PaneScroll(pane.position, height: frame.text.height, reader: reader)
      scroll.make(pane.moves)
      positions[pane.callSID] = scroll.position
      caches[pane.callSID] = scroll.reader.cache
    }
    return positions
  }

  /// Adds the pane of a followed call.
  func add(
    _ index: Int, in area: Rect, _ layout: DashboardLayout, _ veil: FramePlan.Veil? = nil,
    caches: inout [CallSID: EntryCache],
    to plan: inout FramePlan
  ) {
    let pane = view.panes[index]
    let hidden = index == layout.panes.keys.last ? layout.hiddenPanes(of: view) : []
    guard let observation = observation(of: pane.callSID) else {
      return addUnfollowedPane(index, in: area, hidden: hidden, veil, to: &plan)
    }
    let frame = frame(of: observation, in: area)
    var reader = PaneReader(
      context, pane, observation, width: frame.textWidth,
      cache: caches.removeValue(forKey: pane.callSID) ?? EntryCache())
    let rows = reader.rows(at: pane.position, height: frame.text.height)
    let tally = reader.isSearching ? reader.tally(at: pane.position.cursor) : MatchTally()
    caches[pane.callSID] = reader.cache
    let note = notes.note(of: observation)
    let title = PaneTitleMaker(context: context).title(
      of: observation, note, isFocused: isFocused(index), hidden: hidden, width: frame.title.width)
    let role = addBorder(frame, title, of: index, veil, to: &plan)
    let facts = PaneFactsMaker(context: context).facts(of: observation)
    let (lines, column) = (PaneFactLines(facts: facts), PaneFactColumn(facts: facts))
    plan.add(lines, in: .paneFacts(index), frame.facts, veil)
    plan.add(column, in: .paneSide(index), frame.side, veil)
    var footer = BorderFooter(
      border: role,
      left: pane.query.isEmpty ? density : search(pane.query, tally),
      right: news(of: observation, pane))
    if view.showsLegend {
      let above = frame.isSided ? column.signs(glyphs) : lines.signs(glyphs)
      footer.legend = Legend(above + rows.flatMap { $0.signs(glyphs) })
    }
    plan.add(footer, in: .paneFooter(index), frame.footer, veil)
    plan.add(
      PaneStatus(words: note.detail.map { StyledText($0, note.state.role) } ?? .empty),
      in: .paneStatus(index), frame.status, veil)
    if isSilent(observation) {
      plan.add(notes.placeholder(for: observation), in: .paneLine(index, 0), frame.text, veil)
    } else {
      add(rows, in: frame, of: index, veil, to: &plan)
    }
  }

  /// - Returns: The role of the border.
  @discardableResult
  private func addBorder(
    _ frame: PaneFrame, _ title: [StyledText], of pane: Int, _ veil: FramePlan.Veil?,
    to plan: inout FramePlan
  ) -> StyleRole {
    let role: StyleRole = isFocused(pane) ? .borderFocused : .border
    plan.add(PaneBorder(frame: frame, role: role), in: .paneBorder(pane), frame.area, veil)
    plan.add(
      PaneTitle(frame: frame, role: role, words: title), in: .paneTitle(pane), frame.heading, veil)
    return role
  }

  private func add(
    _ rows: [PaneRow], in frame: PaneFrame, of pane: Int, _ veil: FramePlan.Veil?,
    to plan: inout FramePlan
  ) {
    for index in 0..<frame.text.height {
      let (slot, line) = (FramePlan.Slot.paneLine(pane, index), frame.text.row(index))
      if index < rows.count {
        plan.add(rows[index], in: slot, line, veil)
      } else {
        plan.add(Blank(), in: slot, line, veil)
      }
    }
  }

  /// Adds the pane of a call that was not followed at this moment of the recording. On a live
  /// board, every pane has a followed call.
  private func addUnfollowedPane(
    _ index: Int, in area: Rect, hidden: [CallSID], _ veil: FramePlan.Veil?,
    to plan: inout FramePlan
  ) {
    let frame = PaneFrame(area, hasStatus: false)
    let title = PaneTitleMaker(context: context).title(
      ofUnfollowed: view.panes[index].callSID, isFocused: isFocused(index), hidden: hidden,
      width: frame.title.width)
    addBorder(frame, title, of: index, veil, to: &plan)
    plan.add(
      Placeholder(
        headline: StyledText("Not followed at this moment of the recording"),
        explanation: "What is said appears here from the moment when somebody followed the call."),
      in: .paneLine(index, 0), frame.text, veil)
  }

  private func frame(of observation: Observation, in area: Rect) -> PaneFrame {
    PaneFrame(
      area, hasStatus: !isSilent(observation) && notes.note(of: observation).detail != nil)
  }

  /// Whether there is nothing to show of what was said and done.
  private func isSilent(_ observation: Observation) -> Bool {
    observation.timeline.newest(at: view.density) == nil
  }

  private func isFocused(_ index: Int) -> Bool {
    index == view.focusedPane && view.overlay == nil
  }

  /// How much is shown; on a wall nobody can choose that.
  private var density: StyledText {
    guard view.wall == nil else { return .empty }
    switch view.density {
    case .words: return StyledText(" words only ", .info)
    case .normal: return StyledText(" normal ", .muted)
    case .everything: return StyledText(" everything ", .info)
    }
  }

  /// The query, and what it has found: a search looks through what is shown.
  private func search(_ query: String, _ tally: MatchTally) -> StyledText {
    let hidden = tally.hidden > 0 ? ", \(tally.hidden) hidden" : ""
    guard tally.shown > 0 else {
      return StyledText(" /\(query): no match\(hidden.isEmpty ? "" : " shown")\(hidden) ", .notice)
    }
    let count = tally.current.map { "\($0) of \(tally.shown)" } ?? "\(tally.shown) found"
    return StyledText(" /\(query)  \(count)\(hidden) ", .match)
  }

  private func news(of observation: Observation, _ pane: FollowPane) -> StyledText {
    guard !pane.position.isAtTail else { return .empty }
    let count = pane.firstUnseen.map { observation.timeline.count(from: $0, at: view.density) } ?? 0
    return count > 0
      ? StyledText(" \(count) new — G resumes ", .new)
      : StyledText(" scrolled up — G resumes ", .muted)
  }

  /// The text of an entry for copying, without line wraps.
  func text(ofEntry number: EntryNumber, in callSID: CallSID) -> String? {
    guard let observation = observation(of: callSID), let entry = observation.timeline[number]
    else { return nil }
    let pane = view.panes.first { $0.callSID == callSID }
    let writer = EntryWriter(context, observation, width: Limits.longTextLength + 100)
    let isUnfolded = pane?.unfolded.contains(number) == true
    let lines = writer.lines(of: entry, isUnfolded: isUnfolded)
    let texts = lines.enumerated().map { index, line in
      // A line without a lead is a rule across the pane, with its words in the middle.
      let body = line.lead.isEmpty ? line.body.dropFirst().dropLast() : line.body[...]
      let lead = index == 0 ? line.lead.map(\.text.withoutMargins).filter { !$0.isEmpty } : []
      return (lead + [body.map(\.text).joined()]).joined(separator: " ")
    }
    return texts.map { TextSafety.clean($0, limit: Limits.longTextLength + 100).text }
      .joined(separator: "\n")
  }
}

extension DashboardLayout {
  /// The followed calls that there is no room for.
  fileprivate func hiddenPanes(of view: BoardView) -> [CallSID] {
    view.panes.indices.filter { panes[$0] == nil }.map { view.panes[$0].callSID }
  }
}
