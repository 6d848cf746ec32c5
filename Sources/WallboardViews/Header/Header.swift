import WallboardBoard
package import WallboardEvents
import WallboardScreen

/// The rows at the top: the connection, the workspace, the clock, and the most important numbers.
struct Header: Region {
  let note: ConnectionNote
  /// How old the data is; how long there has been no connection.
  let age: StyledText
  /// Whether the age is worth more than the end of the advice.
  let isAgeFirst: Bool
  /// From right to left: the clock, then warnings such as PAUSED or DEMO.
  let marks: [StyledText]
  let workspace: String
  let tiles: TileStrip

  func draw(in area: Rect, on canvas: inout Canvas) {
    var area = area
    let line = area.cut(1, from: .top)
    let rest = drawMarks(in: line, on: &canvas)
    // Panels show their age too, so advice gets the room.
    let narrowest = note.detail == nil || isAgeFirst ? 60 : 100
    let age = line.width < narrowest ? .empty : age
    let free = canvas.draw([StyledText(" "), note.state, age], in: rest)
    // On a single line, a problem is more important than old numbers.
    if area.isEmpty, note.detail == nil {
      tiles.draw(in: free.divided(at: 1, from: .left).remainder, on: &canvas)
    } else {
      drawNames(in: free, on: &canvas)
      tiles.draw(in: area, on: &canvas)
    }
  }

  /// Returns what is left of the line.
  private func drawMarks(in line: Rect, on canvas: inout Canvas) -> Rect {
    var rest = line
    for mark in marks {
      let width = canvas.lettering.width(of: mark.text)
      canvas.draw(mark, in: rest.cut(width, from: .right))
      _ = rest.cut(2, from: .right)
    }
    return rest
  }

  /// The problem, or else the workspace's name.
  private func drawNames(in field: Rect, on canvas: inout Canvas) {
    let field = field.divided(at: 2, from: .left).remainder
    if let detail = note.detail {
      canvas.draw(StyledText(detail, .text), in: field)
    } else {
      canvas.draw([StyledText(workspace, .title), StyledText("  wallboard", .muted)], in: field)
    }
  }
}

struct HeaderMaker: RegionMaker {
  let context: FrameContext

  /// The header of a board that is not a wall, for an area of that size.
  func header(of size: Size) -> Header {
    Header(
      note: ConnectionNoteMaker(context: context).note, age: age,
      isAgeFirst: freshness == .disconnected && live.readAge == nil,
      marks: [StyledText(timeOfDay(live.now) + " ", .value)] + marks(width: size.width),
      workspace: settings.workspace,
      tiles: TileStrip(
        tiles: TileMaker(context: context).tiles(hasTrends: TileStrip.hasTrends(size)),
        isStale: !freshness.isCurrent))
  }

  /// How old the data is, in steps, so that a quiet board does not tick; without a connection in
  /// seconds, as the waits go on that are shown.
  private var age: StyledText {
    if let age = live.readAge { return StyledText("  \(readWords(age))") }
    guard let age = live.age else { return .empty }
    let words = Durations.stepped(age)
    switch freshness {
    case .live where isReplay: return .empty
    case .live: return StyledText(age < 10 ? "  data now" : "  data \(words) old", .muted)
    case .disconnected: return StyledText(" for \(Durations.stopwatch(age))")
    case .quiet, .silent: return .empty
    }
  }

  /// How old the newest read is, for a board without a stream.
  func readWords(_ age: Int64) -> String {
    age < 10 ? "loaded just now" : "loaded \(Durations.stepped(age)) ago"
  }

  /// Warnings about what is shown, from right to left.
  private func marks(width: Int) -> [StyledText] {
    var marks: [StyledText] = []
    if let mark = clockMark(isShort: width < 80), width >= 40 { marks.append(mark) }
    if settings.isSimulated { marks.append(StyledText("DEMO", .notice)) }
    if let recordingMark { marks.append(recordingMark) }
    if let slowLineMark { marks.append(slowLineMark) }
    if let shown = identifiersShownFor {
      marks.append(StyledText("IDENTIFIERS SHOWN \(shown) s", .alert))
    }
    if isHeld {
      let seconds = live.now.seconds(since: board.now)
      marks.append(StyledText(" PAUSED \(Durations.wait(seconds)) ", .warning, emphasis: .reverse))
    }
    return marks
  }

  /// A warning that this machine's clock is wrong.
  func clockMark(isShort: Bool) -> StyledText? {
    live.machineClock.remark(isShort: isShort).map { StyledText($0, .warning) }
  }

  /// Whether the session is recorded; `nil` if nobody asked for that. Callers and agents may want
  /// to know.
  var recordingMark: StyledText? {
    view.isRecording.map { $0 ? StyledText("REC", .notice) : StyledText("NOT RECORDED", .warning) }
  }

  /// A warning that the line to the terminal is slow: the picture comes late, row after row.
  var slowLineMark: StyledText? {
    view.secondsToPicture.map { StyledText("SLOW LINE \($0) s", .warning) }
  }

  private var identifiersShownFor: Int64? {
    guard privacy.mode == .desk else { return nil }
    return view.identifiersShownUntil.map { Durations.countdown(to: $0, from: view.personNow) }
  }
}

extension ClockStanding {
  /// The state of the clocks, as a sentence without its full stop. `length` puts a number of
  /// seconds into words.
  package func words(_ length: (Int64) -> String = Durations.exact) -> String {
    switch self {
    case .right: "this machine's clock is right again"
    case .wrong(let seconds):
      "this machine's clock is \(length(Int64(clamping: seconds.magnitude)))"
        + " \(seconds < 0 ? "behind" : "ahead of") the platform's"
    case .disputed(let seconds):
      "the platform dates its answers \(length(Int64(clamping: seconds.magnitude)))"
        + " \(seconds < 0 ? "ahead of" : "behind") this machine's clock, which is not believed"
    }
  }

  /// The same in few words, to stand beside the clock.
  fileprivate func remark(isShort: Bool) -> String? {
    let subject = isShort ? "clock" : "this machine's clock is"
    return switch self {
    case .right: nil
    case .wrong(let seconds):
      "\(subject) \(Durations.exact(Int64(clamping: seconds.magnitude)))"
        + " \(seconds < 0 ? "behind" : "ahead")"
    case .disputed: "\(subject) in doubt"
    }
  }
}
