import WallboardEvents

/// What a row is sorted by.
enum SortKey: Comparable {
  case number(Double)
  case text(FoldedText)

  /// The key of a field's value; `nil` where there is none.
  init?(_ value: FieldValue, of field: Field) {
    switch value {
    case .none: return nil
    case .number(let number):
      guard !number.isNaN else { return nil }
      self = .number(number)
    case .seconds(let seconds): self = .number(Double(seconds))
    case .text(let words):
      let word = words.prefix { $0 != "\n" }
      guard let ranks = field.wordsInOrder else {
        self = .text(FoldedText(String(word)))
        return
      }
      self = .number(Double(ranks.firstIndex(of: String(word)) ?? ranks.count))
    }
  }
}

extension Field {
  /// The words of a field that have an order of their own, the most urgent or the first first.
  fileprivate var wordsInOrder: [String]? {
    switch self {
    case .state:
      [
        "waiting", "with operator", "handback", "listened", "new", "live", "open", "acknowledged",
        "over",
      ]
    case .status: ["busy", "online", "offline", "unknown"]
    case .stage: Self.stages
    case .severity: ["critical", "warning"]
    case .risk: ["critical", "high", "medium", "low"]
    case .wait, .time, .direction, .service, .caller, .operator, .mode, .why, .emotion, .turns,
      .graph, .call, .since, .name, .type, .progress, .saved, .form, .channel, .entity, .note,
      .at, .event, .what, .alert, .subject, .value, .number, .target, .trend:
      nil
    }
  }

  private static let stages = [
    SurfaceStage.created, .delivered, .opened, .inProgress, .submitted, .pendingReview, .approved,
    .rejected, .archived,
  ].map(\.rawValue.withoutUnderscores)

  /// Whether a person wants to see the largest first: the longest wait, not the shortest.
  package var startsDescending: Bool {
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

extension SortOrder {
  /// The order as `config.toml` has it: a field, and `asc` or `desc` behind it; without either the
  /// smallest comes first.
  package var words: String { field.rawValue + (isDescending ? " desc" : "") }

  /// Reads such words; `nil` for others.
  package init?(_ words: String) {
    let parts = words.split(separator: " ")
    guard (1...2).contains(parts.count), let field = Field(rawValue: String(parts[0])) else {
      return nil
    }
    switch parts.dropFirst().first {
    case nil, "asc": self.init(field)
    case "desc": self.init(field, isDescending: true)
    case .some: return nil
    }
  }
}
