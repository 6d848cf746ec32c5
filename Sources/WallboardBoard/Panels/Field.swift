/// A field of the things that panels list: what a column shows, a filter asks for, and rows are
/// sorted by. The raw value is its name in `config.toml` and in a filter.
package enum Field: String, CaseIterable, Codable, Sendable {
  // Calls.
  case state, wait, waited, time, direction, service, caller, `operator`, mode, why, risk, emotion
  case turns, graph, call
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
  /// How the values of a field are compared, and what a person wants to see first.
  private enum Order {
    case words
    /// Numbers or lengths of time: the longest wait first, not the shortest.
    case largestFirst
    /// The newest first is the youngest first.
    case smallestFirst
  }

  /// What tells one field from another: its order, and what a column of it shows, in a few words.
  private var traits: (order: Order, meaning: String) {
    switch self {
    case .state: (.words, "how the call stands")
    case .wait: (.largestFirst, "how long the caller has been waiting")
    case .waited: (.largestFirst, "how long the caller waited for an operator")
    case .time: (.largestFirst, "how long the call has lasted")
    case .direction: (.words, "who called whom")
    case .service: (.words, "what the AI is set up for")
    case .caller: (.words, "who is calling")
    case .operator: (.words, "who is on the call")
    case .mode: (.words, "monitoring or speaking")
    case .why: (.words, "why it may need an operator")
    case .risk: (.words, "the platform's rating of the risk")
    case .emotion: (.words, "how the caller seems")
    case .turns: (.largestFirst, "how many turns were spoken")
    case .graph: (.words, "the AI's step in the call")
    case .call: (.words, "the end of the call ID")
    case .status: (.words, "available, busy or offline")
    case .since: (.largestFirst, "for how long")
    case .name: (.words, "the operator's name")
    case .type: (.words, "what kind of operator")
    case .stage: (.words, "how far the form has come")
    case .progress: (.largestFirst, "how far the form has come, as dots")
    case .saved: (.largestFirst, "how many fields are filled in")
    case .form: (.words, "the form's title")
    case .channel: (.words, "how it was sent")
    case .entity: (.words, "whom it is about")
    case .note: (.words, "what a reviewer should know")
    case .at: (.smallestFirst, "when it happened")
    case .event: (.words, "what happened")
    case .what: (.words, "to whom or what")
    case .severity: (.words, "warning or critical")
    case .alert: (.words, "what is wrong")
    case .subject: (.words, "who or what it is about")
    case .value: (.largestFirst, "the number as it is now")
    case .number: (.words, "what is measured")
    case .target: (.largestFirst, "what to aim for")
    case .trend: (.largestFirst, "the last hour")
    }
  }

  /// Whether it holds numbers or lengths of time, and no words.
  var isNumeric: Bool { traits.order != .words }

  var startsDescending: Bool { traits.order == .largestFirst }

  /// What a column of the field shows, in the list of a panel's columns.
  package func meaning(in panel: Panel) -> String {
    switch (self, panel) {
    case (.state, .alerts): "open, acknowledged or over"
    case (.since, .alerts): "how long it has lasted"
    case (.value, .alerts): "how bad it is"
    case (.time, .operators): "how long on this call"
    case _: traits.meaning
    }
  }

  /// The field in a title: `by wait`.
  package var word: String {
    switch self {
    case .since: "age"
    case .graph: "step"
    case .at: "time"
    case _: rawValue
    }
  }

  /// The title of its column.
  package var title: String {
    switch self {
    case .since: "FOR"
    case .saved: "FIELDS"
    case _: word.uppercased()
    }
  }
}

extension FieldValue {
  /// The words, or nothing where there are none.
  init(_ words: String?) {
    self = words.flatMap { $0.isEmpty ? nil : .text($0) } ?? .none
  }

  /// So many seconds, or nothing where nobody knows.
  init(_ seconds: Int64?) {
    self = seconds.map(FieldValue.seconds) ?? .none
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
