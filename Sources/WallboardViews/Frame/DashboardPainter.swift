package import WallboardBoard
package import WallboardEvents
package import WallboardScreen

/// Draws one frame after another as ``Dashboard`` does, but only what changed since the last.
package struct DashboardPainter {
  private var settings: DrawSettings
  private var frames = FrameCache()
  /// What was written of the followed calls.
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

  /// Where the panes stand once their moves are made, for the frame that is about to be drawn.
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
