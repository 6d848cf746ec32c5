/// A rectangle of cells. Its size is never negative, whatever is asked of it, so a layout needs no
/// guards against small terminals: what does not fit becomes empty.
package struct Rect: Hashable, Sendable {
  package static let zero = Rect(origin: .zero, size: .zero)

  package let columns: Range<Int>
  package let rows: Range<Int>

  package init(columns: Range<Int>, rows: Range<Int>) {
    self.columns = columns
    self.rows = rows
  }

  /// The cells of that size from their top left one.
  package init(origin: Point, size: Size) {
    columns = Self.range(from: origin.x, length: size.width)
    rows = Self.range(from: origin.y, length: size.height)
  }

  /// The cells of that width and height from a column and a row.
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

extension Rect {
  /// Cuts the rectangle in two: a slice of `depth` rows or columns along `edge`, and what remains.
  package func divided(at depth: Int, from edge: Edge) -> (slice: Rect, remainder: Rect) {
    switch edge {
    case .top: splitRows(rows.lowerBound + min(max(0, depth), height))
    case .bottom: swapped(splitRows(rows.upperBound - min(max(0, depth), height)))
    case .left: splitColumns(columns.lowerBound + min(max(0, depth), width))
    case .right: swapped(splitColumns(columns.upperBound - min(max(0, depth), width)))
    }
  }

  /// Takes a slice of `depth` rows or columns off the rectangle and returns it.
  package mutating func cut(_ depth: Int, from edge: Edge) -> Rect {
    let (slice, remainder) = divided(at: depth, from: edge)
    self = remainder
    return slice
  }

  /// One row of the rectangle, counted from its top; empty when it has no such row.
  package func row(_ index: Int) -> Rect {
    guard index >= 0, index < height else { return Rect(origin: origin, size: .zero) }
    let row = rows.lowerBound + index
    return Rect(columns: columns, rows: row..<(row + 1))
  }

  private func splitRows(_ row: Int) -> (Rect, Rect) {
    (
      Rect(columns: columns, rows: rows.lowerBound..<row),
      Rect(columns: columns, rows: row..<rows.upperBound)
    )
  }

  private func splitColumns(_ column: Int) -> (Rect, Rect) {
    (
      Rect(columns: columns.lowerBound..<column, rows: rows),
      Rect(columns: column..<columns.upperBound, rows: rows)
    )
  }

  private func swapped(_ parts: (Rect, Rect)) -> (slice: Rect, remainder: Rect) {
    (parts.1, parts.0)
  }
}

/// A place on the screen, counted from the top left; it may lie outside of any canvas.
package struct Point: Hashable, Sendable {
  package static let zero = Point(x: 0, y: 0)

  package var x: Int
  package var y: Int

  /// The cell of that column and row, both counted from 0.
  package init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// How many columns and rows something takes; never negative.
package struct Size: Hashable, Sendable {
  package static let zero = Size(width: 0, height: 0)

  package let width: Int
  package let height: Int

  /// Creates a size; a negative length becomes zero.
  package init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }
}

/// A side of a rectangle.
package enum Edge: CaseIterable, Sendable {
  case top, bottom, left, right
}
