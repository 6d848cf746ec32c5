import WallboardBoard
import WallboardScreen

/// What is to be seen on a screen: its parts, from the lowest to what lies on top.
struct FramePlan {
  /// A place that holds one region at a time.
  enum Slot: Hashable {
    case header, alertLine, hints, seekBar, overlay, palette, tooSmall
    case heading(Panel)
    case side(Panel, Edge)
    case footer(Panel)
    case columnTitles(Panel)
    /// A line of a panel's table, counted from the first that is seen. Where there are no rows, the words
    /// in their place are the first.
    case line(Panel, Int)
    /// A followed call's, by its place among all.
    case paneBorder(Int), paneTitle(Int), paneFooter(Int)
    case paneFacts(Int), paneSide(Int), paneStatus(Int)
    case paneLine(Int, Int)
    case wallAlarm, wallOthers, wallFooter
    case wallTile(Int), wallList(Int)
  }

  /// How a part is told to be old.
  enum Veil: Equatable {
    /// Nothing is heard any more.
    case stale
    /// On a wall: the stream has ended a moment ago, or reads alone tell what there is.
    case dim
  }

  /// A region, and where it is seen.
  struct Part {
    let slot: Slot
    let area: Rect
    let region: any Region
    let veil: Veil?
  }

  /// No larger than a canvas can be.
  let size: Size
  private(set) var parts: [Part] = []

  init(size: Size) {
    self.size = Size(
      width: min(size.width, Canvas.maximumSize.width),
      height: min(size.height, Canvas.maximumSize.height))
  }

  /// Puts a region on top of what was added before. No slot is used twice.
  mutating func add(_ region: some Region, in slot: Slot, _ area: Rect, _ veil: Veil? = nil) {
    guard !area.isEmpty else { return }
    parts.append(Part(slot: slot, area: area, region: region, veil: veil))
  }
}
