import WallboardBoard
import WallboardEvents
import WallboardScreen

extension Scene {
  /// The rows of the list that are seen at least, before there is room for anything below it.
  private static let leastListHeight = 3
  private static let nameWidth = 16

  /// Draws the list of themes, and below it what they are to be judged by: the whole screen is
  /// drawn in the theme under the cursor.
  func drawThemes(in area: Rect, on canvas: inout Canvas) {
    let width = OverlayFrame.inside(area).width
    let below = [[]] + themeSamples + themeNotes.flatMap { [[]] + lines(of: $0, width: width) }
    let area = OverlayFrame.shrunk(area, toLines: themes.count + below.count)
    drawOverlayFrame("Theme", in: area, on: &canvas)
    var rest = OverlayFrame.inside(area)
    let room = rest.height - min(themes.count, Self.leastListHeight)
    let footer = rest.cut(min(below.count, max(0, room)), from: .bottom)
    drawThemeList(in: rest, of: area, on: &canvas)
    for (index, line) in below.prefix(footer.height).enumerated() {
      draw(line, in: footer.row(index), on: &canvas)
    }
  }

  private func drawThemeList(in list: Rect, of area: Rect, on canvas: inout Canvas) {
    let lastTop = max(0, themes.count - list.height)
    let top = min(max(0, view.overlayIndex - list.height / 2), lastTop)
    for (index, name) in themes.enumerated().dropFirst(top).prefix(list.height) {
      drawTheme(name, isCurrent: index == view.overlayIndex, in: list.row(index - top), on: &canvas)
    }
    guard lastTop > 0 else { return }
    draw(
      Phrase(" \(view.overlayIndex + 1) of \(themes.count) ", .muted),
      in: PanelFrame(area).notes, alignment: .right, on: &canvas)
  }

  private func drawTheme(
    _ name: String, isCurrent: Bool, in line: Rect, on canvas: inout Canvas
  ) {
    let mark = isCurrent ? String(glyphs.pointer) : " "
    let width = max(Self.nameWidth, lettering.width(of: name) + 2)
    draw(
      [
        Phrase("\(mark) ", .titleFocused),
        Phrase(TextLayout.fitted(lettering.shown(name), to: width), .value),
        Phrase(settings.themes[name] ?? "", .muted),
      ], in: line, on: &canvas)
    if isCurrent { markLine(line, on: &canvas) }
  }

  /// What the board is made of, in the roles that matter most.
  private var themeSamples: [[Phrase]] {
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

  /// What stands between the themes and how they are meant.
  private var themeNotes: [Phrase] {
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
