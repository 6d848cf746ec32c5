import WallboardBoard

extension Metric {
  /// A value in words; `–` while it is not known.
  func text(_ value: Double?) -> String {
    value.map(unit.text) ?? "–"
  }
}

extension Metric.Unit {
  /// `36`, `8:24`, `820 ms`, `24%`, `0.4`.
  func text(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "?" }
    return switch self {
    case .count: String(Int64(value.rounded()))
    case .seconds: Self.length(Int64(max(0, value).rounded()))
    case .milliseconds: Durations.measured(value)
    case .share: Self.short(value * 100) + "%"
    case .perSecond: Self.short(value)
    }
  }

  /// One decimal below ten, where it says something; none above.
  private static func short(_ value: Double) -> String {
    let tenths = Int64((max(0, value) * 10).rounded())
    guard tenths < 100, tenths % 10 > 0 else { return String((tenths + 5) / 10) }
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func length(_ seconds: Int64) -> String {
    seconds < 36_000 ? Durations.stopwatch(seconds) : Durations.coarse(seconds)
  }
}
