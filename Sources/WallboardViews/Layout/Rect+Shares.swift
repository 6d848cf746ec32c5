import WallboardScreen

extension Rect {
  /// The rectangle in bands from top to bottom, as high as their shares of a hundred; the last
  /// takes what remains.
  func rows(shares: [Int]) -> [Rect] {
    bands(shares, of: height, from: .top)
  }

  /// The same from left to right.
  func columns(shares: [Int]) -> [Rect] {
    bands(shares, of: width, from: .left)
  }

  /// The rectangle of at most that size in the middle of this one.
  func centered(width: Int, height: Int) -> Rect {
    let size = Size(width: min(width, self.width), height: min(height, self.height))
    return Rect(
      origin: Point(
        x: columns.lowerBound + (self.width - size.width) / 2,
        y: rows.lowerBound + (self.height - size.height) / 2),
      size: size)
  }

  private func bands(_ shares: [Int], of length: Int, from edge: Edge) -> [Rect] {
    var rest = self
    let first = shares.dropLast().map { rest.cut(length * $0 / 100, from: edge) }
    return first + [rest]
  }
}
