package import WallboardCore
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
    if ground == nil || ground != self.ground { page = Page(size: size) }
    self.ground = ground
    scene.draw(on: &page)
    return page.canvas
  }
}
