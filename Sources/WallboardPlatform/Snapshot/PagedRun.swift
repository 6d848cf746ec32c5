import WallboardEvents

/// Reads paged lists to their ends, one query after the other.
struct PagedRun<Item: SnapshotItem>: SnapshotRun {
  private let endpoints: PlatformEndpoints
  private var queries: ArraySlice<[QueryItem]>
  private var token: String?
  private var pages = 0
  private var items: [Item] = []
  private(set) var notes = ReadNotes(tellsAll: true)

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
      return take(try response.read(pageName, &notes.faults))
    } catch {
      return .failed(error)
    }
  }

  private var pageName: String { "a page of \(Item.path.joined(separator: "/"))" }

  private mutating func take(_ page: Page<Item>) -> SnapshotStep {
    items += page.items.readable
    // Without a word about it, a token says that there is more.
    if page.items.unreadable > 0 || page.hasMore == nil { notes.tellsAll = false }
    pages += 1
    guard page.hasMore ?? (page.token?.text != nil) else { return nextQuery() }
    // A token that does not change would be followed for ever.
    guard let next = page.token?.text, next != token, pages < SnapshotReader.mostPages,
      items.count < SnapshotReader.mostItems
    else {
      notes.tellsAll = false
      return nextQuery()
    }
    token = next
    return .request(request)
  }

  private mutating func nextQuery() -> SnapshotStep {
    queries = queries.dropFirst()
    token = nil
    pages = 0
    guard queries.isEmpty else { return .request(request) }
    // What has no place on the board may be of something that is on it.
    let isComplete = notes.tellsAll && items.allSatisfy(\.hasPlace)
    return .finished(Item.part(of: items, isComplete: isComplete))
  }
}
