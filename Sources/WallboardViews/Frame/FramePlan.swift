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
    /// A line of a panel's table, counted from the first that is seen; the first stands for all where
    /// there are no rows.
    case line(Panel, Int)
    /// A followed call's, by its place among all.
    case paneBorder(Int), paneFacts(Int), paneSide(Int), paneStatus(Int)
    case paneLine(Int, Int)
    case wallAlarm, wallOthers, wallFooter
    case wallTile(Int), wallList(Int)
  }

  /// What is done to all that is seen of a part.
  enum Veil: Equatable {
    /// It is old.
    case stale
    /// It may be old.
    case dim
  }

  /// A region, and where it is seen.
  struct Part {
    let slot: Slot
    let area: Rect
    let region: any Region
    let veil: Veil?
  }

  let size: Size
  /// What is done to the parts that are added.
  var veil: Veil?
  private(set) var parts: [Part] = []

  init(size: Size) {
    self.size = size
  }

  mutating func add(_ region: some Region, in slot: Slot, _ area: Rect) {
    guard !area.isEmpty else { return }
    parts.append(Part(slot: slot, area: area, region: region, veil: veil))
  }
}
