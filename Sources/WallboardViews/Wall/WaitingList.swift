import WallboardBoard
import WallboardEvents
import WallboardScreen

/// The callers who wait for a human, the longest wait first. Few are shown in huge letters; the more
/// wait, the smaller they are, so that as many as possible are seen.
struct WaitingList: Region {
  /// As many as there may be room for.
  let rows: [WaitingRow]
  /// How many wait in all.
  let count: Int
  /// The largest letters: smaller than those of the numbers above.
  let largest: BigText.Size?
  /// Whether a line of text is too low to be read from afar.
  let isHigh: Bool
  /// What is shown when nobody waits.
  let quiet: WallQuiet?

  func draw(in area: Rect, on canvas: inout Canvas) {
    let area = area.inset(horizontal: 1, vertical: 0)
    guard !area.isEmpty else { return }
    if let quiet { return quiet.draw(in: area, on: &canvas) }
    guard let form = form(in: area, canvas.lettering) else {
      return drawLines(in: area, on: &canvas)
    }
    let size = form.size
    let columns = columns(size, in: area)
    let perColumn = max(
      1, min(Self.fitting(size, in: area.height), (count + columns - 1) / columns))
    let width = area.width / columns
    let gap = (size.height + 1) * perColumn - 1 <= area.height ? 1 : 0
    let shown = shown(of: perColumn * columns)
    for (index, row) in rows.prefix(shown).enumerated() {
      row.draw(form, in: place(index), on: &canvas)
    }
    guard shown < count else { return }
    canvas.drawWords(
      [Self.more(count - shown)], role, in: place(shown), alignment: .left)

    func place(_ index: Int) -> Rect {
      Rect(
        x: area.columns.lowerBound + index / perColumn * width,
        y: area.rows.lowerBound + index % perColumn * (size.height + gap), width: width,
        height: size.height)
    }
  }

  /// The letters that tell the most from afar, with which all rows fit below each other; the smallest
  /// where nothing less can be read, and `nil` where lines of text have to do.
  private func form(in area: Rect, _ lettering: Lettering) -> WaitingForm? {
    guard let largest else { return nil }
    let wide = BigText.Size.allCases.filter {
      $0 <= largest
        && area.width >= WaitingForm.timeWidth($0, lettering) + WaitingForm.narrowest
    }
    let fitting = wide.filter { Self.fitting($0, in: area.height) >= count }
      .map { WaitingForm($0, of: rows, width: area.width, lettering) }
    if let form = fitting.max(by: { $0.legibility < $1.legibility }) { return form }
    guard isHigh, let smallest = wide.first else { return nil }
    let width = area.width / columns(smallest, in: area)
    return WaitingForm(smallest, of: rows, width: width, lettering)
  }

  /// How many rows fit below each other. Half a row below small letters is free anyway.
  private static func fitting(_ size: BigText.Size, in height: Int) -> Int {
    size == .small ? height / size.height : (height + 1) / (size.height + 1)
  }

  /// As many columns as the rows need, and have room for.
  private func columns(_ size: BigText.Size, in area: Rect) -> Int {
    let rows = max(1, Self.fitting(size, in: area.height))
    return max(1, min((count + rows - 1) / rows, area.width / Self.narrowestColumn))
  }

  /// The narrowest column of several in which a service can be told.
  private static let narrowestColumn = 78

  /// How many rows are shown where there is room for so many: the last place tells of the others.
  private func shown(of places: Int) -> Int { count <= places ? count : max(0, places - 1) }

  private static func more(_ count: Int) -> String { "+\(count) more" }

  /// The role of the most urgent row.
  private var role: StyleRole { rows.first?.role ?? .text }

  private func drawLines(in area: Rect, on canvas: inout Canvas) {
    let gap = area.height >= 2 * count - 1 ? 1 : 0
    let shown = shown(of: area.height)
    var rest = area
    for row in rows.prefix(shown) {
      row.drawLine(in: rest.cut(1, from: .top), on: &canvas)
      _ = rest.cut(gap, from: .top)
    }
    guard shown < count else { return }
    canvas.draw(StyledText(Self.more(count - shown), role, emphasis: .bold), in: rest.row(0))
  }
}

/// Says calmly that nobody waits.
struct WallQuiet: Equatable {
  /// Whether all escalations were read.
  let isCertain: Bool
  let words: String

  func draw(in area: Rect, on canvas: inout Canvas) {
    canvas.drawWords([words], isCertain ? .good : .muted, atMost: .medium, in: area)
  }
}

struct WaitingListMaker: RegionMaker {
  let context: FrameContext

  func list(_ places: WallLayout) -> WaitingList {
    var waiting: [Call] = []
    live.calls.forEachRow { if $0.escalation?.isWaiting == true { waiting.append($0) } }
    waiting.sort { ($0.waitingSince, $0.callSID) < ($1.waitingSince, $1.callSID) }
    return WaitingList(
      rows: waiting.prefix(places.list.height).map(row), count: waiting.count,
      largest: BigText.Size.allCases.last { $0 < places.tile.figure }, isHigh: places.isHigh,
      quiet: waiting.isEmpty ? quietWords : nil)
  }

  private func row(_ call: Call) -> WaitingRow {
    let seconds = call.escalation?.waited(at: live.now)
    let caller = StyledText(caller: call.callerID, disclosure)?.text ?? call.callSID.short
    let why = StyledText(
      CallReasons(call, disclosure), targets.riskSeverity(of: call),
      call.riskRole == .text ? .muted : call.riskRole, glyphs)
    let isFollowed = view.panes.contains { $0.callSID == call.callSID }
    let people = call.operators.first.map {
      [
        StyledText("  "),
        StyledText("\(glyphs.diamond) \(live.name(of: $0.operatorID))", .speakerOperator),
      ]
    }
    return WaitingRow(
      time: seconds.map(WallFigure.time) ?? "?",
      severity: live.waitSeverity(of: call, by: targets),
      service: live.serviceName(of: call) ?? caller, caller: caller,
      why: [why] + (people ?? [])
        + (isFollowed ? [StyledText("  \(glyphs.pointer) shown here", .info)] : []))
  }

  private var quietWords: WallQuiet {
    let read = live.reads[.escalations]
    let isCertain = read?.vouchesForNone == true
    return WallQuiet(
      isCertain: isCertain,
      words: isCertain
        ? "Nobody is waiting" : read?.succeededAt == nil ? "Loading" : "Loaded in part")
  }
}

extension Call {
  fileprivate var waitingSince: Timestamp { escalation?.requestedAt ?? since }
}
