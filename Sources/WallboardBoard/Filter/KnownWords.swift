import WallboardEvents

/// The words that a field can hold, where there is a list of them: whatever is part of none finds
/// nothing, which would look as if there were no such row.
struct KnownWords {
  /// Those that rows show.
  let shown: [String]
  /// Others that find the same.
  var others: [String] = []

  /// The first value that is part of no known word, or that is none where it has to be one.
  func unknown(in test: FilterTest, mayBePart: Bool = true) -> FoldedText? {
    // Whoever types a keyword has typed its beginning before.
    let words = (shown + others + ["none", "any"]).map { FoldedText($0) }
    return test.operands.lazy.compactMap { operand in
      guard case .value(let text, _) = operand,
        !words.contains(where: { mayBePart ? $0.contains(text) : $0 == text })
      else { return nil }
      return text
    }.first
  }

  /// What is told of such a value.
  func problem(with value: FoldedText, of field: String) -> String {
    let typed = String(decoding: value.bytes, as: UTF8.self)
    let hint =
      NearWords.of(typed, among: shown + others).first.map { "did you mean \($0)?" }
      ?? shown.prefix(2).joined(separator: ", ") + (shown.count > 2 ? ", …" : "")
    return "No \(field) has “\(typed.shortened)”: \(hint)"
  }
}

extension String {
  /// As much as leaves room on a line for what is said of it.
  var shortened: String { count > 20 ? prefix(19) + "…" : self }
}

extension FilterExpression<FilterName> {
  /// The first word that no row of the panel can have, with its field.
  func firstUnknownWord(in panel: Panel) -> (Field, KnownWords, FoldedText)? {
    tests.lazy.compactMap { name, test in
      panel.unknownWord(in: test, of: name, mayBePart: test.relation == .contains)
    }.first
  }
}

extension Panel {
  /// The first word that a test asks for though no row can have it.
  func unknownWord(
    in test: FilterTest, of name: FilterName, mayBePart: Bool
  ) -> (Field, KnownWords, FoldedText)? {
    guard case .field(let field) = name, let words = knownWords(of: field),
      let unknown = words.unknown(in: test, mayBePart: mayBePart)
    else { return nil }
    return (field, words, unknown)
  }

  /// The words of a field; `nil` where it may hold any.
  func knownWords(of field: Field) -> KnownWords? {
    switch (self, field) {
    case (.calls, .state): .states
    case (.calls, .direction): KnownWords(shown: Direction.allCases.map(\.rawValue))
    case (.calls, .risk): KnownWords(shown: RiskLevel.allCases.map(\.rawValue))
    case (.calls, .mode): .modes(besides: [])
    case (.operators, .mode): .modes(besides: ["on call"])
    case (.operators, .status):
      KnownWords(
        shown: OperatorStatus.allCases.map(\.spoken) + ["unknown"],
        others: OperatorStatus.allCases.map(\.rawValue))
    case (.surfaces, .stage):
      KnownWords(
        shown: SurfaceStage.allCases.map(\.spoken), others: SurfaceStage.allCases.map(\.rawValue))
    case (.alerts, .severity): KnownWords(shown: Severity.allCases.map(\.word))
    case (.alerts, .state):
      KnownWords(shown: ["open", "acknowledged", "over"], others: ["active", "new", "resolved"])
    case _: nil
    }
  }
}

extension KnownWords {
  fileprivate static let states = KnownWords(
    shown: [CallState.waiting, .withOperator, .listened, .handback, .live, .new].map(\.word),
    others: ["handback", "listened", "escalated"]
      + CompletionReason.allCases.flatMap { ["ended \($0.spoken)", "ended \($0.rawValue)"] })

  fileprivate static func modes(besides others: [String]) -> KnownWords {
    KnownWords(
      shown: OperatorMode.allCases.map(\.spoken) + others,
      others: OperatorMode.allCases.map(\.rawValue))
  }
}

extension MomentField {
  /// The words of the field; `nil` where it may hold any.
  var knownWords: KnownWords? {
    switch self {
    case .kind:
      KnownWords(
        shown: PlaybackMark.Kind.allCases.map(\.spoken),
        others: [PlaybackMark.Kind.escalation.rawValue])
    case .severity: KnownWords(shown: Severity.allCases.map(\.word))
    case .wait, .caller, .service: nil
    }
  }
}
