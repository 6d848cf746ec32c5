/// A moment: milliseconds since 1970-01-01T00:00:00Z.
package struct Timestamp: Hashable, Comparable, Sendable, JSONWritable {
  package var milliseconds: Int64

  package init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  package func write(to text: inout JSONText) { milliseconds.write(to: &text) }

  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The whole seconds since 1970, rounded down.
  package var seconds: Int64 {
    let (quotient, remainder) = milliseconds.quotientAndRemainder(dividingBy: 1000)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The beginning of its second; the end of the range where that begins before it.
  package var wholeSecond: Timestamp {
    let part = milliseconds % 1_000
    return advanced(milliseconds: part < 0 ? -(part + 1_000) : -part)
  }

  /// The whole seconds since `earlier`; 0 when that is later, for the clocks of two machines may
  /// differ.
  package func seconds(since earlier: Timestamp) -> Int64 {
    max(0, seconds.subtractingReportingOverflow(earlier.seconds).partialValue)
  }

  /// The milliseconds since `earlier`, negative when that is later; wraps around beyond the range.
  package func milliseconds(since earlier: Timestamp) -> Int64 {
    milliseconds.subtractingReportingOverflow(earlier.milliseconds).partialValue
  }

  /// Stops at the ends of the range.
  package func advanced(milliseconds delta: Int64) -> Timestamp {
    let (sum, overflow) = milliseconds.addingReportingOverflow(delta)
    return Timestamp(milliseconds: overflow ? (delta < 0 ? .min : .max) : sum)
  }

  /// Moves by nothing where the seconds are no finite number.
  package func advanced(seconds delta: Double) -> Timestamp {
    let milliseconds = (delta * 1000).rounded()
    guard milliseconds.isFinite, abs(milliseconds) < 9e15 else { return self }
    return advanced(milliseconds: Int64(milliseconds))
  }
}

extension Timestamp: FieldReadable {
  package init(_ value: inout ValueReader) throws(FieldFault) {
    milliseconds = Int64(try value.integer())
  }
}
