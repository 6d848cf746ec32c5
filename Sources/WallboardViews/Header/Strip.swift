import WallboardScreen

/// Which of the header's numbers there is room for, and what beside them.
struct Strip {
  /// A number, and what is drawn beside it.
  struct Piece {
    let tile: Tile
    var isShown = false
    var showsTarget = false
    var showsTrend = false
  }

  /// The columns of a trend.
  static let trendWidth = 8

  private(set) var pieces: [Piece]
  private let width: Int
  /// Whether the name stands below the number.
  let isTall: Bool
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

  /// Whether a free column stands on each side of it. Where there are two lines, there is room to
  /// keep them free, so that nothing moves when it gets loud.
  func isPadded(_ piece: Piece) -> Bool {
    piece.tile.isLoud || isTall && piece.tile.canBeLoud
  }

  /// The columns of a piece.
  func width(of piece: Piece) -> Int {
    let tile = piece.tile
    var value = lettering.width(of: tile.text)
    if isTall { value = max(value, lettering.width(of: tile.markedText)) }
    if piece.showsTarget, let target = tile.target { value += 3 + lettering.width(of: target) }
    if piece.showsTrend { value += 1 + Self.trendWidth }
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
