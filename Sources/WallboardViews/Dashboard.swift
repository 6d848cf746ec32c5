import OrderedCollections
package import WallboardCore
package import WallboardScreen

/// The board as it is seen: state in, cells out.
package enum Dashboard {
  /// Where everything stands on a screen of that size.
  package static func layout(size: Size, view: BoardView) -> DashboardLayout {
    DashboardLayout(size: size, view: view)
  }

  /// Draws the whole screen over whatever the canvas holds.
  package static func draw(
    _ state: WallboardState, settings: DrawSettings, into canvas: inout Canvas
  ) {
    var page = Page(size: canvas.size)
    Scene(state, settings).draw(on: &page)
    canvas = page.canvas
  }

  /// How far down the overlay can be scrolled on a screen of that size.
  package static func lastOverlayTop(
    _ state: WallboardState, settings: DrawSettings, size: Size
  ) -> Int {
    let layout = DashboardLayout(size: size, view: state.view)
    guard let area = layout.overlay else { return 0 }
    let scene = Scene(state, settings)
    return scene.overlayContent(width: OverlayFrame.inside(area).width)
      .lastTop(visible: OverlayFrame.inside(area).height)
  }
}
