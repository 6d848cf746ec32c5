import WallboardEvents

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
  package var hasWords: Bool { firstWord != nil }

  /// The first word that is looked for.
  var firstWord: FoldedText? {
    switch self {
    case .word(let word): word
    case .test: nil
    case .not(let part): part.firstWord
    case .all(let parts), .any(let parts): parts.lazy.compactMap(\.firstWord).first
    }
  }

  /// What is asked of values with names.
  var tests: [(name: Name, test: FilterTest)] {
    switch self {
    case .word: []
    case .test(let name, let test): [(name, test)]
    case .not(let part): part.tests
    case .all(let parts), .any(let parts): parts.flatMap(\.tests)
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

/// What is asked of a value: how it stands to one of several operands.
package struct FilterTest: Hashable, Sendable {
  let relation: FilterRelation
  /// Any of them will do. None stands there while somebody is still typing.
  let operands: [FilterOperand]

  /// Whether the value is as asked.
  package func passes(_ value: FieldValue) -> Bool {
    switch relation {
    case .contains, .equal, .less, .atMost, .more, .atLeast:
      operands.contains { $0.matches(value, relation) }
    case .different: !operands.contains { $0.matches(value, .equal) }
    }
  }

  /// Whether it can be asked of numbers.
  var isNumeric: Bool {
    operands.allSatisfy { operand in
      switch operand {
      case .absent, .present: true
      case .value(_, let quantity): quantity != nil
      }
    }
  }
}

/// How a value stands to an operand.
enum FilterRelation: String, Sendable {
  case contains = ":"
  case atMost = "<="
  case less = "<"
  case atLeast = ">="
  case more = ">"
  case equal = "=="
  case different = "!="

  /// As they may be typed, the longest first.
  static let spellings: [(text: String, relation: FilterRelation)] = [
    ("<=", .atMost), (">=", .atLeast), ("==", .equal), ("!=", .different), ("<", .less),
    (">", .more), ("=", .equal), (":", .contains),
  ]

  /// The comparisons that may be typed.
  static let choices = [FilterRelation.less, .atMost, .more, .atLeast, .equal, .different]
    .map(\.rawValue).joined(separator: " ")

  func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
    switch self {
    case .contains, .equal: left == right
    case .different: left != right
    case .less: left < right
    case .atMost: left <= right
    case .more: left > right
    case .atLeast: left >= right
    }
  }
}

/// What a value is held against.
enum FilterOperand: Hashable, Sendable {
  /// `none`: there is no value.
  case absent
  /// `any`: there is one.
  case present
  case value(FoldedText, FilterQuantity?)

  /// Reads an operand; only one without quotes is a keyword.
  init(_ word: String, isQuoted: Bool) {
    switch word.lowercased() {
    case "none" where !isQuoted: self = .absent
    case "any" where !isQuoted: self = .present
    case _: self = .value(FoldedText(word), isQuoted ? nil : FilterQuantity(word))
    }
  }

  func matches(_ value: FieldValue, _ relation: FilterRelation) -> Bool {
    switch self {
    case .absent: value == .none
    case .present: value != .none
    case .value(let text, let quantity): Self.matches(value, relation, text, quantity)
    }
  }

  private static func matches(
    _ value: FieldValue, _ relation: FilterRelation, _ text: FoldedText,
    _ quantity: FilterQuantity?
  ) -> Bool {
    switch value {
    case .none: return false
    case .seconds(let seconds):
      return quantity?.asLength.map { relation.holds(Double(seconds), $0) } ?? false
    case .number(let number):
      return quantity.map { relation.holds(number, $0.asNumber) } ?? false
    case .text(let words):
      let folded = FoldedText(words)
      if relation == .contains { return folded.contains(text) }
      return folded.lines.contains { relation.holds(WordOrder($0), WordOrder(text)) }
    }
  }
}

/// A word among others: those that say how bad something is stand in that order, all others in the
/// alphabet's.
private struct WordOrder: Comparable {
  /// Of risks and of alerts alike.
  private static let ranks = [
    RiskLevel.low.rawValue: 0, RiskLevel.medium.rawValue: 1, Severity.warning.word: 2,
    RiskLevel.high.rawValue: 2, RiskLevel.critical.rawValue: 3,
  ].reduce(into: [FoldedText: Int]()) { $0[FoldedText($1.key)] = $1.value }

  private let text: FoldedText
  private let rank: Int?

  init(_ text: FoldedText) {
    self.text = text
    rank = Self.ranks[text]
  }

  static func < (left: WordOrder, right: WordOrder) -> Bool {
    guard let leftRank = left.rank, let rightRank = right.rank else {
      return left.text < right.text
    }
    return leftRank < rightRank
  }
}

/// A number as it is typed: `3`, `90s`, `5m`, `1h30m`, `2d`, `250ms`, `85%`.
package struct FilterQuantity: Hashable, Sendable {
  /// What was said of the number.
  enum Unit: Sendable {
    case none, length, share
  }

  /// Seconds where it is a length, a part of 1 where it is a share.
  let number: Double
  let unit: Unit

  /// Reads a number; `nil` where it is none.
  init?(_ word: String) {
    if word.hasSuffix("%"), let number = Self.decimal(word.dropLast()) {
      (self.number, unit) = (number / 100, .share)
    } else if let number = Self.decimal(word[...]) {
      (self.number, unit) = (number, .none)
    } else if let length = TimeLength(word.lowercased()) {
      (number, unit) = (Double(length.milliseconds) / 1000, .length)
    } else {
      return nil
    }
  }

  private static func decimal(_ word: Substring) -> Double? {
    let digits = word.hasPrefix("-") ? word.dropFirst() : word
    guard digits.utf8.contains(where: \.isDigit), digits.utf8.allSatisfy(\.isDigitOrPoint),
      let number = Double(word), number.isFinite
    else { return nil }
    return number
  }

  /// What the number is beside a length in seconds; `nil` where the two have nothing in common.
  var asLength: Double? { unit == .share ? nil : number }

  /// What the number is beside a plain one. The only plain numbers that are lengths are
  /// milliseconds.
  var asNumber: Double { unit == .length ? number * 1000 : number }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  fileprivate var isDigitOrPoint: Bool { isDigit || self == UInt8(ascii: ".") }
}
