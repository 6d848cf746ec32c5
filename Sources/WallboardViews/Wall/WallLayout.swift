import OrderedCollections
import WallboardBoard
import WallboardScreen

/// Where everything stands on a wall: the same at any moment, so that nothing moves when somebody
/// comes to wait. The picture is a little smaller than the screen, so that it can be shifted against
/// burn-in.
struct WallLayout {
  /// Whether a line of text is too low to be read from afar.
  let isHigh: Bool
  /// The clock and the numbers beside it; empty on a low screen, which has its clock in the footer.
  let band: Rect
  /// Everything between the band and the footer.
  let body: Rect
  /// How many wait, and the longest wait.
  let tiles: [Rect]
  let tile: WallTile.Form
  /// Who waits.
  let list: Rect
  /// The followed call; empty where there is none, or no room.
  let pane: Rect
  /// What else matters, on a line; empty where every row counts.
  let rest: Rect
  /// The position in a recording; empty on a live board.
  let seekBar: Rect
  /// The connection, and the keys.
  let footer: Rect

  /// How far the picture can be shifted.
  private static let room = Size(width: 2, height: 1)
  /// The smallest screen on which it is shifted.
  private static let smallestMoved = Size(width: 60, height: 20)
  /// The lowest picture with a label of several rows, and with a band.
  private static let lowestTall = 18
  private static let lowestWithMargins = 30
  /// The lowest picture on which a line of text is too low to be read from afar.
  private static let lowestHigh = 52
  private static let lowestPane = 12

  init(size: Size, view: BoardView, _ wall: WallView) {
    var area = Self.area(size, shift: wall.shift)
    let height = area.height
    let isTall = height >= Self.lowestTall
    isHigh = height >= Self.lowestHigh
    let gap = isTall ? 1 : 0
    footer = area.cut(1, from: .bottom)
    seekBar = area.cut(view.playback == nil ? 0 : 1, from: .bottom)
    let bandHeight = isHigh ? BigText.Size.medium.height : BigText.Size.small.height
    band = area.cut(isTall ? bandHeight : 0, from: .top)
    body = area
    _ = area.cut(gap, from: .top)
    rest = area.cut(isHigh ? BigText.Size.small.height : isTall ? 1 : 0, from: .bottom)
    _ = area.cut(isHigh ? 1 : 0, from: .bottom)
    let shares = Self.shares(of: area.width)
    tile = WallTile.Form(
      figure: Self.figure(height: height, width: shares.longest - 2), isTall: isTall,
      margin: height >= Self.lowestWithMargins ? 1 : 0)
    var strip = area.cut(tile.height, from: .top)
    tiles = [strip.cut(shares.waiting, from: .left), strip.divided(at: 1, from: .left).remainder]
    _ = area.cut(gap, from: .top)
    (list, pane) = Self.split(area, isFollowing: !view.panes.isEmpty)
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

  /// A time is wider than a count. There is a free column between the two.
  private static func shares(of width: Int) -> (waiting: Int, longest: Int) {
    let waiting = width * 39 / 100
    return (waiting, width - waiting - 1)
  }

  /// The largest letters in which a time fits, and that leave room for who waits.
  private static func figure(height: Int, width: Int) -> BigText.Size {
    let lowest: [(BigText.Size, Int)] = [(.giant, 54), (.huge, 34), (.large, 22), (.medium, 14)]
    return lowest.first {
      height >= $0.1 && BigText.width(of: "00:00", $0.0) <= width
    }?.0 ?? .small
  }

  /// The list, and the followed call beside or below it.
  private static func split(_ area: Rect, isFollowing: Bool) -> (list: Rect, pane: Rect) {
    guard isFollowing, area.height >= lowestPane else { return (area, .zero) }
    if area.width >= 100 {
      let (pane, list) = area.divided(at: area.width / 2, from: .right)
      return (list.divided(at: 1, from: .right).remainder, pane)
    }
    guard area.height >= 2 * lowestPane else { return (area, .zero) }
    let (pane, list) = area.divided(at: area.height / 2, from: .bottom)
    return (list, pane)
  }
}
