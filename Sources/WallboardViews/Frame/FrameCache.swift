package import WallboardBoard
package import WallboardEvents
package import WallboardScreen

/// Draws one frame after another as ``Dashboard`` does, but only what changed since the last.
package struct DashboardPainter {
  private var settings: DrawSettings
  private var frames = FrameCache()
  /// The lines of followed calls that are laid out already.
  private var caches: [CallSID: EntryCache] = [:]

  /// A painter that has drawn nothing.
  package init(_ settings: DrawSettings) {
    self.settings = settings
  }

  /// The whole screen.
  package mutating func draw(_ state: WallboardState, size: Size, utcOffset: Int) -> Canvas {
    settings.utcOffset = utcOffset
    let plan = FramePlanner(context: FrameContext(state, settings)).plan(
      size: size, caches: &caches)
    frames.draw(plan, with: settings.glyphs)
    return frames.canvas
  }

  /// Where the panes are scrolled to, after the moves that were asked for, in the next frame.
  package mutating func panePositions(
    _ state: WallboardState, size: Size, utcOffset: Int
  ) -> [CallSID: PanePosition] {
    settings.utcOffset = utcOffset
    caches = caches.filter { call in
      state.view.panes.contains { $0.callSID == call.key }
    }
    return PaneMaker(context: FrameContext(state, settings)).positions(size: size, caches: &caches)
  }
}

/// Draws one frame after another, each only where it differs from the one before.
///
/// A busy board changes a few lines a frame, and drawing is the most expensive part of a frame.
struct FrameCache {
  private(set) var canvas: Canvas
  private var drawn: [FramePlan.Slot: FramePlan.Part] = [:]

  init(size: Size = .zero, glyphs: GlyphSet = .unicode) {
    canvas = Canvas(size: size, glyphs: glyphs)
  }

  /// Draws the parts that changed or moved, and those on top of what was drawn anew.
  mutating func draw(_ plan: FramePlan, with glyphs: GlyphSet) {
    if canvas.size != plan.size || canvas.glyphs != glyphs {
      self = FrameCache(size: plan.size, glyphs: glyphs)
    }
    var changed = clearWhatIsGone(in: plan)
    for part in plan.parts {
      if let known = drawn[part.slot], known.isSame(as: part),
        !changed.contains(where: { !$0.intersection(part.area).isEmpty })
      {
        continue
      }
      canvas.clear(part.area)
      part.draw(on: &canvas)
      drawn[part.slot] = part
      changed.append(part.area)
    }
  }

  /// Clears the areas of parts that are gone or moved: what lies below is drawn again.
  private mutating func clearWhatIsGone(in plan: FramePlan) -> [Rect] {
    var areas: [FramePlan.Slot: Rect] = [:]
    for part in plan.parts { areas[part.slot] = part.area }
    assert(areas.count == plan.parts.count, "a slot holds one region at a time")
    let gone = drawn.values.filter { areas[$0.slot] != $0.area }
    for part in gone {
      canvas.clear(part.area)
      drawn[part.slot] = nil
    }
    return gone.map(\.area)
  }
}

extension FramePlan.Part {
  fileprivate func isSame(as other: FramePlan.Part) -> Bool {
    area == other.area && veil == other.veil && region.isEqual(to: other.region)
  }

  fileprivate func draw(on canvas: inout Canvas) {
    region.draw(in: area, on: &canvas)
    switch veil {
    case .stale: canvas.restyle(area, role: .stale)
    case .dim: canvas.emphasize(area, .dim)
    case nil: break
    }
  }
}

extension Region {
  fileprivate func isEqual(to other: any Region) -> Bool {
    if let other = other as? Self { self == other } else { false }
  }
}
