import WallboardEvents

extension Check.Finding {
  /// What was asked and what the number is, such as `waiting>3 (it is 5)`; `doubt` says why it is not
  /// known.
  package func words(doubt: String = "not known") -> String {
    "\(asked) (\(value.map { "it is \(metric.unit.quantity($0))" } ?? doubt))"
  }

  /// The number alone, such as `longest wait 2m30s`.
  package var reading: String {
    metric.rawValue.withoutUnderscores + " " + (value.map(metric.unit.quantity) ?? "not known")
  }
}
