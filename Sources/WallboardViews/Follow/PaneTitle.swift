import WallboardBoard
import WallboardEvents
import WallboardScreen

/// A pane's top border: the call, and where the line between facts and text begins.
struct PaneTitle: Region {
  let frame: PaneFrame
  let role: StyleRole
  let words: [StyledText]

  func draw(in area: Rect, on canvas: inout Canvas) {
    canvas.drawUpperEdge(in: area, role: role)
    canvas.draw(words, in: frame.title)
    guard frame.isSided else { return }
    canvas.fill(
      Rect(columns: frame.divider.columns, rows: area.rows), with: canvas.glyphs.teeTop,
      role: role)
  }
}

struct PaneTitleMaker: RegionMaker {
  let context: FrameContext

  /// Whose call it is, the state of its connection, its length and its id, as far as they fit.
  func title(
    of observation: Observation, _ note: ConnectionNote, isFocused: Bool, hidden: [CallSID],
    width: Int
  ) -> [StyledText] {
    let call = board.calls[observation.callSID]
    let caller = PaneFactsMaker(context: context).callerLabel(observation.facts, call)
    var parts = name(of: observation.callSID, caller, isFocused: isFocused)
    parts.append(spaced(note.state))
    let others = [
      length(of: observation, call).map { StyledText(" \($0) ", .time) },
      caller.map { _ in StyledText(" \(observation.callSID.short) ", .muted) },
    ]
    for other in others.compactMap({ $0 }) where lettering.width(of: parts + [other]) <= width {
      parts.append(other)
    }
    return parts + tabs(hidden, width: width - lettering.width(of: parts))
  }

  /// The title of a call of which nothing was recorded at this moment.
  func title(
    ofUnfollowed callSID: CallSID, isFocused: Bool, hidden: [CallSID], width: Int
  ) -> [StyledText] {
    let caller = StyledText(caller: board.calls[callSID]?.callerID, context.paneDisclosure)
    let parts =
      name(of: callSID, caller, isFocused: isFocused)
      + [StyledText(" \(glyphs.hollowDot) not followed ", .muted)]
    return parts + tabs(hidden, width: width - lettering.width(of: parts))
  }

  /// The mark that its row has in the list, and the caller; the call's id where nobody knows the
  /// caller.
  private func name(
    of callSID: CallSID, _ caller: StyledText?, isFocused: Bool
  ) -> [StyledText] {
    let emphasis: Emphasis = isFocused ? .reverse : []
    let mark = view.followedMark(of: callSID, glyphs).map { " \($0)" } ?? ""
    return [
      StyledText(
        "\(mark) \(caller?.text ?? callSID.short) ", isFocused ? .titleFocused : .title,
        emphasis: emphasis)
    ]
  }

  /// The followed calls without a pane, as tabs, by their marks or their number.
  private func tabs(_ hidden: [CallSID], width: Int) -> [StyledText] {
    let tabs = hidden.map { callSID in
      let caller = StyledText(caller: board.calls[callSID]?.callerID, context.paneDisclosure)
      let mark = view.followedMark(of: callSID, glyphs) ?? ""
      return StyledText(" \(mark) \(caller?.text ?? callSID.short) ", .muted)
    }
    let marks = hidden.compactMap { view.followedMark(of: $0, glyphs) }
      .map { StyledText(" \($0)", .muted) }
    let count = StyledText(" +\(hidden.count) ", .muted)
    return [tabs, marks + [StyledText(" ")]]
      .first { hidden.isEmpty || lettering.width(of: $0) <= width } ?? [count]
  }

  private func spaced(_ phrase: StyledText) -> StyledText {
    phrase.saying(" \(phrase.text) ")
  }

  /// How long the call has lasted; the state of an ended call says it already.
  private func length(of observation: Observation, _ call: Call?) -> String? {
    guard observation.ending == nil, let start = observation.facts.startedAt ?? call?.since else {
      return nil
    }
    return Durations.stopwatch(now.seconds(since: start))
  }
}

extension BoardView {
  /// The place of a followed call's pane among all, from 1; `nil` for a call that is not followed,
  /// and on a wall, which follows one.
  func followedPlace(of callSID: CallSID) -> Int? {
    guard wall == nil else { return nil }
    return panes.firstIndex { $0.callSID == callSID }.map { $0 + 1 }
  }

  /// The sign that ties a followed call's pane to its row, such as `◆1`.
  fileprivate func followedMark(of callSID: CallSID, _ glyphs: GlyphSet) -> String? {
    followedPlace(of: callSID).map { "\(glyphs.diamond)\($0)" }
  }
}
