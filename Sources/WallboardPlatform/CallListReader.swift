package import WallboardEvents

/// Which calls of the past are asked for. The platform knows days alone; who asks for less looks at
/// what comes.
package struct CallListQuery: Equatable, Sendable {
  /// Days such as `2026-08-03`, the first and the last.
  package var firstDay: String?
  package var lastDay: String?
  /// How many calls a page has, 1 to ``SnapshotReader/pageSize``.
  package var pageSize = SnapshotReader.pageSize

  /// All calls.
  package init() {}
}

/// The calls of the past, `GET /calls`, page after page as a value: send ``request``, pass the answer to
/// ``receive(_:)``, and go on while ``PastCallPage/next`` is a page and more is wanted (contract 3.4).
package struct CallListReader: Sendable {
  private let endpoints: PlatformEndpoints
  private let query: CallListQuery
  private var offset = 0
  private var pages = 0
  /// Of the page before.
  private var lastCount: Int?
  private var seenCalls: Set<CallSID> = []
  private var seenEntities: Set<EntityID> = []

  package init(_ query: CallListQuery = CallListQuery(), from endpoints: PlatformEndpoints) {
    self.query = query
    self.endpoints = endpoints
  }

  package var request: PlatformRequest {
    var items: [QueryItem] = []
    if let first = query.firstDay { items.append(QueryItem("date_from", first)) }
    if let last = query.lastDay { items.append(QueryItem("date_to", last)) }
    items.append(QueryItem("limit", String(query.pageSize)))
    items.append(QueryItem("offset", String(offset)))
    return endpoints.read(["calls"], query: items)
  }

  /// Takes the answer to ``request``; throws where it is no page, which ends the list.
  package mutating func receive(_ response: PlatformResponse) throws(AttemptEnd) -> PastCallPage {
    if let failure = response.failure { throw failure }
    var faults = FieldFaults()
    let page: CallListPage = try response.read("a page of calls", &faults)
    let count = page.items.readable.count + page.items.unreadable
    // A call that began meanwhile moves the others on: the next page then begins with one of this.
    let fresh = page.items.readable.filter { isNew($0) }
    pages += 1
    offset += count
    defer { lastCount = count }
    return PastCallPage(
      isFirst: pages == 1, calls: fresh, unreadable: page.items.unreadable, total: page.total,
      next: next(page, count: count, fresh: fresh.count), faults: faults)
  }

  /// Either of its keys tells that a call was there before.
  private mutating func isNew(_ call: PastCall) -> Bool {
    let isNewCall = call.callSID.map { seenCalls.insert($0).inserted } ?? true
    let isNewEntity = call.entityID.map { seenEntities.insert($0).inserted } ?? true
    return isNewCall && isNewEntity
  }

  /// Whether the list goes on. One that says so and brings nothing new, or less than before, would go
  /// on forever.
  private func next(_ page: CallListPage, count: Int, fresh: Int) -> PastCallPage.Next {
    let isMoreCounted = page.total.map { $0 > offset } ?? false
    guard page.hasMore ?? isMoreCounted else { return isMoreCounted ? .doubtful : .end }
    guard fresh + page.items.unreadable > 0, count >= lastCount ?? 0 else { return .doubtful }
    let known = max(seenCalls.count, seenEntities.count)
    guard pages < SnapshotReader.mostPages, known < SnapshotReader.mostItems else {
      return .tooMany
    }
    return .page
  }
}

/// The answer of `GET /calls`.
private struct CallListPage: FieldReadable {
  let items: Items<PastCall>
  let total: Int?
  let hasMore: Bool?

  init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    items = try fields.key("items")
    total = fields.optional("total")
    hasMore = fields.required("has_more")
    value.collect(fields)
  }
}
