import WallboardScreen

/// As many of the header's numbers as there is room for: each on one line as `36 live`, or, where the
/// area is two lines high, the number above its name. Beside the number stand what is aimed at and how it
/// went in the last hour, where there is room.
struct TileStrip: Equatable {
  /// The most urgent first.
  let tiles: [Tile]
  /// Whether the numbers are old.
  let isStale: Bool

  /// The narrowest screen on which the header shows how numbers went.
  private static let narrowestTrends = 160

  /// Whether numbers are seen with their last hour in a header of that size, whose first line is another's.
  static func hasTrends(_ header: Size) -> Bool {
    header.height >= 3 && header.width >= narrowestTrends
  }

  func draw(in area: Rect, on canvas: inout Canvas) {
    let isTall = area.height >= 2
    var rest = area.divided(at: 1, from: .left).remainder
    let strip = Strip(tiles, width: rest.width, isTall: isTall, canvas.lettering)
    var last: Strip.Piece?
    for piece in strip.shown {
      _ = rest.cut(strip.gap(between: last, piece), from: .left)
      last = piece
      let field = rest.cut(strip.width(of: piece), from: .left)
      let inside = strip.isPadded(piece) ? field.inset(horizontal: 1, vertical: 0) : field
      if piece.tile.isLoud { canvas.fill(field, role: piece.tile.role) }
      draw(piece, isTall: isTall, in: inside, on: &canvas)
    }
    if isStale { canvas.restyle(area, role: .stale) }
  }

  private func draw(
    _ piece: Strip.Piece, isTall: Bool, in field: Rect, on canvas: inout Canvas
  ) {
    let tile = piece.tile
    // On a loud tile nothing may be quiet: it would be a hole in it.
    let quiet = { (role: StyleRole) in tile.isLoud ? tile.role : role }
    var number = [Phrase(tile.text, tile.role, emphasis: .bold)]
    if piece.showsTarget, let target = tile.target {
      number.append(Phrase(" / \(target)", quiet(.muted)))
    }
    if piece.showsTrend, let trend = tile.trend {
      number.append(Phrase(" " + trend, quiet(.muted)))
    }
    if isTall {
      canvas.draw(number, in: field.row(0))
      canvas.draw(Phrase(tile.label, quiet(.label)), in: field.row(1))
    } else {
      canvas.draw(number + [Phrase(" " + tile.shortLabel, quiet(.label))], in: field)
    }
  }
}
