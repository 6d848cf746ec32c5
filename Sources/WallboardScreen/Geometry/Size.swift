/// How many columns and rows something takes; never negative.
package struct Size: Hashable, Sendable {
  /// No columns and no rows.
  package static let zero = Size(width: 0, height: 0)

  package let width: Int
  package let height: Int

  /// Creates a size; a negative length becomes zero.
  package init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }
}
