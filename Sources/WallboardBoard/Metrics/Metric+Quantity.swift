extension Metric.Unit {
  /// A value as somebody types it in a filter, a check or `config.toml`: `5`, `1m30s`, `25%`, `850ms`.
  package func quantity(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "0" }
    switch self {
    case .count, .perSecond: return Self.decimal(value)
    case .share: return "\(Self.decimal(value * 100))%"
    case .milliseconds: return "\(Self.decimal(value))ms"
    case .seconds: return Self.length(Int64(value.rounded()))
    }
  }

  private static func length(_ seconds: Int64) -> String {
    let (hours, rest) = seconds.quotientAndRemainder(dividingBy: 3_600)
    let parts = [(hours, "h"), (rest / 60, "m"), (rest % 60, "s")].filter { $0.0 > 0 }
    return parts.isEmpty ? "0s" : parts.map { "\($0.0)\($0.1)" }.joined()
  }

  /// Without decimals where there are none, else with at most two.
  private static func decimal(_ value: Double) -> String {
    let hundredths = Int64((max(0, value) * 100).rounded())
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return String(whole) }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
