package import WallboardBoard
package import WallboardEvents
package import WallboardScreen

/// Draws one frame after another as ``Dashboard`` does, but only what changed since the last.
///
/// A busy board changes a few lines a frame, and drawing is the most that a frame costs.
package struct DashboardPainter {
  private var settings: DrawSettings
  private var page = Page(size: .zero)
  private var ground: Ground?

  /// A painter that has drawn nothing.
  package init(_ settings: DrawSettings) {
    self.settings = settings
  }

  /// The whole screen.
  package mutating func draw(_ state: WallboardState, size: Size, utcOffset: Int) -> Canvas {
    settings.utcOffset = utcOffset
    let scene = Scene(state, settings)
    let ground = Ground(scene, size: size)
    if ground == nil || ground != self.ground {
      page = Page(size: size, glyphs: settings.glyphs, caches: page.caches)
    }
    self.ground = ground
    scene.draw(on: &page)
    return page.canvas
  }

  /// Where the panes stand once their moves are made, for the frame that is about to be drawn.
  package mutating func panePositions(
    _ state: WallboardState, size: Size, utcOffset: Int
  ) -> [CallSID: PanePosition] {
    settings.utcOffset = utcOffset
    page.caches = page.caches.filter { call in
      state.view.panes.contains { $0.callSID == call.key }
    }
    return Scene(state, settings).panePositions(size: size, caches: &page.caches)
  }
}
