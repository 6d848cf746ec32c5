/// How bad something is, wherever it is shown: a number, a row, an alert, the wall. What is as it
/// should be has none.
package enum Severity: Int, Comparable, CaseIterable, Sendable {
  case warning, critical

  package static func < (left: Severity, right: Severity) -> Bool {
    left.rawValue < right.rawValue
  }

  /// `warning`, `critical`
  package var word: String {
    switch self {
    case .warning: "warning"
    case .critical: "critical"
    }
  }
}
