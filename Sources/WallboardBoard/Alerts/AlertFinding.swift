import WallboardEvents

/// A condition that holds at this moment.
struct AlertFinding: Equatable {
  let key: AlertKey
  let severity: Severity
  let value: Double
  /// When that which lasts began; `nil` where only its presence is known.
  let start: Timestamp?
  /// Since when the value is past its threshold, where that follows from the value.
  let since: Timestamp?
  /// The numbers by which a rule of them holds.
  var reasons: [Check.Finding] = []
}

extension AlertRule {
  /// How bad a value is; `nil` when it is not.
  package func severity(of value: Double) -> Severity? {
    if let critical, value >= critical { return .critical }
    if let warning, value >= warning { return .warning }
    return nil
  }

  /// The value from which on anything is wrong.
  package var threshold: Double? {
    guard let warning, let critical else { return warning ?? critical }
    return min(warning, critical)
  }
}
