import WallboardBoard
import WallboardEvents
import WallboardScreen

/// The bottom of a wall, for those who stand before it: the connection and how old the data is, the
/// workspace, warnings, and keys. On a low screen the clock stands here.
struct WallFooter: Region {
  let state: StyledText
  /// How old the data is; empty where the state says so.
  let age: String
  /// Warnings, such as DEMO, about what is shown.
  let marks: [StyledText]
  let workspace: String
  let clock: StyledText?
  let hints: HintLine

  private static let ageWidth = "data 50 s old".count

  func draw(in area: Rect, on canvas: inout Canvas) {
    var rest = area.inset(horizontal: 1, vertical: 0)
    if let clock {
      canvas.draw(clock, in: rest.cut(canvas.lettering.width(of: clock.text), from: .right))
      _ = rest.cut(2, from: .right)
    }
    rest = canvas.draw([state], in: rest)
    if !age.isEmpty {
      _ = rest.cut(2, from: .left)
      // What stands beside it does not move with every step.
      let width = max(Self.ageWidth, canvas.lettering.width(of: age))
      canvas.draw(StyledText(age, .muted), in: rest.cut(width, from: .left))
    }
    for mark in marks {
      _ = rest.cut(2, from: .left)
      rest = canvas.draw([mark], in: rest)
    }
    _ = rest.cut(2, from: .left)
    guard hints.notice == nil else { return hints.draw(in: rest, on: &canvas) }
    rest = canvas.draw([StyledText(workspace, .title)], in: rest)
    _ = rest.cut(2, from: .left)
    hints.draw(in: rest, on: &canvas)
  }
}

struct WallFooterMaker: RegionMaker {
  let context: FrameContext

  /// Some words are the same as on a board at a desk.
  private var desk: HeaderMaker { HeaderMaker(context: context) }

  func footer(_ places: WallLayout) -> WallFooter {
    WallFooter(
      state: ConnectionNoteMaker(context: context).note.state, age: age,
      marks: marks(width: places.footer.width), workspace: settings.workspace,
      clock: places.band.isEmpty
        ? StyledText(timeOfDay(live.now), .value, emphasis: .bold) : nil,
      hints: HintLineMaker(context: context).line)
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

  /// How old the data is, in steps, so that a quiet wall does not tick. What is older than two
  /// heartbeats says so itself.
  private var age: String {
    if let age = live.readAge { return desk.readWords(age) + reasonOfReads }
    if case .quiet = freshness { return "" }
    guard let age = live.age, !isReplay || freshness != .live else { return "" }
    return age < 10 ? "data now" : "data \(Durations.stepped(age)) old"
  }

  /// Why there are only reads.
  private var reasonOfReads: String {
    live.connection.phase == .unanswered ? ": \(ProxyAdvice.buffering)" : ""
  }
}
