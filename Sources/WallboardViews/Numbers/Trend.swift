import WallboardScreen

/// How a number went: its samples, the oldest first.
struct Trend {
  /// `nil` where the number was not known.
  let samples: [Double?]

  init(_ samples: [Double?]) {
    self.samples = samples
  }

  var lowest: Double? { samples.compactMap(\.self).min() }
  var highest: Double? { samples.compactMap(\.self).max() }

  /// In one row, the newest at the right: bars from 0 to the highest.
  func line(width: Int, _ glyphs: GlyphSet) -> String {
    chart(width: width, height: 1, glyphs).first ?? ""
  }

  /// Bars in rows from top to bottom, the newest at the right. 0 has the lowest bar, an unknown
  /// value none.
  func chart(width: Int, height: Int, _ glyphs: GlyphSet) -> [String] {
    let steps = glyphs.levels.count
    let bars = resampled(to: width).map { $0.map { bar(of: $0, steps: max(1, steps * height)) } }
    return (0..<max(0, height)).reversed().map { row in
      String(bars.map { Self.cell($0, above: row * steps, glyphs.levels) })
    }
  }

  /// How many steps high the bar of a value is: at least one.
  private func bar(of value: Double, steps: Int) -> Int {
    guard let highest, highest > 0, value.isFinite else { return 1 }
    let share = min(max(0, value / highest), 1)
    return 1 + Int((share * Double(steps - 1)).rounded())
  }

  private static func cell(_ bar: Int?, above bottom: Int, _ levels: [Character]) -> Character {
    guard let bar, bar > bottom, let full = levels.last else { return " " }
    let index = bar - bottom - 1
    return levels.indices.contains(index) ? levels[index] : full
  }

  /// As many samples as `width`. If there are more, each place takes the highest of its samples,
  /// since a peak must not vanish; if there are fewer, free places come first.
  private func resampled(to width: Int) -> [Double?] {
    guard width > 0 else { return [] }
    guard samples.count > width else {
      return Array(repeating: nil, count: width - samples.count) + samples
    }
    return (0..<width).map { place in
      let range = place * samples.count / width..<(place + 1) * samples.count / width
      return samples[range].compactMap(\.self).max()
    }
  }
}

/// A history in one row, the newest value at the right.
enum Sparkline {
  /// The newest values that fit, as bars between the bounds.
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
