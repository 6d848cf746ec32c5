/// The numbers of the last hour, minute by minute.
package struct MetricHistory: Equatable, Sendable {
  /// Nothing is known yet.
  package init() {}

  /// A number's values of the last sixty minutes, oldest first; `nil` for a minute of which it is
  /// not known.
  package func samples(of metric: Metric) -> [Double?] { [] }
}
