import WallboardBoard
import WallboardEvents
import WallboardScreen

/// The top of a wall: the connection, the workspace and the time.
struct WallHeader: Region {
  let state: StyledText
  /// The same in one word, to be read from afar.
  let word: String
  let age: String
  let workspace: String
  /// The time of day.
  let clock: String
  /// Warnings, such as DEMO, about what is shown.
  let marks: [StyledText]

  func draw(in area: Rect, on canvas: inout Canvas) {
    if area.height >= BigText.Size.small.height {
      drawTall(in: area, on: &canvas)
    } else {
      drawFlat(in: area, on: &canvas)
    }
  }

  private func drawFlat(in line: Rect, on canvas: inout Canvas) {
    var rest = line
    let clock = StyledText(" \(clock) ", .value, emphasis: .bold)
    canvas.draw(clock, in: rest.cut(canvas.lettering.width(of: clock.text), from: .right))
    for mark in marks.reversed() {
      canvas.draw(mark, in: rest.cut(canvas.lettering.width(of: mark.text) + 2, from: .right))
    }
    canvas.draw(
      [
        StyledText(" "), state, StyledText("  \(age)", .muted),
        StyledText("  \(workspace)", .title),
      ], in: rest)
  }

  /// State and clock in big letters, and between them the workspace.
  private func drawTall(in area: Rect, on canvas: inout Canvas) {
    let isASCII = canvas.lettering.isASCII
    var rest = area.inset(horizontal: 1, vertical: 0)
    let clock = String(clock.prefix(5))
    let size = BigText.width(of: clock, .small, isASCII: isASCII)
    canvas.drawBig(clock, .value, atMost: .small, in: rest.cut(size, from: .right))
    _ = rest.cut(3, from: .right)
    // In ASCII, bars and underscores make digits but no letters.
    if !isASCII {
      let field = rest.cut(BigText.width(of: word, .small), from: .left)
      canvas.drawBig(word, state.role, atMost: .small, in: field, alignment: .left)
      _ = rest.cut(3, from: .left)
    }
    canvas.draw(StyledText(workspace, .title), in: rest.row(0))
    canvas.draw(
      [state, StyledText("  \(age)", .muted)] + marks.flatMap { [StyledText("  "), $0] },
      in: rest.row(1))
  }
}

/// The bottom of a wall: the page, whether it is pinned, and the keys.
struct WallFooter: Region {
  let page: [StyledText]
  let hints: HintLine

  func draw(in area: Rect, on canvas: inout Canvas) {
    let rest = canvas.draw(page, in: area.inset(horizontal: 1, vertical: 0))
    hints.draw(in: rest, on: &canvas)
  }
}

struct WallEdgesMaker: RegionMaker {
  let context: FrameContext

  /// Some words are the same as on a board at a desk.
  private var desk: HeaderMaker { HeaderMaker(context: context) }

  func header(width: Int) -> WallHeader {
    WallHeader(
      state: ConnectionNoteMaker(context: context).note.state, word: stateWord, age: age,
      workspace: settings.workspace,
      clock: timeOfDay(live.now), marks: marks(width: width))
  }

  func footer(_ places: WallLayout, _ wall: WallView, isAlarmed: Bool) -> WallFooter {
    WallFooter(
      page: isAlarmed ? [] : pageWords(places, wall), hints: HintLineMaker(context: context).line)
  }

  /// Warnings, such as DEMO, about what is shown.
  private func marks(width: Int) -> [StyledText] {
    [
      desk.slowLineMark, desk.recordingMark,
      settings.isSimulated ? StyledText("DEMO", .notice) : nil,
      desk.clockMark(isShort: width < 100),
    ]
    .compactMap(\.self)
  }

  private var stateWord: String {
    switch live.connection.phase {
    case .open where freshness == .live: isReplay ? "RECORDED" : "LIVE"
    case .open: "STALE"
    case .connecting, .unanswered, .waiting: "NOT LIVE"
    case .refused: "REFUSED"
    case .stopped: "STOPPED"
    }
  }

  /// How old the data is, in steps, so that a quiet wall does not tick.
  private var age: String {
    if let age = live.readAge { return desk.readWords(age) + reasonOfReads }
    guard let age = live.age, !isReplay || freshness != .live else { return "" }
    return age < 10 ? "data now" : "data \(Durations.stepped(age)) old"
  }

  /// Why there are only reads.
  private var reasonOfReads: String {
    live.connection.phase == .unanswered ? ": \(ProxyAdvice.buffering)" : ""
  }

  private func pageWords(_ places: WallLayout, _ wall: WallView) -> [StyledText] {
    let dots = places.pages.map { page in
      StyledText(
        "\(page == places.page ? glyphs.filledDot : glyphs.hollowDot) ",
        page == places.page ? .title : .muted)
    }
    let pin = [
      StyledText(" \(glyphs.diamond) PINNED ", .notice, emphasis: .reverse), StyledText("  "),
    ]
    return dots + [StyledText(" \(places.page.title)  ", .title)] + (wall.isPinned ? pin : [])
  }
}
