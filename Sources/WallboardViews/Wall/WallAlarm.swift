import WallboardBoard
import WallboardEvents
import WallboardScreen

/// Covers the numbers of a wall when they are old.
struct WallAlarm: Region {
  /// In big letters.
  let words: [String]
  /// Whether it is an alarm, and not the start of the program.
  let isLoud: Bool
  /// What to do about it.
  let detail: String?
  /// The last known numbers, labelled as such.
  let lastKnown: String?

  /// Draws the alarm over all of the area but a few lines below.
  func draw(in area: Rect, on canvas: inout Canvas) {
    var banner = area
    let lines = [detail, lastKnown].compactMap { $0 }
    var below = banner.cut(min(area.height / 3, lines.count * 2), from: .bottom)
    let role: StyleRole = isLoud ? .alert : .connectionConnecting
    if isLoud { canvas.fill(banner, role: role) }
    canvas.drawBanner(words, role, in: banner.inset(horizontal: 1, vertical: 0))
    for (index, line) in lines.enumerated() {
      _ = below.cut(below.height > lines.count - index ? 1 : 0, from: .top)
      let field = below.cut(1, from: .top)
      canvas.draw(StyledText(line, index == 0 ? .text : .stale), in: field, alignment: .center)
    }
  }
}

/// Makes the alarm that covers a wall without current data.
struct WallAlarmMaker: RegionMaker {
  let context: FrameContext

  /// In seconds. A shorter outage is shown at the edges alone: streams are closed and opened again
  /// as a matter of course, and a wall that flashes is soon ignored.
  private static let shortestOutage: Int64 = 5

  private var connectionNote: ConnectionNote { ConnectionNoteMaker(context: context).note }

  /// The alarm in place of the numbers; `nil` while they can be trusted.
  var alarm: WallAlarm? {
    switch freshness {
    case .live, .quiet: return nil
    case .silent(let seconds):
      return alarm(["STALE", WallFigure.time(seconds)], connectionNote.detail)
    case .disconnected: return isFading ? nil : outage
    }
  }

  /// In seconds. Older reads are worth nothing on a wall: by then several have failed.
  private static let longestRead: Int64 = 120

  /// Whether the numbers are a few seconds old, or come from reads alone: they are dimmed.
  var isFading: Bool {
    guard freshness == .disconnected else { return false }
    switch live.connection.phase {
    case .connecting, .unanswered, .waiting:
      if let age = live.readAge { return age < Self.longestRead }
      guard live.connection.wasOpen, let age = live.age else { return false }
      return age < Self.shortestOutage
    case .open, .refused, .stopped: return false
    }
  }

  private var outage: WallAlarm {
    let age = live.age.map { [WallFigure.time($0)] } ?? []
    let detail = [connectionNote.state.text.withoutMargins, connectionNote.detail ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
    switch live.connection.phase {
    case .connecting where !live.connection.wasOpen:
      return alarm(["CONNECTING"], isLoud: false, connectionNote.detail)
    case .unanswered:
      return alarm(
        ["NO LIVE", "UPDATES"] + age, isLoud: live.connection.wasOpen, connectionNote.detail)
    case .waiting: return alarm(["NOT", "CONNECTED"] + age, connectionNote.detail)
    case .connecting, .open:
      return alarm(["NOT", "CONNECTED"] + age, detail)
    case .refused: return alarm(["REFUSED"] + age, detail)
    case .stopped: return alarm(["STOPPED"] + age, detail)
    }
  }

  private func alarm(_ words: [String], isLoud: Bool = true, _ detail: String?) -> WallAlarm {
    WallAlarm(words: words, isLoud: isLoud, detail: detail, lastKnown: lastKnown)
  }

  /// The last known numbers, labelled as such.
  private var lastKnown: String? {
    guard let heard = live.connection.lastHeardAt else { return nil }
    let numbers = WallNumberMaker(context: context).numbers([.waiting, .online, .live]).map(
      \.sentence)
    return "Last known, at \(timeOfDay(heard)): " + numbers.joined(separator: ", ")
  }
}
