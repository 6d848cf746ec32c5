import WallboardEvents

/// Makes an expression of the pieces of a filter, by recursive descent. `or` binds less than `and`,
/// which stands between two pieces even where it is not written.
///
/// What is not complete is left out, and noted as a problem.
struct FilterParser {
  private typealias Expression = FilterExpression<String>

  private var tokens: ArraySlice<FilterToken>
  /// What is missing.
  private(set) var problem: String?

  init(_ tokens: [FilterToken]) {
    self.tokens = tokens[...]
  }

  mutating func whole() throws(FilterError) -> FilterExpression<String> {
    let expression = try any(depth: 0)
    guard tokens.isEmpty else { throw FilterError("A ) has no (") }
    return expression ?? .all([])
  }

  private mutating func any(depth: Int) throws(FilterError) -> Expression? {
    var parts = [try all(depth: depth)]
    while drop(.or) { parts.append(try all(depth: depth)) }
    let complete = parts.compactMap(\.self)
    if parts.count > 1, complete.count < parts.count { note("“or” needs something on both sides") }
    return complete.count > 1 ? .any(complete) : complete.first
  }

  private mutating func all(depth: Int) throws(FilterError) -> Expression? {
    var parts: [Expression] = []
    while let token = tokens.first, token != .or, token != .close {
      if drop(.and) {
        if parts.isEmpty || !isFactorNext { note("“and” needs something on both sides") }
      } else if let part = try factor(depth: depth) {
        parts.append(part)
      }
    }
    return parts.count > 1 ? .all(parts) : parts.first
  }

  private var isFactorNext: Bool {
    guard let token = tokens.first else { return false }
    return token != .and && token != .or && token != .close
  }

  private mutating func factor(depth: Int) throws(FilterError) -> Expression? {
    switch tokens.popFirst() {
    case .invert:
      guard isFactorNext else {
        note("Something has to follow “-” or “not”")
        return nil
      }
      return try factor(depth: deeper(than: depth)).map(Expression.not)
    case .open:
      let inside = try any(depth: deeper(than: depth))
      if !drop(.close) { note("A ( has no )") }
      return inside
    case .word(let word): return word.isEmpty ? nil : .word(word)
    case .test(let name, let test): return test.operands.isEmpty ? nil : .test(name, test)
    case .close, .and, .or, nil: return nil
    }
  }

  private func deeper(than depth: Int) throws(FilterError) -> Int {
    guard depth < Limits.filterDepth else {
      throw FilterError("A filter can nest at most \(Limits.filterDepth) brackets")
    }
    return depth + 1
  }

  private mutating func drop(_ token: FilterToken) -> Bool {
    guard tokens.first == token else { return false }
    tokens.removeFirst()
    return true
  }

  private mutating func note(_ problem: String) {
    self.problem = self.problem ?? problem
  }
}

/// A piece of a filter.
enum FilterToken: Equatable {
  case open, close
  /// `-`, `!` or `not`.
  case invert
  case and, or
  /// A word to be found anywhere.
  case word(FoldedText)
  /// `name:value`, `name>5m`; the name as it was typed.
  case test(String, FilterTest)
}

/// Cuts what was typed into its pieces.
struct FilterLexer {
  private var rest: Substring
  private(set) var tokens: [FilterToken] = []
  /// Why what was typed is no filter yet, though it may become one.
  private(set) var problem: String?

  /// The pieces of the text; throws why it cannot be a filter.
  init(_ text: String) throws(FilterError) {
    guard text.unicodeScalars.count <= Limits.filterLength else {
      throw FilterError("A filter can have at most \(Limits.filterLength) characters")
    }
    rest = text[...]
    while let token = try next() {
      tokens.append(token)
      guard tokens.count <= Limits.filterTerms else {
        throw FilterError("A filter can have at most \(Limits.filterTerms) parts")
      }
    }
  }

  private mutating func next() throws(FilterError) -> FilterToken? {
    skipSpace()
    guard let first = rest.first else { return nil }
    switch first {
    case "(": return take(.open)
    case ")": return take(.close)
    case "-", "!": return take(.invert)
    case "\"": return .word(FoldedText(quoted()))
    case "<", ">", "=", ":":
      throw FilterError("A field has to stand before \(first), as in age>5m or state:waiting")
    case _: return try bare()
    }
  }

  private mutating func take(_ token: FilterToken) -> FilterToken {
    rest.removeFirst()
    return token
  }

  private mutating func skipSpace() {
    rest = rest.drop(while: \.isWhitespace)
  }

  /// What stands in quotes; those at the end need not be there yet.
  private mutating func quoted() -> String {
    rest.removeFirst()
    let text = rest.prefix { $0 != "\"" }
    rest = rest[text.endIndex...]
    if rest.popFirst() == nil { note("A quote is not closed") }
    return String(text)
  }

  private mutating func bare() throws(FilterError) -> FilterToken {
    let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    if name.first?.isLetter == true, let test = try test(of: String(name), from: name.endIndex) {
      return test
    }
    let word = rest.prefix { !$0.isWhitespace && $0 != "(" && $0 != ")" }
    rest = rest[word.endIndex...]
    switch word.lowercased() {
    case "and": return .and
    case "or": return .or
    case "not": return .invert
    case _: return .word(FoldedText(word.withoutEllipsis))
    }
  }

  /// The test that begins with the name, if one does. Spaces may stand around a comparison, but not
  /// around a colon.
  private mutating func test(
    of name: String, from end: String.Index
  ) throws(FilterError) -> FilterToken? {
    let beyond = rest[end...]
    let spaced = beyond.drop(while: \.isWhitespace)
    let isSpaced = spaced.startIndex != end
    for (text, relation) in FilterRelation.spellings where spaced.hasPrefix(text) {
      guard !isSpaced || relation != .contains else { return nil }
      rest = spaced.dropFirst(text.count)
      if relation != .contains, let next = rest.first, "<>=!~".contains(next) {
        throw FilterError(
          "\(text)\(next) is not a comparison; use one of \(FilterRelation.choices)")
      }
      if relation != .contains { skipSpace() }
      let operands = operands()
      if operands.isEmpty { note("Something has to follow \(name)\(text)") }
      return .test(name, FilterTest(relation: relation, operands: operands))
    }
    return nil
  }

  private mutating func operands() -> [FilterOperand] {
    var operands: [FilterOperand] = []
    repeat {
      let isQuoted = rest.first == "\""
      let word = isQuoted ? quoted() : value()
      if !word.isEmpty { operands.append(FilterOperand(word, isQuoted: isQuoted)) }
    } while dropComma()
    return operands
  }

  private mutating func value() -> String {
    let word = rest.prefix { !$0.isWhitespace && $0 != "," && $0 != ")" }
    rest = rest[word.endIndex...]
    return word.withoutEllipsis
  }

  private mutating func dropComma() -> Bool {
    guard rest.first == "," else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func note(_ problem: String) {
    self.problem = self.problem ?? problem
  }
}

extension Substring {
  /// A key as it stands on the screen may lack its beginning.
  fileprivate var withoutEllipsis: String { String(hasPrefix("…") ? dropFirst() : self) }
}
