import WallboardScreen

extension Scene {
  /// Draws as many of the tiles as there is room for: each on one line as `36 live`, or, where the
  /// area is two lines high, the number above its name.
  func draw(_ tiles: [Tile], in area: Rect, on canvas: inout Canvas) {
    let isTall = area.height >= 2
    var rest = area.divided(at: 1, from: .left).remainder
    for tile in fitted(tiles, to: rest.width, isTall: isTall) {
      _ = rest.cut(gap(before: tile), from: .left)
      let field = rest.cut(width(of: tile, isTall: isTall), from: .left)
      if isTall { drawTall(tile, in: field, on: &canvas) }
      if !isTall { drawFlat(tile, in: field, on: &canvas) }
    }
    if freshness != .live { canvas.restyle(area, role: .stale) }
  }

  private func fitted(_ tiles: [Tile], to width: Int, isTall: Bool) -> [Tile] {
    var tiles = tiles
    while tiles.count > 1, self.width(of: tiles, isTall: isTall) > width {
      let leastUseful = tiles.indices.max { tiles[$0].rank < tiles[$1].rank }
      tiles.remove(at: leastUseful ?? tiles.endIndex - 1)
    }
    return tiles
  }

  private func width(of tiles: [Tile], isTall: Bool) -> Int {
    tiles.reduce(0) { $0 + gap(before: $1) + width(of: $1, isTall: isTall) }
  }

  private func gap(before tile: Tile) -> Int {
    tile.rank == 0 ? 0 : tile.beginsGroup ? 4 : 2
  }

  private func width(of tile: Tile, isTall: Bool) -> Int {
    let value = lettering.width(of: tile.value)
    let label = lettering.width(of: tile.label)
    let width = isTall ? max(value, label) : value + 1 + label
    return tile.isLoud ? width + 2 : width
  }

  private func drawFlat(_ tile: Tile, in field: Rect, on canvas: inout Canvas) {
    let inside = tile.isLoud ? field.inset(horizontal: 1, vertical: 0) : field
    if tile.isLoud { canvas.fill(field, role: tile.role) }
    draw(
      [
        Phrase(tile.value + " ", tile.role, emphasis: .bold),
        Phrase(tile.label, tile.isLoud ? tile.role : .label),
      ], in: inside, on: &canvas)
  }

  private func drawTall(_ tile: Tile, in field: Rect, on canvas: inout Canvas) {
    if tile.isLoud { canvas.fill(field, role: tile.role) }
    draw(
      Phrase(tile.value, tile.role, emphasis: .bold), in: field.row(0), alignment: .center,
      on: &canvas)
    draw(
      Phrase(tile.label, tile.isLoud ? tile.role : .label), in: field.row(1), alignment: .center,
      on: &canvas)
  }
}
