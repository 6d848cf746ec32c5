/// A place on the screen, counted from the top left; it may lie outside of any canvas.
package struct Point: Hashable, Sendable {
  /// The top left cell.
  package static let zero = Point(x: 0, y: 0)

  package var x: Int
  package var y: Int

  /// The cell of that column and row, both counted from 0.
  package init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}
