import WallboardBoard
import WallboardEvents
import WallboardScreen

extension Scene {
  /// Draws who waits, or on the page of forms and alerts what is to be done.
  func drawWallList(_ places: WallLayout, on canvas: inout Canvas) {
    guard places.list.height >= 3 else { return canvas.clear(places.list) }
    switch places.page {
    case .now, .hour: drawWaiting(in: places.list, on: &canvas)
    case .work: drawWork(in: places.list, on: &canvas)
    case .call: break
    }
  }

  // MARK: Who waits

  private func drawWaiting(in area: Rect, on canvas: inout Canvas) {
    let waiting = waitingCalls
    let frame = PanelFrame(area)
    let title = waiting.isEmpty ? " WAITING " : " WAITING FOR A HUMAN: \(waiting.count) "
    drawWallBox(title, waiting.isEmpty ? .border : .waiting, in: frame, on: &canvas)
    guard !waiting.isEmpty else { return drawQuiet(in: area.inset(by: 1), on: &canvas) }
    var rest = area.inset(horizontal: 2, vertical: 1)
    let size = rowSize(of: waiting.count, in: rest)
    let height = size?.height ?? 1
    let gap = size != nil || rest.height >= 2 * waiting.count - 1 ? 1 : 0
    var shown = 0
    for call in waiting where rest.height >= height {
      drawWaiting(call, size, in: rest.cut(height, from: .top), on: &canvas)
      _ = rest.cut(gap, from: .top)
      shown += 1
    }
    drawMore(waiting.count - shown, .waiting, in: frame, on: &canvas)
  }

  /// The largest letters for times in which all rows have room; small ones where many do.
  private func rowSize(of count: Int, in area: Rect) -> BigText.Size? {
    let largest = [BigText.Size.medium, .small].first {
      area.height >= count * ($0.height + 1) - 1 && area.width >= timeWidth($0) + 34
    }
    let isRoomy = area.height >= 11 && area.width >= timeWidth(.small) + 30
    return largest ?? (isRoomy ? .small : nil)
  }

  /// The columns of a time in big letters, with its mark.
  private func timeWidth(_ size: BigText.Size) -> Int {
    BigText.width(of: "00:00", size, isASCII: lettering.isASCII) + 5
  }

  /// Those who wait for a human, the longest wait first.
  private var waitingCalls: [Call] {
    var waiting: [Call] = []
    live.calls.forEachRow { if $0.escalation?.isWaiting == true { waiting.append($0) } }
    return waiting.sorted { ($0.waitingSince, $0.callSID) < ($1.waitingSince, $1.callSID) }
  }

  private func drawWaiting(
    _ call: Call, _ size: BigText.Size?, in area: Rect, on canvas: inout Canvas
  ) {
    let seconds = call.escalation?.waited(at: live.now)
    let time = seconds.map(WallFigure.time) ?? "?"
    let isLate = judgement(of: .longestWait, seconds.map(Double.init)) ?? .good > .good
    let words = waitingWords(call)
    var rest = area
    guard let size else {
      let mark = Phrase(
        "\(glyphs.warning) \(time)", isLate ? .escalated : .waiting, emphasis: .bold)
      draw(mark, in: rest.cut(10, from: .left), on: &canvas)
      draw(Array(words.first.prefix(1)), in: rest.cut(14, from: .left), on: &canvas)
      draw(words.first.dropFirst() + [Phrase("  ")] + words.second, in: rest, on: &canvas)
      return
    }
    let role: StyleRole = isLate ? .critical : .waiting
    var field = rest.cut(timeWidth(size), from: .left)
    draw(Phrase(String(glyphs.warning), role), in: field.row(size.height / 2), on: &canvas)
    _ = field.cut(2, from: .left)
    drawBig(time, role, atMost: size, in: field, alignment: .left, on: &canvas)
    let top = (size.height - 2) / 2
    draw(words.first, in: rest.row(top), on: &canvas)
    draw(words.second, in: rest.row(top + 1), on: &canvas)
  }

  private func waitingWords(_ call: Call) -> (first: [Phrase], second: [Phrase]) {
    let caller = call.callerID.flatMap { $0.isEmpty ? nil : $0.label("caller", disclosure) }
    let service = live.serviceName(of: call) ?? ""
    let reasons = CallReasons(call, disclosure).words.joined(separator: " \(glyphs.separator) ")
    let isFollowed = view.panes.contains { $0.callSID == call.callSID }
    let people = call.operators.first.map {
      Phrase("  \(glyphs.diamond) \(live.name(of: $0.operatorID))", .speakerOperator)
    }
    return (
      [
        Phrase("\(caller ?? call.callSID.short)  ", .text, emphasis: .bold), Phrase(service),
        isFollowed ? Phrase("  \(glyphs.pointer) shown here", .info) : .empty,
      ], [Phrase(reasons, call.riskRole == .text ? .muted : call.riskRole), people ?? .empty]
    )
  }

  /// Nobody waits, as far as all was read: that is worth to be seen, too.
  private func drawQuiet(in area: Rect, on canvas: inout Canvas) {
    let read = live.reads[.escalations]
    let isTold = read?.vouchesForNone == true
    var rest = area.centered(width: area.width, height: min(area.height, 6))
    let words = isTold ? "NOBODY WAITS" : read?.succeededAt == nil ? "READING" : "READ IN PART"
    let hasRoom =
      rest.height >= 5 && BigText.width(of: words, .small, isASCII: lettering.isASCII) < rest.width
    let field = rest.cut(hasRoom ? 3 : 1, from: .top)
    if hasRoom, !lettering.isASCII {
      drawBig(words, isTold ? .good : .muted, atMost: .small, in: field, on: &canvas)
    } else {
      draw(
        Phrase("\(glyphs.check) \(words)", isTold ? .good : .muted, emphasis: .bold),
        in: field, alignment: .center, on: &canvas)
    }
    _ = rest.cut(rest.height >= 3 ? 1 : 0, from: .top)
    let numbers = wallNumbers([.live, .online, .abandonedToday])
    let line = numbers.filter { $0.role != .muted }.map(\.sentence)
    draw(
      Phrase(line.joined(separator: "  \(glyphs.separator)  "), .muted), in: rest.row(0),
      alignment: .center, on: &canvas)
  }

  func drawWallBox(
    _ title: String, _ role: StyleRole, in frame: PanelFrame, on canvas: inout Canvas
  ) {
    canvas.clear(frame.area)
    canvas.drawOpenBox(frame.area, glyphs: glyphs, role: .border)
    draw(
      Phrase(title, role == .border ? .title : role, emphasis: .bold), in: frame.title,
      on: &canvas)
  }
}

extension Call {
  fileprivate var waitingSince: Timestamp { escalation?.requestedAt ?? since }
}
