import OrderedCollections
import WallboardBoard
import WallboardEvents
import WallboardScreen

extension Scene {
  /// Draws what is not on the page yet.
  func draw(on page: inout Page) {
    let layout = self.layout(size: page.canvas.size)
    guard layout.fits else { return drawTooSmall(on: &page.canvas) }
    if view.wall != nil {
      drawWall(in: layout, on: &page)
    } else {
      drawSurroundings(in: layout, on: &page)
      for (index, area) in layout.panes { drawPane(index, in: area, layout, on: &page) }
    }
    if let overlay = layout.overlay {
      let (box, area) = overlayBox(in: overlay)
      page.draw(box, in: .overlay, OverlayFrame.whole(area))
    }
    if let prompt = paletteQuery {
      let foot = layout.seekBar.isEmpty ? layout.hints : layout.seekBar
      let (box, area) = paletteBox(prompt, above: foot, width: page.canvas.size.width)
      page.draw(box, in: .palette, area)
    }
  }

  private func drawSurroundings(in layout: DashboardLayout, on page: inout Page) {
    page.draw(header(of: layout.header.size), in: .header, layout.header)
    if let alertLine { page.draw(alertLine, in: .alertLine, layout.alertLine) }
    for (panel, area) in layout.panels {
      drawPanel(panel, in: area, tabs: layout.tabs(of: panel), on: &page)
    }
    page.draw(hintLine, in: .hints, layout.hints)
    if let bar = seekBar(width: layout.seekBar.width) {
      page.draw(bar, in: .seekBar, layout.seekBar)
    }
  }
}
