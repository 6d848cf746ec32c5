/// Tells the second of two quick presses at one place from the first.
package struct DoublePress: Sendable {
  /// The longest time between the two.
  package static let interval: Duration = .milliseconds(400)

  private var last: (point: Point, time: ContinuousClock.Instant)?

  /// Nothing was pressed yet.
  package init() {}

  /// The key, as it is once it is known when it was pressed.
  package mutating func judge(_ key: Key, at time: ContinuousClock.Instant) -> Key {
    guard case .mouse(var event) = key, event.kind == .press else { return key }
    if let last, last.point == event.point, time - last.time <= Self.interval {
      event.kind = .doublePress
      self.last = nil
    } else {
      last = (event.point, time)
    }
    return .mouse(event)
  }
}
