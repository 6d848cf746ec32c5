import WallboardEvents

/// What a filter of a panel can ask for by its name.
enum FilterName: Hashable, Sendable {
  case field(Field)
  /// The key of the row's thing.
  case key
}

extension Panel {
  /// What a name in a filter stands for; `nil` where the panel has no such field.
  func filterName(_ name: String) -> FilterName? {
    let name = name.lowercased()
    if let field = Field(rawValue: name), fields.contains(field) { return .field(field) }
    return filterAliases.first { $0.alias == name }?.name
  }

  /// The names in a filter of the panel, for whoever mistyped one.
  var filterNames: [String] {
    fields.map(\.rawValue) + filterAliases.map(\.alias)
  }

  /// Shorter names, and those that mean in each panel what people mean there.
  private var filterAliases: [(alias: String, name: FilterName)] {
    switch self {
    case .calls:
      [
        ("age", .field(.time)), ("dir", .field(.direction)), ("op", .field(.operator)),
        ("name", .field(.operator)), ("id", .key),
      ]
    case .operators: [("age", .field(.since)), ("id", .key)]
    case .surfaces: [("age", .field(.since)), ("name", .field(.form)), ("id", .key)]
    case .activity: [("age", .field(.at)), ("name", .field(.event))]
    case .alerts: [("age", .field(.since)), ("name", .field(.alert))]
    case .numbers: [("name", .field(.number))]
    }
  }
}

extension Field {
  /// Whether it holds numbers or lengths of time, and no words.
  package var isNumeric: Bool {
    switch self {
    case .wait, .time, .turns, .since, .progress, .saved, .at, .value, .target, .trend: true
    case .state, .direction, .service, .caller, .operator, .mode, .why, .risk, .emotion, .graph,
      .call, .status, .name, .type, .stage, .form, .channel, .entity, .note, .event, .what,
      .severity, .alert, .subject, .number:
      false
    }
  }
}

extension RowID {
  /// The key of the thing, as the platform or the board has it.
  var key: String {
    switch self {
    case .call(let id): id.rawValue
    case .operator(let id): id.rawValue
    case .surface(let id): id.rawValue
    case .activity(let number), .alert(let number): String(number)
    case .metric(let metric): metric.rawValue
    }
  }
}
