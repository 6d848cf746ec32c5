package import WallboardEvents

/// Which calls of the past are wanted, in the language of the board's filters.
package struct PastCallFilter: Equatable, Sendable {
  private let expression: FilterExpression<PastCallField>

  /// Reads a filter; throws what is wrong with it, in a sentence for whoever typed it.
  package init(_ text: String) throws(FilterError) {
    expression = try FilterExpression<String>(text).named(PastCallField.init)
  }

  /// Whether the call passes at that moment, by what of it may be shown.
  package func passes(
    _ call: PastCall, service: String?, at now: Timestamp, _ disclosure: Disclosure
  ) -> Bool {
    let value = { (field: PastCallField) in call.value(of: field, service, now, disclosure) }
    return expression.passes(value) { word in
      PastCallField.allCases.contains { field in
        guard case .text(let text) = value(field) else { return false }
        return FoldedText(text).contains(word)
      }
    }
  }
}

/// What a filter of the calls of the past can ask for by its name.
private enum PastCallField: String, CaseIterable, Sendable {
  case ended, escalated, direction, service, caller, graph, call, time, age, turns, quality

  /// What the calls of the board call it.
  private static let aliases = [
    "state": PastCallField.ended, "dir": .direction, "id": .call, "step": .graph,
  ]

  init(_ name: String, _ test: FilterTest) throws(FilterError) {
    let word = name.lowercased()
    guard let field = PastCallField(rawValue: word) ?? Self.aliases[word] else {
      throw FilterError.unknownField(
        name, of: "calls of the past", Self.allCases.map(\.rawValue) + Self.aliases.keys.sorted())
    }
    if field.isNumeric, !test.isNumeric {
      throw FilterError("\(name) takes a number or a time, such as 90s, 5m or 1h30m")
    }
    self = field
  }

  private var isNumeric: Bool {
    switch self {
    case .time, .age, .turns, .quality: true
    case .ended, .escalated, .direction, .service, .caller, .graph, .call: false
    }
  }
}

extension PastCall {
  fileprivate func value(
    of field: PastCallField, _ service: String?, _ now: Timestamp, _ disclosure: Disclosure
  ) -> FieldValue {
    switch field {
    case .ended: FieldValue(endWords)
    case .escalated:
      .text(isEscalated ? "yes" + (escalationStatus.map { "\n" + $0.sought } ?? "") : "no")
    case .direction: FieldValue(direction?.sought)
    case .service: FieldValue(service)
    case .caller: FieldValue(person?.label("caller", disclosure))
    case .graph: FieldValue(finalState.map { $0.spoken + "\n" + $0.string })
    case .call: FieldValue(key)
    case .time: durationSeconds.map(FieldValue.length) ?? .none
    case .age: FieldValue(startedAt.map { now.seconds(since: $0) })
    case .turns: turns.map { .number(Double($0)) } ?? .none
    case .quality: qualityScore.map(FieldValue.number) ?? .none
    }
  }

  /// How it ended, in our words and in the platform's.
  private var endWords: String? { completionReason?.sought ?? status?.sought }
}

extension PastCall {
  /// How it ended, as people say it: why, or where it stands.
  package var endWord: String? { completionReason?.spoken ?? status?.spoken }
}
