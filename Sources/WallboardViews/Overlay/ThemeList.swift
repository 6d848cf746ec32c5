import WallboardBoard
import WallboardEvents
import WallboardScreen

struct ThemeList: RegionMaker {
  let context: FrameContext

  /// The rows that the list has before there is room for anything below it.
  private static let leastListHeight = 3
  private static let nameWidth = 16

  /// The list of themes, and samples below it. The whole screen is drawn in the theme under the
  /// cursor.
  func box(in area: Rect) -> (box: OverlayBox, area: Rect) {
    let width = OverlayFrame.inside(area).width
    let below = [[]] + samples + notes.flatMap { [[]] + lines(of: $0, width: width) }
    let area = OverlayFrame.shrunk(area, toLines: context.themes.count + below.count)
    let height = OverlayFrame.inside(area).height
    let room = height - min(context.themes.count, Self.leastListHeight)
    let footer = below.prefix(max(0, room))
    let visible = max(0, height - footer.count)
    let window = ScrollWindow(
      around: view.overlayIndex, height: visible, count: context.themes.count)
    let list = window.visible(of: Array(context.themes.indices)).map(line)
    let gap = [[StyledText]](repeating: [], count: visible - list.count)
    let box = OverlayBox(
      title: "Theme", lines: list + gap + footer,
      list: OverlayList(cursor: view.overlayIndex - window.top, count: list.count, choice: .open),
      position: context.themes.count > visible
        ? StyledText(" \(view.overlayIndex + 1) of \(context.themes.count) ", .muted) : .empty)
    return (box, area)
  }

  private func line(_ index: Int) -> [StyledText] {
    let name = context.themes[index]
    let mark = index == view.overlayIndex ? String(glyphs.pointer) : " "
    let width = max(Self.nameWidth, lettering.width(of: name) + 2)
    return [
      StyledText("\(mark) ", .titleFocused),
      StyledText(TextLayout.fitted(lettering.shown(name), to: width), .value),
      StyledText(settings.themes[name] ?? "", .muted),
    ]
  }

  /// Samples of the most important styles.
  private var samples: [[StyledText]] {
    [
      sample(
        "Calls",
        [
          StyledText(" \(glyphs.waiting) WAITING 00:12 ", .waiting),
          StyledText(" \(glyphs.critical) WAITING 02:31 ", .alert),
          StyledText("\(glyphs.filledDot) WITH OPERATOR", .withOperator),
          StyledText("\(glyphs.bullet) new", .new), StyledText("live", .live),
          StyledText("ended", .ended),
        ]),
      sample(
        "Judged",
        [
          StyledText("\(glyphs.check) good", .good),
          StyledText("\(glyphs.warning) warning", .warning),
          StyledText("\(glyphs.critical) critical", .critical), StyledText(" alert ", .alert),
          StyledText("acknowledged", .alertAcknowledged),
        ]),
      sample(
        "People",
        [
          StyledText("\(glyphs.filledDot) available", .operatorOnline),
          StyledText("\(glyphs.halfDot) busy", .operatorBusy),
          StyledText("\(glyphs.hollowDot) offline", .operatorOffline),
          StyledText("caller 7F3A", .masked), StyledText("14:03:21", .time),
        ]),
      sample(
        "Words",
        [
          StyledText("caller", .speakerCaller), StyledText("AI", .speakerAgent),
          StyledText("operator", .speakerOperator), StyledText("not final", .provisional),
          StyledText("found", .match), StyledText("here", .matchCurrent),
          StyledText("\(glyphs.check) tool", .toolSucceeded),
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

  /// Why themes may not look as they should.
  private var notes: [StyledText] {
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
