extension Board {
  /// A number as it is now, in its unit; `nil` while nothing has told it.
  package func value(of metric: Metric) -> Double? { nil }
}
