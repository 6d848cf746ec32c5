/// The part of a list that one request asks for (contract 3.6).
struct Page {
  let limit: Int
  private let after: Int

  static let limits = 1...100
  private static let defaultLimit = 10
  private static let tokenPrefix = "after."

  init(limit: String?, continuationToken: String?) throws(Problem) {
    self.limit = try Self.limit(from: limit)
    after = try Self.ordinal(from: continuationToken)
  }

  func answer(from items: [PageItem]) -> JSON {
    let rest = items.filter { $0.ordinal > after }
    let shown = rest.prefix(limit)
    let hasMore = rest.count > shown.count
    let next = shown.last.map { Self.tokenPrefix + String($0.ordinal, radix: 36) }
    return [
      "items": .array(shown.map(\.json)),
      "has_more": .boolean(hasMore),
      "continuation_token": JSON(hasMore ? next : nil),
      "total": .integer(items.count),
    ]
  }

  private static func limit(from text: String?) throws(Problem) -> Int {
    guard let text else { return defaultLimit }
    guard let limit = Int(text), limits.contains(limit) else {
      throw .invalid("limit", "Input should be a whole number from 1 to 100")
    }
    return limit
  }

  private static func ordinal(from token: String?) throws(Problem) -> Int {
    guard let token, token != "0" else { return 0 }
    guard token.hasPrefix(tokenPrefix),
      let ordinal = Int(token.dropFirst(tokenPrefix.count), radix: 36)
    else { throw .invalid("continuation_token", "Not a token of this list") }
    return ordinal
  }
}
