import WallboardBoard
import WallboardEvents
import WallboardScreen

/// A canvas, and what its parts were drawn from: what would be drawn from the same again is left as
/// it is. Only what changes within a second is compared; for all else there is ``Ground``.
struct Page {
  var canvas: Canvas
  var surroundings: Surroundings?
  var header: HeaderWords?
  var hints: HintLine?
  var seekBar: SeekBar?
  var alertLine: AlertLine?
  var frames: [Panel: FrameWords] = [:]
  var calls = DrawnTable<ListedCall>()
  var operators = DrawnTable<Operator>()
  var surfaces = DrawnTable<Surface>()
  var activity = DrawnTable<ActivityEntry>()
  var numbers = DrawnTable<NumberRow>()
  var alerts = DrawnTable<Alert>()
  var panes: [CallSID: DrawnPane] = [:]
  /// What was written of the followed calls; it outlives the page.
  var caches: [CallSID: EntryCache]

  /// An empty page.
  init(size: Size, caches: [CallSID: EntryCache] = [:]) {
    canvas = Canvas(size: size)
    self.caches = caches
  }
}

/// A table as it stands on a page.
struct DrawnTable<Thing> {
  /// `nil` while the table is not there.
  var layout: ColumnLayout<Thing>?
  private var lines: [TableLine?] = []

  /// Notes what the line of that index shows from now on; `false` when it shows that already.
  mutating func replace(_ index: Int, with line: TableLine?) -> Bool {
    while lines.count <= index { lines.append(nil) }
    guard lines[index] != line else { return false }
    lines[index] = line
    return true
  }
}

/// What a line of a table shows.
struct TableLine: Equatable {
  let row: RowID
  /// When an event last changed what it shows.
  let touched: Revision
  /// Whether it is the selected one of the panel that has the focus.
  let isMarked: Bool
  /// Whether it is a call that is followed.
  let isFollowed: Bool
}
