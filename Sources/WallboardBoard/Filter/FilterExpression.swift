/// A filter as it is understood: what is asked of values with names. What the names stand for, and
/// what they are now, whoever asks says.
package indirect enum FilterExpression<Name: Hashable & Sendable>: Hashable, Sendable {
  /// A word to be found anywhere.
  case word(FoldedText)
  case test(Name, FilterTest)
  case not(FilterExpression)
  /// All of them; where there are none, everything passes.
  case all([FilterExpression])
  case any([FilterExpression])

  /// Whether all that is asked holds. `value` tells what a name stands for, `hasWord` whether a word
  /// is found anywhere.
  package func passes(
    _ value: (Name) -> FieldValue, hasWord: (FoldedText) -> Bool = { _ in false }
  ) -> Bool {
    switch self {
    case .word(let word): hasWord(word)
    case .test(let name, let test): test.passes(value(name))
    case .not(let part): !part.passes(value, hasWord: hasWord)
    case .all(let parts): parts.allSatisfy { $0.passes(value, hasWord: hasWord) }
    case .any(let parts): parts.contains { $0.passes(value, hasWord: hasWord) }
    }
  }

  /// The same with other names; throws where one stands for nothing, or is asked what it cannot be.
  package func named<Other>(
    _ name: (Name, FilterTest) throws(FilterError) -> Other
  ) throws(FilterError) -> FilterExpression<Other> {
    switch self {
    case .word(let word): .word(word)
    case .test(let old, let test): .test(try name(old, test), test)
    case .not(let part): .not(try part.named(name))
    case .all(let parts): .all(try Self.named(parts, name))
    case .any(let parts): .any(try Self.named(parts, name))
    }
  }

  private static func named<Other>(
    _ parts: [FilterExpression], _ name: (Name, FilterTest) throws(FilterError) -> Other
  ) throws(FilterError) -> [FilterExpression<Other>] {
    var named: [FilterExpression<Other>] = []
    for part in parts { named.append(try part.named(name)) }
    return named
  }

  /// Whether words are looked for, and not only values with names.
  package var hasWords: Bool {
    switch self {
    case .word: true
    case .test: false
    case .not(let part): part.hasWords
    case .all(let parts), .any(let parts): parts.contains(where: \.hasWords)
    }
  }

  /// Whether nothing is asked.
  package var isEmpty: Bool { self == .all([]) }
}

extension FilterExpression<String> {
  /// Reads a filter, its names as they were typed; throws why it is none.
  package init(_ text: String) throws(FilterError) {
    let (expression, problem) = try Self.typed(text)
    if let problem { throw FilterError(problem) }
    self = expression
  }

  /// Reads a filter that somebody is typing: what is not complete yet asks nothing, and the problem
  /// says what is missing.
  static func typed(
    _ text: String
  ) throws(FilterError) -> (expression: FilterExpression, problem: String?) {
    let lexer = try FilterLexer(text)
    var parser = FilterParser(lexer.tokens)
    let expression = try parser.whole()
    return (expression, lexer.problem ?? parser.problem)
  }
}
