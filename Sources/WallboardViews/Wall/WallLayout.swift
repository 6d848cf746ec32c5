import OrderedCollections
import WallboardBoard
import WallboardScreen

/// Where everything stands on a wall. The whole picture is a little smaller than the screen, so that
/// it can be moved: a screen that always shows the same burns in.
struct WallLayout {
  /// The connection and the clock.
  let header: Rect
  /// Which page it is, and the keys.
  let footer: Rect
  /// Where in its recording the board stands; empty on a live one.
  let seekBar: Rect
  /// A line for what is critical; empty where every row counts.
  let alert: Rect
  /// All between these.
  let body: Rect
  /// The big numbers, the most important first.
  let tiles: [Rect]
  /// A line for numbers that have no tile.
  let others: Rect
  /// Who waits, or what is to be done.
  let list: Rect
  /// The followed call; empty where there is none, or no room on this page.
  let pane: Rect
  /// The pages, in their order.
  let pages: [WallPage]
  let page: WallPage

  /// The columns and rows that the picture may move by.
  private static let room = Size(width: 2, height: 1)
  /// The smallest screen that gives some of it up for that.
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

  /// The visible pane, by its place among all.
  var panes: OrderedDictionary<Int, Rect> { pane.isEmpty ? [:] : [0: pane] }

  /// The screen without what is left for moving, at that step of moving.
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
