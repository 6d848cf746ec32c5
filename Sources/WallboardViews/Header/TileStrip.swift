import WallboardBoard
import WallboardScreen

/// As many of the header's numbers as fit: on one line as `36 live`, or, in an area of two lines,
/// the number above its name. The target and a trend of the last hour follow where there is room.
struct TileStrip: Equatable {
  /// The most urgent first.
  let tiles: [Tile]
  /// Whether the numbers are old.
  let isStale: Bool

  /// The columns of a trend.
  static let trendWidth = 8

  /// The narrowest header with trends.
  private static let narrowestTrends = 160

  /// Whether a header of that size shows trends. Its first line has no tiles.
  static func hasTrends(_ header: Size) -> Bool {
    header.height >= 3 && header.width >= narrowestTrends
  }

  func draw(in area: Rect, on canvas: inout Canvas) {
    let isTall = area.height >= 2
    var rest = area.divided(at: 1, from: .left).remainder
    let fit = TileFit(tiles, width: rest.width, isTall: isTall, canvas.lettering)
    var last: TileFit.Piece?
    for piece in fit.shown {
      _ = rest.cut(fit.gap(between: last, piece), from: .left)
      last = piece
      let field = rest.cut(fit.width(of: piece), from: .left)
      let inside = fit.isPadded(piece) ? field.inset(horizontal: 1, vertical: 0) : field
      if piece.tile.isLoud { canvas.fill(field, role: piece.tile.role) }
      draw(piece, isTall: isTall, in: inside, on: &canvas)
    }
    if isStale { canvas.restyle(area, role: .stale) }
  }

  private func draw(
    _ piece: TileFit.Piece, isTall: Bool, in field: Rect, on canvas: inout Canvas
  ) {
    let tile = piece.tile
    // Muted words on a loud tile would look like a hole in it.
    let quiet = { (role: StyleRole) in tile.isLoud ? tile.role : role }
    var number = [StyledText(tile.text, tile.role, emphasis: [.bold, .figure])]
    if piece.showsTarget, let target = tile.target {
      number.append(StyledText(" / \(target)", quiet(.muted)))
    }
    if piece.showsTrend, let trend = tile.trend {
      number.append(StyledText(" " + trend, quiet(.muted)))
    }
    if isTall {
      canvas.draw(number, in: field.row(0))
      canvas.draw(StyledText(tile.label, quiet(.label)), in: field.row(1))
    } else {
      canvas.draw(number + [StyledText(" " + tile.shortLabel, quiet(.label))], in: field)
    }
  }
}

/// A number of the header with its name.
struct Tile: Equatable {
  /// The value in words, with a mark where it is past its target.
  let text: String
  /// What ``text`` becomes past the target, so that room is kept for it; empty without a target.
  let markedText: String
  let label: String
  /// The name on a single line.
  let shortLabel: String
  let role: StyleRole
  /// The target in words.
  let target: String?
  /// Which tile goes first where there is no room: the highest rank.
  let rank: Int
  /// Whether the whole tile is drawn in its role.
  let isLoud: Bool
  /// Whether it may come to be loud.
  let canBeLoud: Bool
  /// Whether it begins a group, with some free columns before it.
  let beginsGroup: Bool
  /// A trend of the last hour, where there is room.
  let trend: String?
}

/// Which of the header's numbers there is room for, and what beside them.
private struct TileFit {
  /// A number, and what is drawn beside it.
  struct Piece {
    let tile: Tile
    var isShown = false
    var showsTarget = false
    var showsTrend = false
  }

  private var pieces: [Piece]
  private let width: Int
  /// Whether the name stands below the number.
  private let isTall: Bool
  private let lettering: Lettering

  /// The first number is shown however little room there is.
  init(_ tiles: [Tile], width: Int, isTall: Bool, _ lettering: Lettering) {
    pieces = tiles.map { Piece(tile: $0) }
    self.width = width
    self.isTall = isTall
    self.lettering = lettering
    let ranked = tiles.indices.sorted { tiles[$0].rank < tiles[$1].rank }
    if let first = ranked.first { pieces[first].isShown = true }
    let rest = ranked.firstIndex { tiles[$0].rank >= TilePlace.firstOfTheRest } ?? ranked.endIndex
    for wave in [ranked[..<rest], ranked[rest...]] {
      let isFull = !wave.allSatisfy { index in grant { $0[index].isShown = true } }
      for index in wave where pieces[index].isShown && tiles[index].target != nil {
        _ = grant { $0[index].showsTarget = true }
      }
      for index in wave where pieces[index].isShown && tiles[index].trend != nil {
        _ = grant { $0[index].showsTrend = true }
      }
      if isFull { return }
    }
  }

  /// What is shown, from left to right.
  var shown: [Piece] { pieces.filter(\.isShown) }

  /// The free columns between two pieces; none before the first. A padded one brings its own.
  func gap(between left: Piece?, _ right: Piece) -> Int {
    guard let left else { return 0 }
    if right.tile.beginsGroup { return 4 }
    return isPadded(left) && isPadded(right) ? 1 : 2
  }

  /// Whether a free column stands on each side. A tall header keeps them free for tiles that can
  /// become loud, so that nothing moves then.
  func isPadded(_ piece: Piece) -> Bool {
    piece.tile.isLoud || isTall && piece.tile.canBeLoud
  }

  /// The columns of a piece.
  func width(of piece: Piece) -> Int {
    let tile = piece.tile
    var value = lettering.width(of: tile.text)
    if isTall { value = max(value, lettering.width(of: tile.markedText)) }
    if piece.showsTarget, let target = tile.target { value += 3 + lettering.width(of: target) }
    if piece.showsTrend { value += 1 + TileStrip.trendWidth }
    let label = lettering.width(of: isTall ? tile.label : tile.shortLabel)
    return (isTall ? max(value, label) : value + 1 + label) + (isPadded(piece) ? 2 : 0)
  }

  private var needed: Int {
    var needed = 0
    var last: Piece?
    for piece in shown {
      needed += gap(between: last, piece) + width(of: piece)
      last = piece
    }
    return needed
  }

  /// Makes the change if there is room for it.
  private mutating func grant(_ change: (inout [Piece]) -> Void) -> Bool {
    let before = pieces
    change(&pieces)
    guard needed > width else { return true }
    pieces = before
    return false
  }
}
