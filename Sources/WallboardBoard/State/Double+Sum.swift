extension Double {
  /// Adds seconds that the platform told, unless the sum would be no number any more: JSON has
  /// durations of 1e308, and cannot write an infinite sum of them.
  mutating func add(seconds: Double) {
    let sum = self + seconds
    if sum.isFinite { self = sum }
  }
}
