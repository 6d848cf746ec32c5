import WallboardBoard
import WallboardEvents
import WallboardScreen

/// Makes the titles of panes.
struct PaneTitleMaker: RegionMaker {
  let context: FrameContext

  /// Which call it is, how its feed stands, how long it lasts and who calls: as much as fits.
  func title(
    of observation: Observation, _ note: ObserverNote, isFocused: Bool, hidden: [CallSID],
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

  /// The same of a call of which nothing was recorded at this moment.
  func title(
    ofUnheard callSID: CallSID, isFocused: Bool, hidden: [CallSID], width: Int
  ) -> [StyledText] {
    let parts = [
      name(of: callSID, isFocused: isFocused),
      StyledText(" \(glyphs.hollowDot) not followed ", .muted),
    ]
    return parts + tabs(hidden, width: width - lettering.width(of: parts))
  }

  func name(of callSID: CallSID, isFocused: Bool) -> StyledText {
    StyledText(
      " \(callSID.short) ", isFocused ? .titleFocused : .title,
      emphasis: isFocused ? .reverse : [])
  }

  /// The calls that there is no room for, as tabs, or how many they are.
  private func tabs(_ hidden: [CallSID], width: Int) -> [StyledText] {
    let tabs = hidden.map { StyledText(" \($0.short) ", .muted) }
    let count = StyledText(" +\(hidden.count) ", .muted)
    return hidden.isEmpty || lettering.width(of: tabs) <= width ? tabs : [count]
  }

  private func spaced(_ phrase: StyledText) -> StyledText {
    var phrase = phrase
    phrase.text = " \(phrase.text) "
    return phrase
  }

  /// How long the call lasts; one that ended says it elsewhere.
  private func length(of observation: Observation, _ call: Call?) -> String? {
    guard observation.ending == nil, let start = observation.facts.startedAt ?? call?.since else {
      return nil
    }
    return Durations.stopwatch(now.seconds(since: start))
  }
}
