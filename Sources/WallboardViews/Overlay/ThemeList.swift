import WallboardBoard
import WallboardEvents
import WallboardScreen

/// The list of themes to choose from.
struct ThemeList: RegionMaker {
  let context: FrameContext

  /// The rows of the list that are seen at least, before there is room for anything below it.
  private static let leastListHeight = 3
  private static let nameWidth = 16

  /// The list of themes, and below it what they are to be judged by: the whole screen is drawn in the
  /// theme under the cursor.
  func box(in area: Rect) -> (box: OverlayBox, area: Rect) {
    let width = OverlayFrame.inside(area).width
    let below = [[]] + themeSamples + themeNotes.flatMap { [[]] + lines(of: $0, width: width) }
    let area = OverlayFrame.shrunk(area, toLines: context.themes.count + below.count)
    let height = OverlayFrame.inside(area).height
    let room = height - min(context.themes.count, Self.leastListHeight)
    let footer = below.prefix(max(0, room))
    let visible = max(0, height - footer.count)
    let lastTop = max(0, context.themes.count - visible)
    let top = min(max(0, view.overlayIndex - visible / 2), lastTop)
    let list = context.themes.indices.dropFirst(top).prefix(visible).map(themeLine)
    let gap = [[StyledText]](repeating: [], count: visible - list.count)
    let box = OverlayBox(
      title: "Theme", lines: list + gap + footer,
      list: OverlayList(cursor: view.overlayIndex - top, count: list.count, choice: .open),
      position: lastTop > 0
        ? StyledText(" \(view.overlayIndex + 1) of \(context.themes.count) ", .muted) : .empty)
    return (box, area)
  }

  private func themeLine(_ index: Int) -> [StyledText] {
    let name = context.themes[index]
    let mark = index == view.overlayIndex ? String(glyphs.pointer) : " "
    let width = max(Self.nameWidth, lettering.width(of: name) + 2)
    return [
      StyledText("\(mark) ", .titleFocused),
      StyledText(TextLayout.fitted(lettering.shown(name), to: width), .value),
      StyledText(settings.themes[name] ?? "", .muted),
    ]
  }

  /// What the board is made of, in the roles that matter most.
  private var themeSamples: [[StyledText]] {
    [
      sample(
        "Calls",
        [
          StyledText(" \(glyphs.warning) WAITING 02:31 ", .escalated),
          StyledText("\(glyphs.filledDot) WITH OPERATOR", .withOperator),
          StyledText("\(glyphs.bullet) new", .new), StyledText("live", .live),
          StyledText("ended", .ended),
        ]),
      sample(
        "Judged",
        [
          StyledText("\(glyphs.check) good", .good),
          StyledText("\(glyphs.warning) warning", .warning),
          StyledText("\(glyphs.failure) critical", .critical), StyledText(" alert ", .alert),
          StyledText("acknowledged", .alertAcknowledged),
        ]),
      sample(
        "People",
        [
          StyledText("\(glyphs.filledDot) online", .operatorOnline),
          StyledText("\(glyphs.halfDot) busy", .operatorBusy),
          StyledText("\(glyphs.hollowDot) offline", .operatorOffline),
          StyledText("caller 7F3A", .masked), StyledText("14:03:21", .time),
        ]),
      sample(
        "Words",
        [
          StyledText("caller", .speakerCaller), StyledText("agent", .speakerAgent),
          StyledText("operator", .speakerOperator), StyledText("not final", .provisional),
          StyledText("found", .match), StyledText("\(glyphs.check) tool", .toolSucceeded),
          StyledText("\(glyphs.failure) tool", .toolFailed),
        ]),
    ]
  }

  private func sample(_ label: String, _ phrases: [StyledText]) -> [StyledText] {
    let name = StyledText(TextLayout.fitted("  " + label, to: 10), .label)
    return [name] + phrases.flatMap { [$0, StyledText("  ")] }
  }

  private func lines(of note: StyledText, width: Int) -> [[StyledText]] {
    TextLayout.wrapped(note.text, to: width - 2).map { [StyledText("  " + $0, note.role)] }
  }

  /// What stands between the themes and how they are meant.
  private var themeNotes: [StyledText] {
    var notes: [StyledText] = []
    switch settings.colorDepth {
    case .mono: notes.append(StyledText("Shown without colours: there are none to use.", .notice))
    case .ansi8: notes.append(StyledText("Shown with 8 colours, the nearest ones.", .notice))
    case .ansi16: notes.append(StyledText("Shown with 16 colours, the nearest ones.", .notice))
    case .indexed256, .truecolor: break
    }
    return notes + settings.themeProblems.map { StyledText("Not usable: \($0)", .warning) }
  }
}
