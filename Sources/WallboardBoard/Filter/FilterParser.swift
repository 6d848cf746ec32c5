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
    guard tokens.isEmpty else { throw FilterError("There is a ) without its (") }
    return expression ?? .all([])
  }

  private mutating func any(depth: Int) throws(FilterError) -> Expression? {
    var parts = [try all(depth: depth)]
    while drop(.or) { parts.append(try all(depth: depth)) }
    let complete = parts.compactMap(\.self)
    if parts.count > 1, complete.count < parts.count { note("Something must stand beside or") }
    return complete.count > 1 ? .any(complete) : complete.first
  }

  private mutating func all(depth: Int) throws(FilterError) -> Expression? {
    var parts: [Expression] = []
    while let token = tokens.first, token != .or, token != .close {
      if drop(.and) {
        if parts.isEmpty || !isFactorNext { note("Something must stand beside and") }
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
        note("Something must follow - or not")
        return nil
      }
      return try factor(depth: deeper(than: depth)).map(Expression.not)
    case .open:
      let inside = try any(depth: deeper(than: depth))
      if !drop(.close) { note("The ( is not closed") }
      return inside
    case .word(let word): return word.isEmpty ? nil : .word(word)
    case .test(let name, let test): return test.operands.isEmpty ? nil : .test(name, test)
    case .close, .and, .or, nil: return nil
    }
  }

  private func deeper(than depth: Int) throws(FilterError) -> Int {
    guard depth < Limits.filterDepth else {
      throw FilterError("A filter has at most \(Limits.filterDepth) brackets in one another")
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
