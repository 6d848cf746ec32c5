import WallboardBoard
import WallboardEvents
import WallboardScreen

/// A canvas, and what its parts were drawn from: what would be drawn from the same again is left as
/// it is. Only what changes within a second is compared; for all else there is ``Ground``.
struct Page {
  var canvas: Canvas
  private var cache = FrameCache()
  var panes: [CallSID: DrawnPane] = [:]
  /// What was written of the followed calls; it outlives the page.
  var caches: [CallSID: EntryCache]

  /// An empty page.
  init(size: Size, glyphs: GlyphSet = .unicode, caches: [CallSID: EntryCache] = [:]) {
    canvas = Canvas(size: size, glyphs: glyphs)
    self.caches = caches
  }

  /// Draws what is to be seen in a slot, unless it is there already.
  mutating func draw(_ region: some Region, in slot: FrameCache.Slot, _ area: Rect) {
    cache.draw(region, in: slot, area, on: &canvas)
  }
}
