package import WallboardEvents

/// A call that ended a moment ago, as it stood, and its end.
package struct DepartedCall: Equatable, Sendable {
  package let call: Call
  package let ending: EndedCall
  /// When the board heard of the end, by the board's clock.
  package let since: Timestamp

  /// How long its row stays, in milliseconds.
  package static let shownFor: Int64 = 6_000
}
