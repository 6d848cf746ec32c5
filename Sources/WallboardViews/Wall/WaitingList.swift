import WallboardBoard
import WallboardEvents
import WallboardScreen

/// The callers who wait for a human, the longest wait first.
struct WaitingList: Region {
  /// As many as there may be room for.
  let rows: [WaitingRow]
  /// How bad it is that the worst of them waits.
  var severity: Severity?
  /// How many wait in all.
  let count: Int
  /// What is shown when nobody waits.
  let quiet: WallQuiet?

  func draw(in area: Rect, on canvas: inout Canvas) {
    guard area.height >= 3 else { return }
    let frame = PanelFrame(area)
    let title = rows.isEmpty ? " WAITING " : " WAITING FOR A HUMAN: \(count) "
    canvas.drawWallBox(title, rows.isEmpty ? .border : role, in: frame)
    if let quiet { return quiet.draw(in: area.inset(by: 1), on: &canvas) }
    var rest = area.inset(horizontal: 2, vertical: 1)
    let size = rowSize(in: rest, canvas.lettering)
    let height = size?.height ?? 1
    let gap = size != nil || rest.height >= 2 * count - 1 ? 1 : 0
    var shown = 0
    for row in rows where rest.height >= height {
      row.draw(size, in: rest.cut(height, from: .top), on: &canvas)
      _ = rest.cut(gap, from: .top)
      shown += 1
    }
    canvas.drawMore(count - shown, role, in: frame)
  }

  private var role: StyleRole { severity?.role ?? .waiting }

  /// The largest letters for times with which all rows fit; the small ones if that takes too much
  /// room.
  private func rowSize(in area: Rect, _ lettering: Lettering) -> BigText.Size? {
    let largest = [BigText.Size.medium, .small].first {
      area.height >= count * ($0.height + 1) - 1
        && area.width >= WaitingRow.timeWidth($0, lettering) + 34
    }
    let isRoomy = area.height >= 11 && area.width >= WaitingRow.timeWidth(.small, lettering) + 30
    return largest ?? (isRoomy ? .small : nil)
  }
}

struct WaitingRow: Equatable {
  /// `?` if it is not known.
  let time: String
  /// How bad it is that it is so long.
  let severity: Severity?
  /// Who, and what for.
  let who: [StyledText]
  /// Why, and who is with them.
  let why: [StyledText]

  /// The columns of a time in big letters, with its mark.
  fileprivate static func timeWidth(_ size: BigText.Size, _ lettering: Lettering) -> Int {
    BigText.width(of: "00:00", size, isASCII: lettering.isASCII) + 5
  }

  func draw(_ size: BigText.Size?, in area: Rect, on canvas: inout Canvas) {
    var rest = area
    let role = severity?.role ?? .waiting
    let sign = severity?.mark(canvas.glyphs) ?? canvas.glyphs.waiting
    guard let size else {
      let mark = StyledText("\(sign) \(time)", severity?.fillRole ?? role, emphasis: .bold)
      canvas.draw(mark, in: rest.cut(10, from: .left))
      canvas.draw(Array(who.prefix(1)), in: rest.cut(14, from: .left))
      canvas.draw(who.dropFirst() + [StyledText("  ")] + why, in: rest)
      return
    }
    var field = rest.cut(Self.timeWidth(size, canvas.lettering), from: .left)
    canvas.draw(StyledText(String(sign), role), in: field.row(size.height / 2))
    _ = field.cut(2, from: .left)
    canvas.drawBig(time, role, atMost: size, in: field, alignment: .left)
    let top = (size.height - 2) / 2
    canvas.draw(who, in: rest.row(top))
    canvas.draw(why, in: rest.row(top + 1))
  }
}

/// Says that nobody waits: that is worth a place, too.
struct WallQuiet: Equatable {
  /// Whether all escalations were read.
  let isCertain: Bool
  let words: String
  /// Some numbers, so that the wall is not empty.
  let numbers: String

  func draw(in area: Rect, on canvas: inout Canvas) {
    let isASCII = canvas.lettering.isASCII
    var rest = area.centered(width: area.width, height: min(area.height, 6))
    let width = BigText.width(of: words, .small, isASCII: isASCII)
    let hasRoom = rest.height >= 5 && width < rest.width
    let field = rest.cut(hasRoom ? 3 : 1, from: .top)
    if hasRoom, !isASCII {
      canvas.drawBig(words, isCertain ? .good : .muted, atMost: .small, in: field)
    } else {
      canvas.draw(
        StyledText("\(canvas.glyphs.check) \(words)", isCertain ? .good : .muted, emphasis: .bold),
        in: field, alignment: .center)
    }
    _ = rest.cut(rest.height >= 3 ? 1 : 0, from: .top)
    canvas.draw(StyledText(numbers, .muted), in: rest.row(0), alignment: .center)
  }
}

extension Canvas {
  mutating func drawWallBox(_ title: String, _ role: StyleRole, in frame: PanelFrame) {
    drawOpenBox(frame.area, role: .border)
    draw(StyledText(title, role == .border ? .title : role, emphasis: .bold), in: frame.title)
  }

  /// Says how many rows do not fit.
  mutating func drawMore(_ count: Int, _ role: StyleRole, in frame: PanelFrame) {
    guard count > 0 else { return }
    draw(StyledText(" +\(count) more ", role, emphasis: .bold), in: frame.notes, alignment: .right)
  }
}

struct WaitingListMaker: RegionMaker {
  let context: FrameContext

  func list(rows: Int) -> WaitingList {
    var waiting: [Call] = []
    live.calls.forEachRow { if $0.escalation?.isWaiting == true { waiting.append($0) } }
    waiting.sort { ($0.waitingSince, $0.callSID) < ($1.waitingSince, $1.callSID) }
    return WaitingList(
      rows: waiting.prefix(rows).map(row), severity: live.waitSeverity(by: targets),
      count: waiting.count,
      quiet: waiting.isEmpty ? quietWords : nil)
  }

  private func row(_ call: Call) -> WaitingRow {
    let seconds = call.escalation?.waited(at: live.now)
    let caller = StyledText(caller: call.callerID, disclosure)?.text
    let reasons = CallReasons(call, disclosure).words.joined(separator: " \(glyphs.separator) ")
    let isFollowed = view.panes.contains { $0.callSID == call.callSID }
    let people = call.operators.first.map {
      StyledText("  \(glyphs.diamond) \(live.name(of: $0.operatorID))", .speakerOperator)
    }
    return WaitingRow(
      time: seconds.map(WallFigure.time) ?? "?",
      severity: live.waitSeverity(of: call, by: targets),
      who: [
        StyledText("\(caller ?? call.callSID.short)  ", .text, emphasis: .bold),
        StyledText(live.serviceName(of: call) ?? ""),
        isFollowed ? StyledText("  \(glyphs.pointer) shown here", .info) : .empty,
      ],
      why: [StyledText(reasons, call.riskRole == .text ? .muted : call.riskRole), people ?? .empty])
  }

  private var quietWords: WallQuiet {
    let read = live.reads[.escalations]
    let isCertain = read?.vouchesForNone == true
    let numbers = WallNumberMaker(context: context).numbers([.live, .online, .abandonedToday])
    let line = numbers.filter { $0.role != .muted }.map(\.sentence)
    return WallQuiet(
      isCertain: isCertain,
      words: isCertain ? "NOBODY WAITS" : read?.succeededAt == nil ? "READING" : "READ IN PART",
      numbers: line.joined(separator: "  \(glyphs.separator)  "))
  }
}

extension Call {
  fileprivate var waitingSince: Timestamp { escalation?.requestedAt ?? since }
}
