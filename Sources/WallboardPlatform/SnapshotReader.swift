package import WallboardEvents
import WallboardWire

/// A REST read of a source, page after page, as a value (contract 3): send ``request``, pass the
/// answer to ``receive(_:)``, and do what it says.
package struct SnapshotReader: Sendable {
  /// How many pages of one list are read; a longer list is incomplete.
  package static let mostPages = 200
  /// With this many items no further page is requested, since the board has room for no more; pages
  /// may be larger than requested.
  package static let mostItems = 20_000
  /// How many items are requested at a time (contract 3.6).
  package static let pageSize = 100

  package let source: SnapshotSource
  private var run: any SnapshotRun

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

  package var request: PlatformRequest { run.request }

  /// What to tell the board with the result.
  package var notes: ReadNotes { run.notes }

  /// Takes the answer to ``request``.
  package mutating func receive(_ response: PlatformResponse) -> SnapshotStep {
    run.receive(response)
  }
}

/// How a read goes on after an answer.
package enum SnapshotStep: Equatable, Sendable {
  /// Send this next.
  case request(PlatformRequest)
  case finished(SnapshotPart)
  /// ``RetryPolicy/read(after:)`` says when to start again, with a new reader.
  case failed(AttemptEnd)
}

/// The requests of one source, in order.
protocol SnapshotRun: Sendable {
  var request: PlatformRequest { get }
  var notes: ReadNotes { get }
  mutating func receive(_ response: PlatformResponse) -> SnapshotStep
}

/// Reads paged lists, one query after the other.
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
    // If the page does not say so, a token means that there is more.
    if page.items.unreadable > 0 || page.hasMore == nil { notes.tellsAll = false }
    pages += 1
    guard page.hasMore ?? (page.token?.text != nil) else { return nextQuery() }
    // A token that does not change would be followed forever.
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
    // Items without a place on the board may be about something that is on it.
    let isComplete = notes.tellsAll && items.allSatisfy(\.hasPlace)
    return .finished(Item.part(of: items, isComplete: isComplete))
  }
}

/// One page of a list (contract 3.6).
private struct Page<Item: FieldReadable>: FieldReadable {
  let items: Items<Item>
  /// `nil` if the page does not say.
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

/// A list in which an unreadable item is only counted.
struct Items<Item: FieldReadable>: FieldReadable {
  let readable: [Item]
  let unreadable: Int

  /// Reads as many items as a read keeps; the others count as unreadable.
  init(_ value: inout ValueReader) throws(FieldFault) {
    let items = try value.readableElements(most: SnapshotReader.mostItems, of: Item.self)
    readable = items.readable
    unreadable = items.count - items.readable.count
  }
}

/// Where a list goes on: opaque, sent back as it came (contract 3.6).
private struct ContinuationToken: FieldReadable {
  /// `nil` for a token that a query cannot hold.
  let text: String?

  init(_ value: inout ValueReader) throws(FieldFault) {
    switch value.kind {
    case .string: text = try value.string()
    // As it is written: a `Double` would be spelled differently.
    case .number: text = value.literal
    case .null, .boolean, .array, .object: text = nil
    }
  }
}
