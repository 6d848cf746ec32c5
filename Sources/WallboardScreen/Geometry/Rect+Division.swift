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
