/// A field of the things that panels list: what a column shows, a filter asks for, and rows are
/// sorted by. The raw value is its name in `config.toml` and in a filter.
package enum Field: String, CaseIterable, Codable, Sendable {
  // Calls.
  case state, wait, time, direction, service, caller, `operator`, mode, why, risk, emotion, turns
  case graph, call
  // Operators, beside the service, the mode and the call.
  case status, since, name, type
  // Surfaces, beside since.
  case stage, progress, saved, form, channel, entity, note
  // Activity.
  case at, event, what
  // Alerts, beside since.
  case severity, alert, subject, value
  // Numbers, beside the value.
  case number, target, trend
}

/// What a field of a thing holds, for filters and for sorting.
package enum FieldValue: Equatable, Sendable {
  /// Nothing: `none` in a filter.
  case none
  /// A word or words, as they are shown. Further lines are other words for the same, by which a
  /// filter finds it, too.
  case text(String)
  case number(Double)
  /// A length of time.
  case seconds(Int64)
}

extension Field {
  /// Whether it holds numbers or lengths of time, and no words.
  var isNumeric: Bool {
    switch self {
    case .wait, .time, .turns, .since, .progress, .saved, .at, .value, .target, .trend: true
    case .state, .direction, .service, .caller, .operator, .mode, .why, .risk, .emotion, .graph,
      .call, .status, .name, .type, .stage, .form, .channel, .entity, .note, .event, .what,
      .severity, .alert, .subject, .number:
      false
    }
  }

  /// Whether a person wants to see the largest first: the longest wait, not the shortest.
  var startsDescending: Bool {
    switch self {
    case .wait, .time, .turns, .since, .progress, .saved, .value, .target, .trend: true
    // The newest first is the youngest first.
    case .at, .state, .direction, .service, .caller, .operator, .mode, .why, .risk, .emotion,
      .graph, .call, .status, .name, .type, .stage, .form, .channel, .entity, .note, .event,
      .what, .severity, .alert, .subject, .number:
      false
    }
  }
}

extension FieldValue {
  /// The words, or nothing where there are none.
  init(_ words: String?) {
    self = words.flatMap { $0.isEmpty ? nil : .text($0) } ?? .none
  }

  /// The value without words that are only looked for.
  var shown: FieldValue {
    guard case .text(let words) = self, let end = words.firstIndex(of: "\n") else { return self }
    return .text(String(words[..<end]))
  }

  /// A length in seconds, where it is one.
  static func length(_ seconds: Double) -> FieldValue {
    guard seconds.isFinite, abs(seconds) < 1e12 else { return .none }
    return .seconds(Int64(seconds))
  }
}
