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
    let gap = [[Phrase]](repeating: [], count: visible - list.count)
    let box = OverlayBox(
      title: "Theme", lines: list + gap + footer,
      list: OverlayList(cursor: view.overlayIndex - window.top, count: list.count, choice: .open),
      position: context.themes.count > visible
        ? Phrase(" \(view.overlayIndex + 1) of \(context.themes.count) ", .muted) : .empty)
    return (box, area)
  }

  private func line(_ index: Int) -> [Phrase] {
    let name = context.themes[index]
    let mark = index == view.overlayIndex ? String(glyphs.pointer) : " "
    let width = max(Self.nameWidth, lettering.width(of: name) + 2)
    return [
      Phrase("\(mark) ", .titleFocused),
      Phrase(TextLayout.fitted(lettering.shown(name), to: width), .value),
      Phrase(settings.themes[name] ?? "", .muted),
    ]
  }

  /// Samples of the most important styles.
  private var samples: [[Phrase]] {
    [
      sample(
        "Calls",
        [
          Phrase(" \(glyphs.warning) WAITING 02:31 ", .escalated),
          Phrase("\(glyphs.filledDot) WITH OPERATOR", .withOperator),
          Phrase("\(glyphs.bullet) new", .new), Phrase("live", .live), Phrase("ended", .ended),
        ]),
      sample(
        "Judged",
        [
          Phrase("\(glyphs.check) good", .good), Phrase("\(glyphs.warning) warning", .warning),
          Phrase("\(glyphs.failure) critical", .critical), Phrase(" alert ", .alert),
          Phrase("acknowledged", .alertAcknowledged),
        ]),
      sample(
        "People",
        [
          Phrase("\(glyphs.filledDot) online", .operatorOnline),
          Phrase("\(glyphs.halfDot) busy", .operatorBusy),
          Phrase("\(glyphs.hollowDot) offline", .operatorOffline),
          Phrase("caller 7F3A", .masked), Phrase("14:03:21", .time),
        ]),
      sample(
        "Words",
        [
          Phrase("caller", .speakerCaller), Phrase("agent", .speakerAgent),
          Phrase("operator", .speakerOperator), Phrase("not final", .provisional),
          Phrase("found", .match), Phrase("\(glyphs.check) tool", .toolSucceeded),
          Phrase("\(glyphs.failure) tool", .toolFailed),
        ]),
    ]
  }

  private func sample(_ label: String, _ phrases: [Phrase]) -> [Phrase] {
    let name = Phrase(TextLayout.fitted("  " + label, to: 10), .label)
    return [name] + phrases.flatMap { [$0, Phrase("  ")] }
  }

  private func lines(of note: Phrase, width: Int) -> [[Phrase]] {
    TextLayout.wrapped(note.text, to: width - 2).map { [Phrase("  " + $0, note.role)] }
  }

  /// Why themes may not look as they should.
  private var notes: [Phrase] {
    var notes: [Phrase] = []
    switch settings.colorDepth {
    case .mono: notes.append(Phrase("Shown without colours: there are none to use.", .notice))
    case .ansi8: notes.append(Phrase("Shown with 8 colours, the nearest ones.", .notice))
    case .ansi16: notes.append(Phrase("Shown with 16 colours, the nearest ones.", .notice))
    case .indexed256, .truecolor: break
    }
    return notes + settings.themeProblems.map { Phrase("Not usable: \($0)", .warning) }
  }
}
