import OrderedCollections
import WallboardBoard
import WallboardEvents
import WallboardScreen

extension Scene {
  /// Draws what is not on the page yet of the board as a wall shows it.
  func drawWall(in layout: DashboardLayout, on page: inout Page) {
    guard let wall = view.wall else { return }
    let places = WallLayout(size: page.canvas.size, view: view, wall)
    drawWallEdges(places, wall, layout, on: &page)
    if let alarm = wallAlarm {
      page.draw(alarm, in: .wallAlarm, places.body)
      return
    }
    drawWallBody(places, on: &page)
    for (index, area) in layout.panes { drawPane(index, in: area, layout, on: &page) }
    if isWallFading { page.canvas.emphasize(places.body, .dim) }
  }

  private func drawWallEdges(
    _ places: WallLayout, _ wall: WallView, _ layout: DashboardLayout, on page: inout Page
  ) {
    page.draw(wallHeader(width: places.header.width), in: .header, places.header)
    if let bar = seekBar(width: places.seekBar.width) {
      page.draw(bar, in: .seekBar, places.seekBar)
    }
    // What is typed stands where it does at a desk, for what can be chosen stands above it.
    if view.prompt != nil {
      page.draw(Blank(), in: .wallFooter, places.footer)
      page.draw(hintLine, in: .hints, layout.hints)
    } else {
      page.draw(Blank(), in: .hints, layout.hints)
      page.draw(wallFooter(places, wall), in: .wallFooter, places.footer)
    }
  }

  private func drawWallBody(_ places: WallLayout, on page: inout Page) {
    let numbers = wallNumbers(places.page.metrics)
    page.draw(wallAlertLine, in: .alertLine, places.alert)
    for (index, (area, number)) in zip(places.tiles, numbers).enumerated() {
      page.draw(WallTile(number: number), in: .wallTile(index), area)
    }
    let others = WallOthers(numbers: Array(numbers.dropFirst(places.tiles.count)))
    page.draw(others, in: .wallOthers, places.others)
    switch places.page {
    case .now, .hour: page.draw(waitingList, in: .wallList(0), places.list)
    case .work: drawWork(in: places.list, on: &page)
    case .call: break
    }
  }
}
