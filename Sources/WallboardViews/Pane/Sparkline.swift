import WallboardScreen

/// A history in one row, the newest value at the right.
enum Sparkline {
  /// The newest values that there is room for, as bars between the bounds.
  static func text(
    _ values: some BidirectionalCollection<Double>, width: Int, bounds: ClosedRange<Double>,
    glyphs: GlyphSet
  ) -> String {
    String(values.suffix(max(0, width)).map { level(of: $0, in: bounds, glyphs.levels) })
  }

  private static func level(
    of value: Double, in bounds: ClosedRange<Double>, _ levels: [Character]
  ) -> Character {
    let length = bounds.upperBound - bounds.lowerBound
    guard value.isFinite, length > 0, length.isFinite, let lowest = levels.first else { return " " }
    let share = min(max(0, (value - bounds.lowerBound) / length), 1)
    let index = Int((share * Double(levels.count - 1)).rounded())
    return levels.indices.contains(index) ? levels[index] : lowest
  }
}
