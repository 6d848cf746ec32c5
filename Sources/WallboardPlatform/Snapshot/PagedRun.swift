import WallboardEvents

/// Reads paged lists to their ends, one query after the other.
struct PagedRun<Item: SnapshotItem>: SnapshotRun {
  private let endpoints: PlatformEndpoints
  private var queries: ArraySlice<[QueryItem]>
  private var token: String?
  private var pages = 0
  private var items: [Item] = []
  private var isComplete = true

  init(_ endpoints: PlatformEndpoints) {
    self.endpoints = endpoints
    queries = Item.queries[...]
  }

  var request: PlatformRequest {
    var query = queries.first ?? []
    query.append(QueryItem("limit", String(SnapshotReader.pageSize)))
    if let token { query.append(QueryItem("continuation_token", token)) }
    return endpoints.read(Item.path, query: query)
  }

  mutating func receive(_ response: PlatformResponse) -> SnapshotStep {
    if let failure = response.failure { return .failed(failure) }
    do throws(AttemptEnd) {
      return take(try response.read(pageName))
    } catch {
      return .failed(error)
    }
  }

  private var pageName: String { "a page of \(Item.path.joined(separator: "/"))" }

  private mutating func take(_ page: Page<Item>) -> SnapshotStep {
    items += page.items.readable
    isComplete = isComplete && page.items.unreadable == 0
    pages += 1
    guard page.hasMore else { return nextQuery() }
    // A token that does not change would be followed for ever.
    guard let next = page.token?.text, next != token, pages < SnapshotReader.mostPages,
      items.count < SnapshotReader.mostItems
    else {
      isComplete = false
      return nextQuery()
    }
    token = next
    return .request(request)
  }

  private mutating func nextQuery() -> SnapshotStep {
    queries = queries.dropFirst()
    token = nil
    pages = 0
    return queries.isEmpty
      ? .finished(Item.part(of: items, isComplete: isComplete)) : .request(request)
  }
}
