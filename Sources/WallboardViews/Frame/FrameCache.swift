import WallboardBoard
import WallboardScreen

/// What stands on a canvas: for each slot the region that was drawn last, and where. One that is equal
/// is not drawn again.
struct FrameCache {
  /// A place of the layout that holds one region at a time.
  enum Slot: Hashable {
    case header, alertLine, hints, seekBar, overlay, palette
    case heading(Panel)
    case side(Panel, Edge)
    case footer(Panel)
    case emptyPanel(Panel)
    case wallAlarm, wallOthers, wallFooter
    case wallTile(Int), wallList(Int)
    case columnTitles(Panel)
    /// A line of a panel's table, counted from the first that is seen.
    case line(Panel, Int)
  }

  private struct Drawn {
    let region: any Region
    let area: Rect
  }

  private var drawn: [Slot: Drawn] = [:]

  /// Draws what is to be seen in a slot, unless it is there already.
  mutating func draw<Part: Region>(
    _ region: Part, in slot: Slot, _ area: Rect, on canvas: inout Canvas
  ) {
    let known = drawn[slot]
    if known?.area == area, let same = known?.region as? Part, same == region { return }
    drawn[slot] = Drawn(region: region, area: area)
    canvas.clear(area)
    region.draw(in: area, on: &canvas)
  }
}
