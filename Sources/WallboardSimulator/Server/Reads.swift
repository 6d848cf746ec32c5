/// The reads, each of which can be made to fail.
package enum Read: String, Sendable, CaseIterable {
  case sessions, queue, operators, escalations, surfaces, services, calls, story

  /// Its path below `/v1/{workspace}/`.
  var path: String {
    switch self {
    case .sessions: "sessions/active"
    case .queue: "operators/queue"
    case .operators: "operators"
    case .escalations: "operators/escalations/active"
    case .surfaces: "surfaces"
    case .services: "services"
    case .calls: "calls"
    case .story: "calls/{call_id}"
    }
  }
}

extension SimulatedPlatform {
  func read(_ read: Read, of id: String, _ request: HTTPRequest) throws(Problem) -> JSON {
    if let kind = faults.take(oneOf: FaultKind.ofReads, read: read) {
      throw .fault(kind, for: request, at: now)
    }
    let workspace = options.workspace
    switch read {
    case .sessions: return centre.activeSessions(of: workspace, at: now)
    case .queue: return centre.queue(of: workspace, at: now)
    case .operators: return try page(request, of: centre.operatorItems(of: workspace))
    case .escalations: return try page(request, of: centre.activeEscalations(at: now))
    case .surfaces:
      return try page(request, of: centre.surfaceItems(status: request.query["status"]))
    case .services: return try page(request, of: centre.serviceItems(of: workspace))
    case .calls: return callPage(try CallQuery(request.query))
    case .story: return damaged(try story(of: id))
    }
  }

  private func page(_ request: HTTPRequest, of items: [PageItem]) throws(Problem) -> JSON {
    let page = try Page(
      limit: request.query["limit"], continuationToken: request.query["continuation_token"])
    return page.answer(from: items)
  }
}

/// The part of a list that one request asks for (contract 3.6).
struct Page {
  private let limit: Int
  private let after: Int

  private static let limits = 1...100
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

/// An entry of a paged list.
struct PageItem: Sendable {
  /// Rises along the list and is never used again, so that the next page skips and repeats nothing,
  /// whatever came and went meanwhile.
  let ordinal: Int
  let json: JSON
}
