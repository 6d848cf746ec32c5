import OrderedCollections
import WallboardBoard
import WallboardEvents
import WallboardScreen

/// Makes a wall: the board on a screen that people look at from afar.
struct WallMaker: RegionMaker {
  let context: FrameContext

  func add(
    in layout: DashboardLayout, caches: inout [CallSID: EntryCache], to plan: inout FramePlan
  ) {
    guard let wall = view.wall else { return }
    let places = WallLayout(size: plan.size, view: view, wall)
    let alarms = WallAlarmMaker(context: context)
    let alarm = alarms.alarm
    addEdges(places, wall, layout, isAlarmed: alarm != nil, to: &plan)
    if let alarm {
      plan.add(alarm, in: .wallAlarm, places.body)
      return
    }
    plan.add(WallAlertLineMaker(context: context).line, in: .alertLine, places.alert)
    let veil: FramePlan.Veil? = alarms.isFading ? .dim : nil
    addBody(places, veil, to: &plan)
    for (index, area) in layout.panes {
      PaneMaker(context: context).add(
        index, in: area, layout, veil, caches: &caches, to: &plan)
    }
  }

  private func addEdges(
    _ places: WallLayout, _ wall: WallView, _ layout: DashboardLayout, isAlarmed: Bool,
    to plan: inout FramePlan
  ) {
    let edges = WallEdgesMaker(context: context)
    plan.add(edges.header(width: places.header.width), in: .header, places.header)
    if let bar = SeekBarMaker(context: context).bar(width: places.seekBar.width) {
      plan.add(bar, in: .seekBar, places.seekBar)
    }
    // A prompt stands where it does at a desk: the palette opens above it.
    if view.prompt != nil {
      plan.add(HintLineMaker(context: context).line, in: .hints, layout.hints)
    } else {
      plan.add(
        edges.footer(places, wall, isAlarmed: isAlarmed), in: .wallFooter, places.footer)
    }
  }

  private func addBody(
    _ places: WallLayout, _ veil: FramePlan.Veil?, to plan: inout FramePlan
  ) {
    let numbers = WallNumberMaker(context: context).numbers(places.page.metrics)
    for (index, (area, number)) in zip(places.tiles, numbers).enumerated() {
      plan.add(WallTile(number: number), in: .wallTile(index), area, veil)
    }
    let others = WallOthers(numbers: Array(numbers.dropFirst(places.tiles.count)))
    plan.add(others, in: .wallOthers, places.others, veil)
    switch places.page {
    case .now, .hour:
      plan.add(
        WaitingListMaker(context: context).list(rows: places.list.height), in: .wallList(0),
        places.list, veil)
    case .work: WallWorkMaker(context: context).add(in: places.list, veil, to: &plan)
    case .call: break
    }
  }
}

/// Where everything stands on a wall. The picture is a little smaller than the screen, so that it
/// can be shifted against burn-in.
struct WallLayout {
  /// The connection and the clock.
  let header: Rect
  /// The page and the keys.
  let footer: Rect
  /// The position in a recording; empty on a live board.
  let seekBar: Rect
  /// A line for what is critical; empty where every row counts.
  let alert: Rect
  /// Everything between these.
  let body: Rect
  /// The big numbers, the most important first.
  let tiles: [Rect]
  /// A line for numbers that have no tile.
  let others: Rect
  /// Waiting callers, or forms and alerts.
  let list: Rect
  /// The followed call; empty where there is none, or no room on this page.
  let pane: Rect
  /// The pages in order.
  let pages: [WallPage]
  let page: WallPage

  /// How far the picture can be shifted.
  private static let room = Size(width: 2, height: 1)
  /// The smallest screen on which it is shifted.
  private static let smallestMoved = Size(width: 60, height: 20)
  private static let lowestPane = 12
  private static let lowestWithAlert = 16

  init(size: Size, view: BoardView, _ wall: WallView) {
    var rest = Self.area(size, shift: wall.shift)
    header = rest.cut(rest.height >= 34 ? 3 : 1, from: .top)
    footer = rest.cut(1, from: .bottom)
    seekBar = rest.cut(view.playback == nil ? 0 : 1, from: .bottom)
    alert = rest.cut(rest.height >= Self.lowestWithAlert ? 1 : 0, from: .bottom)
    if rest.height >= 24 { _ = rest.cut(1, from: .top) }
    body = rest
    let grid = WallGrid(rest)
    let tileArea = rest.cut(grid.height, from: .top)
    let isFollowing = !view.panes.isEmpty
    let split = Self.split(rest, isFollowing: isFollowing)
    pages = [.now, .hour, .work] + (isFollowing && split.pane.isEmpty ? [.call] : [])
    page = pages[max(0, wall.page) % pages.count]
    if page == .call {
      (tiles, others, list, pane) = ([], .zero, .zero, body)
    } else {
      tiles = grid.tiles(in: tileArea)
      pane = split.pane
      var lower = split.list
      others = lower.cut(tiles.count < WallGrid.tileCount && lower.height >= 8 ? 1 : 0, from: .top)
      list = lower
    }
  }

  /// The visible pane, by its index among all.
  var panes: OrderedDictionary<Int, Rect> { pane.isEmpty ? [:] : [0: pane] }

  /// The part of the screen that the picture takes after that many shifts.
  private static func area(_ size: Size, shift: Int) -> Rect {
    guard size.width >= smallestMoved.width, size.height >= smallestMoved.height else {
      return Rect(origin: .zero, size: size)
    }
    let columns = room.width + 1
    return Rect(
      x: shift % columns, y: shift / columns % (room.height + 1), width: size.width - room.width,
      height: size.height - room.height)
  }

  /// The list, and the followed call beside or below it.
  private static func split(_ area: Rect, isFollowing: Bool) -> (list: Rect, pane: Rect) {
    guard isFollowing, area.height >= lowestPane else { return (area, .zero) }
    if area.width >= 100 {
      let (pane, list) = area.divided(at: area.width / 2, from: .right)
      return (list, pane)
    }
    guard area.height >= 2 * lowestPane else { return (area, .zero) }
    let (pane, list) = area.divided(at: area.height / 2, from: .bottom)
    return (list, pane)
  }
}

/// How the big numbers share their part of a wall.
private struct WallGrid {
  /// The most numbers on a page: nobody reads more at a glance.
  static let tileCount = 6

  private let columns: Int
  private let lines: Int
  /// The rows that they take together.
  let height: Int

  /// The narrowest tile in which a time of five letters, five rows high, has room.
  private static let narrowest = 38
  /// The lowest tile with letters that are five rows high.
  private static let lowest = 7
  /// The height beyond which a tile would not have larger letters.
  private static let highest = 14

  init(_ body: Rect) {
    columns = min(3, max(1, body.width / Self.narrowest))
    if body.height >= 30 {
      lines = max(1, min(Self.tileCount / columns, body.height * 6 / 10 / Self.lowest))
      height = lines * min(Self.highest, max(Self.lowest, body.height / 2 / lines))
    } else {
      lines = 1
      height = min(11, max(min(4, body.height), body.height * 46 / 100))
    }
  }

  /// From left to right, then down.
  func tiles(in area: Rect) -> [Rect] {
    guard !area.isEmpty else { return [] }
    var rest = area
    return (0..<lines).flatMap { _ in
      rest.cut(area.height / lines, from: .top)
        .columns(shares: Array(repeating: 100 / columns, count: columns))
    }
  }
}

enum WallPage: Equatable {
  /// How things stand at this moment.
  case now
  /// How the last hour went.
  case hour
  /// Forms and alerts.
  case work
  /// The followed call, where it has no room beside the rest.
  case call

  var title: String {
    switch self {
    case .now: "Now"
    case .hour: "The last hour"
    case .work: "Forms and alerts"
    case .call: "Followed call"
    }
  }

  /// Its numbers, the most important first: every page has how many wait.
  var metrics: [Metric] {
    switch self {
    case .now: [.waiting, .longestWait, .live, .withOperator, .online, .problems]
    case .hour:
      [
        .waiting, .answerSpeed, .escalationRate, .abandonmentRate, .handleTime, .occupancy,
      ]
    case .work: [.waiting, .toReview, .alerts, .openSurfaces, .surfaceCompletion, .problems]
    case .call: []
    }
  }
}
