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
  package var isNumeric: Bool {
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
  private static let ranks = ["low": 0, "medium": 1, "warning": 2, "high": 2, "critical": 3]
    .reduce(into: [FoldedText: Int]()) { $0[FoldedText($1.key)] = $1.value }

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
