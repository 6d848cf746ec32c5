package import WallboardEvents
import WallboardWire

/// One REST read of a source, page after page, without the network: send ``request``, hand the
/// answer to ``receive(_:)``, and do as it says (contract 3).
package struct SnapshotReader: Sendable {
  /// Pages of one list that are read; a longer list is incomplete.
  package static let mostPages = 200
  /// Items of one read that are kept before no further page is asked for: pages may be larger than
  /// was asked for, and the board has room for no more.
  package static let mostItems = 20_000
  /// Items that are asked for at a time (contract 3.6).
  package static let pageSize = 100

  /// What is read.
  package let source: SnapshotSource
  private var run: any SnapshotRun

  /// A read of that source, at its beginning.
  package init(_ source: SnapshotSource, from endpoints: PlatformEndpoints) {
    self.source = source
    run =
      switch source {
      case .services: PagedRun<ServiceItem>(endpoints)
      case .calls: CallsRun(endpoints)
      case .operators: PagedRun<OperatorItem>(endpoints)
      case .escalations: PagedRun<EscalationItem>(endpoints)
      case .surfaces: PagedRun<SurfaceItem>(endpoints)
      }
  }

  /// What is to be sent now.
  package var request: PlatformRequest { run.request }

  /// What is to be said of what was found, once it is.
  package var notes: ReadNotes { run.notes }

  /// Takes the answer to ``request`` and says how the read goes on.
  package mutating func receive(_ response: PlatformResponse) -> SnapshotStep {
    run.receive(response)
  }
}

/// What a read needs after an answer.
package enum SnapshotStep: Equatable, Sendable {
  /// Another answer: send this.
  case request(PlatformRequest)
  /// Nothing: this was found.
  case finished(SnapshotPart)
  /// To be given up; ``RetryPolicy/read(after:)`` says when to begin again, with a new reader.
  case failed(AttemptEnd)
}

/// The requests of one source, in order.
protocol SnapshotRun: Sendable {
  var request: PlatformRequest { get }
  /// What is to be said of the answers until now.
  var notes: ReadNotes { get }
  mutating func receive(_ response: PlatformResponse) -> SnapshotStep
}

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

/// One page of a list (contract 3.6).
private struct Page<Item: FieldReadable>: FieldReadable {
  let items: Items<Item>
  /// `nil` where nothing tells it.
  let hasMore: Bool?
  let token: ContinuationToken?

  init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    items = try fields.key("items")
    hasMore = fields.required("has_more")
    token = fields.optional("continuation_token")
    value.collect(fields)
  }
}

/// A list of which an item that cannot be read costs only itself.
struct Items<Item: FieldReadable>: FieldReadable {
  /// The items that could be read, in order.
  let readable: [Item]
  /// How many could not.
  let unreadable: Int

  /// Reads as many as a read keeps. The others count as unreadable.
  init(_ value: inout ValueReader) throws(FieldFault) {
    let items = try value.readableElements(most: SnapshotReader.mostItems, of: Item.self)
    readable = items.readable
    unreadable = items.count - items.readable.count
  }
}

/// Where a list goes on: opaque, and handed back as it came (contract 3.6).
private struct ContinuationToken: FieldReadable {
  /// What the next request says; `nil` for a token that no query can hold.
  let text: String?

  init(_ value: inout ValueReader) throws(FieldFault) {
    switch value.kind {
    case .string: text = try value.string()
    // As it is written: a Double would spell it in another way.
    case .number: text = value.literal
    case .null, .boolean, .array, .object: text = nil
    }
  }
}
