import WallboardEvents

extension Board {
  /// What a field of a number's row holds. The target is set, not known: it is not the board's.
  func value(of field: Field, of metric: Metric) -> FieldValue {
    switch field {
    case .number: .text(metric.rawValue.withoutUnderscores)
    case .value:
      value(of: metric).map { metric.unit == .seconds ? .length($0) : .number($0) } ?? .none
    case .trend: trend(of: metric).map(FieldValue.number) ?? .none
    case .state, .wait, .time, .direction, .service, .caller, .operator, .mode, .why, .risk,
      .emotion, .turns, .graph, .call, .status, .since, .name, .type, .stage, .progress, .saved,
      .form, .channel, .entity, .note, .at, .event, .what, .severity, .alert, .subject, .target:
      .none
    }
  }

  /// By how much the number changed in the last hour, as far as it is known.
  private func trend(of metric: Metric) -> Double? {
    let samples = history.samples(of: metric).compactMap(\.self)
    guard let first = samples.first, let last = samples.last else { return nil }
    return last - first
  }
}

extension FieldValue {
  /// A length in seconds, where it is one.
  static func length(_ seconds: Double) -> FieldValue {
    guard seconds.isFinite, abs(seconds) < 1e12 else { return .none }
    return .seconds(Int64(seconds))
  }
}
