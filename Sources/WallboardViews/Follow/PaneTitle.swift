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

  /// The call, the state of its connection, its length and the caller, as far as they fit.
  func title(
    of observation: Observation, _ note: ConnectionNote, isFocused: Bool, hidden: [CallSID],
    width: Int
  ) -> [StyledText] {
    let call = board.calls[observation.callSID]
    var parts = [name(of: observation.callSID, isFocused: isFocused), spaced(note.state)]
    let others = [
      length(of: observation, call).map { StyledText(" \($0) ", .time) },
      PaneFactsMaker(context: context).callerLabel(observation.facts, call).map(spaced),
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
    let parts = [
      name(of: callSID, isFocused: isFocused),
      StyledText(" \(glyphs.hollowDot) not followed ", .muted),
    ]
    return parts + tabs(hidden, width: width - lettering.width(of: parts))
  }

  private func name(of callSID: CallSID, isFocused: Bool) -> StyledText {
    StyledText(
      " \(callSID.short) ", isFocused ? .titleFocused : .title,
      emphasis: isFocused ? .reverse : [])
  }

  /// The followed calls without a pane, as tabs, or their number.
  private func tabs(_ hidden: [CallSID], width: Int) -> [StyledText] {
    let tabs = hidden.map { StyledText(" \($0.short) ", .muted) }
    let count = StyledText(" +\(hidden.count) ", .muted)
    return hidden.isEmpty || lettering.width(of: tabs) <= width ? tabs : [count]
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
