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

/// By what the rows of a panel are sorted, instead of by urgency.
package struct SortOrder: Hashable, Codable, Sendable {
  package var field: Field
  package var isDescending: Bool

  /// That order.
  package init(_ field: Field, isDescending: Bool = false) {
    self.field = field
    self.isDescending = isDescending
  }

  /// The way round in which people want to see the field first: the longest wait before the others.
  package init(firstBy field: Field) {
    self.init(field, isDescending: field.startsDescending)
  }
}

extension Panel {
  /// The fields of the panel's things, in the order in which its columns stand by default.
  package var fields: [Field] {
    switch self {
    case .calls:
      [
        .state, .time, .wait, .direction, .service, .caller, .operator, .mode, .why, .risk,
        .emotion, .turns, .graph, .call,
      ]
    case .operators: [.status, .since, .name, .mode, .time, .service, .type, .call]
    case .surfaces:
      [.stage, .since, .progress, .saved, .form, .channel, .entity, .note]
    case .activity: [.at, .event, .what]
    case .alerts: [.severity, .alert, .subject, .value, .since, .state]
    case .numbers: [.number, .value, .target, .trend]
    }
  }
}
