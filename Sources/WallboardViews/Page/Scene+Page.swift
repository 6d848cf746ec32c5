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
    if let overlay = layout.overlay { drawOverlay(in: overlay, on: &page.canvas) }
    if let prompt = paletteQuery {
      let foot = layout.seekBar.isEmpty ? layout.hints : layout.seekBar
      drawPalette(prompt, above: foot, on: &page.canvas)
    }
  }

  private func drawSurroundings(in layout: DashboardLayout, on page: inout Page) {
    let surroundings = Surroundings(self)
    guard page.surroundings != surroundings else { return }
    page.surroundings = surroundings
    drawHeader(in: layout.header, on: &page)
    drawAlertLine(in: layout.alertLine, on: &page)
    for (panel, area) in layout.panels {
      drawPanel(panel, in: area, tabs: layout.tabs(of: panel), on: &page)
    }
    drawHints(in: layout.hints, on: &page)
    drawSeekBar(in: layout.seekBar, on: &page)
  }

  private func drawHeader(in area: Rect, on page: inout Page) {
    let words = headerWords
    guard page.header != words else { return }
    page.header = words
    page.canvas.clear(area)
    draw(words, in: area, on: &page.canvas)
  }

  private func drawSeekBar(in row: Rect, on page: inout Page) {
    guard let bar = seekBar(width: row.width), page.seekBar != bar else { return }
    page.seekBar = bar
    page.canvas.clear(row)
    draw(bar, in: row, on: &page.canvas)
  }

  private func drawHints(in area: Rect, on page: inout Page) {
    let line = hintLine
    guard page.hints != line else { return }
    page.hints = line
    page.canvas.clear(area)
    draw(line, in: area, on: &page.canvas)
  }
}
