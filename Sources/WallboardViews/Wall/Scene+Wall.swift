import OrderedCollections
import WallboardBoard
import WallboardEvents
import WallboardScreen

extension Scene {
  /// Draws what is not on the page yet of the board as a wall shows it.
  func drawWall(in layout: DashboardLayout, on page: inout Page) {
    guard let wall = view.wall else { return }
    let places = WallLayout(size: page.canvas.size, view: view, wall)
    let surroundings = Surroundings(self)
    if page.surroundings != surroundings {
      page.surroundings = surroundings
      drawWallEdges(places, wall, layout, on: &page.canvas)
      drawWallBody(places, on: &page.canvas)
    }
    guard wallAlarm == nil else { return }
    for (index, area) in layout.panes { drawPane(index, in: area, layout, on: &page) }
    if isWallFading { page.canvas.emphasize(places.body, .dim) }
  }

  private func drawWallBody(_ places: WallLayout, on canvas: inout Canvas) {
    if let alarm = wallAlarm {
      canvas.clear(places.body)
      canvas.clear(places.alert)
      return draw(alarm, in: places.body, on: &canvas)
    }
    let numbers = wallNumbers(places.page.metrics)
    drawWallAlert(in: places.alert, on: &canvas)
    for (area, number) in zip(places.tiles, numbers) { draw(number, in: area, on: &canvas) }
    canvas.clear(places.others)
    drawOthers(numbers.dropFirst(places.tiles.count), in: places.others, on: &canvas)
    drawWallList(places, on: &canvas)
  }

  /// Draws a number with its name above and its target below.
  private func draw(_ number: WallNumber, in area: Rect, on canvas: inout Canvas) {
    let role = number.isLoud ? StyleRole.alert : number.role
    let frame = PanelFrame(area)
    if number.isLoud { canvas.fill(area, role: role) } else { canvas.clear(area) }
    let isBoxed = area.height >= 5
    if isBoxed {
      canvas.drawBox(
        area, glyphs: glyphs,
        role: number.isLoud ? role : number.role == .bigNumber ? .border : role)
    }
    let title = Phrase(" \(number.name) ", number.isLoud ? role : .title, emphasis: .bold)
    draw(title, in: frame.title, on: &canvas)
    guard isBoxed else {
      return drawBig(
        number.figure, role, in: area.divided(at: 1, from: .top).remainder, on: &canvas)
    }
    drawBig(number.figure, role, in: area.inset(horizontal: 2, vertical: 1), on: &canvas)
    guard !number.note.text.isEmpty else { return }
    let note = Phrase(
      " \(number.note.text) ", number.isLoud ? role : number.note.role, emphasis: .bold)
    draw(note, in: frame.notes, alignment: .right, on: &canvas)
  }

  /// Draws the numbers for which there is no tile on one line, as many as fit.
  private func drawOthers(
    _ numbers: ArraySlice<WallNumber>, in line: Rect, on canvas: inout Canvas
  ) {
    var rest = line.inset(horizontal: 1, vertical: 0)
    for number in numbers {
      let role = number.isLoud ? StyleRole.alert : number.role
      let mark = number.role == .bigNumber || number.role == .muted ? "" : "\(glyphs.warning) "
      let phrases = [
        Phrase("\(number.name.lowercased()) ", number.isLoud ? role : .label),
        Phrase("\(mark)\(number.figure)", role, emphasis: .bold),
      ]
      guard width(of: phrases) <= rest.width else { continue }
      rest = draw(phrases, in: rest, on: &canvas)
      _ = rest.cut(4, from: .left)
    }
  }
}
