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
    let scene = Scene(state, settings)
    let layout = DashboardLayout(size: canvas.size, view: state.view)
    canvas.fill(canvas.bounds)
    guard layout.fits else {
      scene.drawTooSmall(on: &canvas)
      return
    }
    scene.drawHeader(in: layout.header, on: &canvas)
    for (panel, area) in layout.panels {
      scene.drawPanel(panel, in: area, tabs: layout.tabs(of: panel), on: &canvas)
    }
    scene.drawHints(in: layout.hints, on: &canvas)
    if let overlay = layout.overlay { scene.drawOverlay(in: overlay, on: &canvas) }
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
