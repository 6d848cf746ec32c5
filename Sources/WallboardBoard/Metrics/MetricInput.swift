/// One of the things that a number is made from.
package struct MetricInput: Equatable, Sendable {
  /// What it is, in words.
  package let label: String
  /// In ``unit``; `nil` while nothing has told it.
  package let value: Double?
  package let unit: Metric.Unit

  init(_ label: String, _ value: Double?, _ unit: Metric.Unit = .count) {
    self.label = label
    self.value = value
    self.unit = unit
  }

  init(_ label: String, _ count: Int) {
    self.init(label, Double(count))
  }

  init(_ label: String, seconds: some BinaryInteger) {
    self.init(label, Double(seconds), .seconds)
  }
}
