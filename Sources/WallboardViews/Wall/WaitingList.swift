import WallboardBoard
import WallboardEvents
import WallboardScreen

/// The callers who wait for a human, the longest wait first; where nobody waits, those who may need
/// one without having asked. Few are shown in huge letters; the more there are, the smaller they
/// are, so that as many as possible are seen.
struct WaitingList: Region {
  /// As many as there may be room for.
  let rows: [WaitingRow]
  /// How many there are in all.
  let count: Int
  /// Who may need somebody, while others wait: in the room that these leave.
  var below: [WaitingRow] = []
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
    let perColumn = perColumn(size, in: area)
    let width = area.width / columns
    let gap = (size.height + 1) * perColumn - 1 <= area.height ? 1 : 0
    let (shown, rows) = shown(of: perColumn * columns)
    for (index, row) in rows.enumerated() {
      let place = place(index)
      row.draw(form, in: place, below: below(place), on: &canvas)
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

    /// The free line below a row; empty where there is none.
    func below(_ place: Rect) -> Rect {
      let end = place.rows.upperBound
      return Rect(columns: place.columns, rows: end..<(end + gap)).intersection(area)
    }
  }

  /// How many of those below find room there.
  func countBelow(in area: Rect, _ lettering: Lettering) -> Int {
    let area = area.inset(horizontal: 1, vertical: 0)
    guard !below.isEmpty, !area.isEmpty else { return 0 }
    let places =
      form(in: area, lettering).map { perColumn($0.size, in: area) * columns($0.size, in: area) }
      ?? area.height
    return shown(of: places).rows.count - shown(of: places).listed
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

  /// How many rows of a column are used.
  private func perColumn(_ size: BigText.Size, in area: Rect) -> Int {
    let columns = columns(size, in: area)
    return max(
      1, min(Self.fitting(size, in: area.height), (count + below.count + columns - 1) / columns))
  }

  /// What is shown where there is room for so many rows, and how many of these are listed: the last
  /// place tells of the others.
  private func shown(of places: Int) -> (listed: Int, rows: [WaitingRow]) {
    guard count <= places else {
      let listed = max(0, places - 1)
      return (listed, Array(rows.prefix(listed)))
    }
    return (count, rows + below.prefix(places - count))
  }

  private static func more(_ count: Int) -> String { "+\(count) more" }

  /// The role of the most urgent row.
  private var role: StyleRole { rows.first?.role ?? .text }

  private func drawLines(in area: Rect, on canvas: inout Canvas) {
    let (shown, rows) = shown(of: area.height)
    let gap = shown == count && area.height >= 2 * rows.count - 1 ? 1 : 0
    var rest = area
    for row in rows {
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

  /// The list, and the alerts that it tells.
  func list(_ places: WallLayout) -> (list: WaitingList, told: Set<AlertKey>) {
    var waiting: [Call] = []
    live.calls.forEachRow { if $0.escalation?.isWaiting == true { waiting.append($0) } }
    waiting.sort { ($0.waitingSince, $0.callSID) < ($1.waitingSince, $1.callSID) }
    let needs = needs
    let needRows = needs.prefix(places.list.height).map { row($0.alert, $0.call) }
    let list = WaitingList(
      rows: waiting.isEmpty ? needRows : waiting.prefix(places.list.height).map(row),
      count: waiting.isEmpty ? needs.count : waiting.count,
      below: waiting.isEmpty ? [] : needRows,
      largest: BigText.Size.allCases.last { $0 < places.tile.figure }, isHigh: places.isHigh,
      quiet: waiting.isEmpty && needs.isEmpty ? quietWords : nil)
    // Where nobody waits, those without room are counted in the list.
    let told =
      waiting.isEmpty ? needs.count : list.countBelow(in: places.list, context.lettering)
    return (list, Set(needs.prefix(told).map(\.alert.key)))
  }

  /// The calls that need somebody although their callers wait for nobody, the most urgent first.
  private var needs: [(alert: Alert, call: Call)] {
    var seen: Set<CallSID> = []
    return context.rankedAlerts.compactMap { alert in
      guard alert.needsAttention, alert.key.kind.isAboutCaller,
        // Whatever its rule makes of it: a matter of safety is one across the room, too.
        alert.severity == .critical || alert.key.kind == .safetyConcern,
        let callSID = alert.key.subject.callSID, let call = live.calls[callSID],
        call.escalation?.isWaiting != true, seen.insert(callSID).inserted
      else { return nil }
      return (alert, call)
    }
  }

  private func row(_ alert: Alert, _ call: Call) -> WaitingRow {
    WaitingRow(
      time: WallFigure.time(live.now.seconds(since: alert.since)), severity: alert.severity,
      service: alert.title, isAlert: true, caller: caller(of: call),
      why: [StyledText(live.serviceName(of: call) ?? "")] + company(of: call))
  }

  private func caller(of call: Call) -> String {
    StyledText(caller: call.callerID, disclosure)?.text ?? call.callSID.short
  }

  /// Who is with the caller, and whether the wall follows the call.
  private func company(of call: Call) -> [StyledText] {
    let isFollowed = view.panes.contains { $0.callSID == call.callSID }
    let people = call.operators.first.map {
      [
        StyledText("  "),
        StyledText("\(glyphs.diamond) \(live.name(of: $0.operatorID))", .speakerOperator),
      ]
    }
    return (people ?? [])
      + (isFollowed ? [StyledText("  \(glyphs.pointer) shown here", .info)] : [])
  }

  private func row(_ call: Call) -> WaitingRow {
    let seconds = call.escalation?.waited(at: live.now)
    let caller = caller(of: call)
    let why = StyledText(
      CallReasons(call, disclosure), targets.riskSeverity(of: call),
      call.riskRole == .text ? .muted : call.riskRole, glyphs)
    return WaitingRow(
      time: seconds.map(WallFigure.time) ?? "?",
      severity: live.waitSeverity(of: call, by: targets),
      service: live.serviceName(of: call) ?? caller, caller: caller,
      why: [why] + company(of: call))
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
