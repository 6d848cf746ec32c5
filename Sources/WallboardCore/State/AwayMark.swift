/// How things stood when a key was last pressed, and what went on since: what "while you were away"
/// is told from.
package struct AwayMark: Equatable, Sendable {
  /// When a key was last pressed; `nil` before the first frame.
  package var keyAt: Timestamp?

  /// Nobody has pressed a key yet.
  package init() {}
}
