import WallboardBoard
import WallboardEvents
import WallboardScreen

extension Scene {
  /// Draws what stands above and below.
  func drawWallEdges(
    _ places: WallLayout, _ wall: WallView, _ layout: DashboardLayout, on canvas: inout Canvas
  ) {
    canvas.clear(places.header)
    if places.header.height >= BigText.Size.small.height {
      drawTallHeader(in: places.header, on: &canvas)
    } else {
      drawFlatHeader(in: places.header, on: &canvas)
    }
    for row in [layout.hints, places.footer, places.seekBar] { canvas.clear(row) }
    seekBar(width: places.seekBar.width)?.draw(in: places.seekBar, on: &canvas)
    // What is typed stands where it does at a desk, for what can be chosen stands above it.
    guard view.prompt == nil else {
      hintLine.draw(in: layout.hints, on: &canvas)
      return
    }
    drawPages(places, wall, in: places.footer, on: &canvas)
  }

  private func drawFlatHeader(in line: Rect, on canvas: inout Canvas) {
    var rest = line
    let clock = Phrase(" \(timeOfDay(live.now)) ", .value, emphasis: .bold)
    draw(clock, in: rest.cut(width(of: [clock]), from: .right), on: &canvas)
    for mark in wallMarks(width: line.width).reversed() {
      draw(mark, in: rest.cut(width(of: [mark]) + 2, from: .right), on: &canvas)
    }
    draw(
      [
        Phrase(" "), connectionNote.state, Phrase("  \(wallAge)", .muted),
        Phrase("  \(settings.workspace)", .title),
      ], in: rest, on: &canvas)
  }

  /// The state and the clock in big letters, and between them whose board it is.
  private func drawTallHeader(in area: Rect, on canvas: inout Canvas) {
    var rest = area.inset(horizontal: 1, vertical: 0)
    let clock = String(timeOfDay(live.now).prefix(5))
    let size = BigText.width(of: clock, .small, isASCII: lettering.isASCII)
    drawBig(
      clock, .value, atMost: .small, in: rest.cut(size, from: .right), on: &canvas)
    _ = rest.cut(3, from: .right)
    let state = connectionNote.state
    let word = wallState
    // Bars and underscores make digits, but no word.
    if !lettering.isASCII {
      let field = rest.cut(BigText.width(of: word, .small), from: .left)
      drawBig(word, state.role, atMost: .small, in: field, alignment: .left, on: &canvas)
      _ = rest.cut(3, from: .left)
    }
    draw(Phrase(settings.workspace, .title), in: rest.row(0), on: &canvas)
    draw(
      [state, Phrase("  \(wallAge)", .muted)]
        + wallMarks(width: area.width).flatMap { [Phrase("  "), $0] },
      in: rest.row(1), on: &canvas)
  }

  /// What is out of the ordinary about what is shown.
  private func wallMarks(width: Int) -> [Phrase] {
    [
      lineMark, recordingMark, settings.isSimulated ? Phrase("DEMO", .notice) : nil,
      clockMark(isShort: width < 100),
    ]
    .compactMap(\.self)
  }

  /// The connection in a word that can be read from afar.
  private var wallState: String {
    switch live.connection.phase {
    case .open where freshness == .live: isReplay ? "RECORDED" : "LIVE"
    case .open: "STALE"
    case .connecting, .unanswered, .waiting: "NOT LIVE"
    case .refused: "REFUSED"
    case .stopped: "STOPPED"
    }
  }

  /// How old the data is, in steps: a quiet wall does not tick.
  private var wallAge: String {
    if let age = live.readAge { return readWords(age) + reasonOfReads }
    guard let age = live.age, !isReplay || freshness != .live else { return "" }
    return age < 10
      ? "data now" : "data \(Durations.stepped(age)) old"
  }

  /// Why reads alone tell what is shown.
  private var reasonOfReads: String {
    live.connection.phase == .unanswered ? ": \(ProxyAdvice.buffering)" : ""
  }

  /// Which page it is, whether it stays, and the keys where they are wanted.
  private func drawPages(
    _ places: WallLayout, _ wall: WallView, in line: Rect, on canvas: inout Canvas
  ) {
    var rest = line.inset(horizontal: 1, vertical: 0)
    guard wallAlarm == nil else {
      hintLine.draw(in: rest, on: &canvas)
      return
    }
    let dots = places.pages.map { page in
      Phrase(
        "\(page == places.page ? glyphs.filledDot : glyphs.hollowDot) ",
        page == places.page ? .title : .muted)
    }
    rest = draw(dots + [Phrase(" \(places.page.title)  ", .title)], in: rest, on: &canvas)
    if wall.isPinned {
      rest = draw(
        [Phrase(" \(glyphs.diamond) PINNED ", .notice, emphasis: .reverse), Phrase("  ")],
        in: rest, on: &canvas)
    }
    hintLine.draw(in: rest, on: &canvas)
  }
}
