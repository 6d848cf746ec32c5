/// A rectangle of cells. Its size is never negative, whatever is asked of it, so a layout needs no
/// guards against small terminals: what does not fit becomes empty.
package struct Rect: Hashable, Sendable {
  package static let zero = Rect(origin: .zero, size: .zero)

  /// The columns that it covers.
  package let columns: Range<Int>

  /// The rows that it covers.
  package let rows: Range<Int>

  package init(columns: Range<Int>, rows: Range<Int>) {
    self.columns = columns
    self.rows = rows
  }

  package init(origin: Point, size: Size) {
    columns = Self.range(from: origin.x, length: size.width)
    rows = Self.range(from: origin.y, length: size.height)
  }

  package init(x: Int, y: Int, width: Int, height: Int) {
    self.init(origin: Point(x: x, y: y), size: Size(width: width, height: height))
  }

  package var origin: Point { Point(x: columns.lowerBound, y: rows.lowerBound) }
  package var size: Size { Size(width: width, height: height) }
  package var width: Int { columns.count }
  package var height: Int { rows.count }
  package var isEmpty: Bool { columns.isEmpty || rows.isEmpty }

  package func contains(_ point: Point) -> Bool {
    columns.contains(point.x) && rows.contains(point.y)
  }

  /// The part that both cover.
  package func intersection(_ other: Rect) -> Rect {
    Rect(columns: columns.clamped(to: other.columns), rows: rows.clamped(to: other.rows))
  }

  /// The rectangle without `horizontal` columns at the left and right, and without `vertical` rows
  /// above and below.
  package func inset(horizontal: Int, vertical: Int) -> Rect {
    Rect(
      columns: Self.shrink(columns, by: horizontal),
      rows: Self.shrink(rows, by: vertical))
  }

  /// The rectangle without a margin of the same depth on every side.
  package func inset(by margin: Int) -> Rect {
    inset(horizontal: margin, vertical: margin)
  }

  // Saturates: a rectangle far outside of the canvas is clipped like any other.
  private static func range(from start: Int, length: Int) -> Range<Int> {
    let (end, overflowed) = start.addingReportingOverflow(length)
    return start..<(overflowed ? Int.max : end)
  }

  private static func shrink(_ range: Range<Int>, by margin: Int) -> Range<Int> {
    let margin = min(max(0, margin), range.count)
    let start = range.lowerBound + margin
    return start..<max(start, range.upperBound - margin)
  }
}
