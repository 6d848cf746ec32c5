/// WHATWG HTML 9.2.6: what is known of an event before the blank line that ends it.
struct UnfinishedEvent: Sendable {
  /// The most bytes of a line that is read in an event that is too large for its data to be: enough
  /// for a type, and for an id that can be sent back.
  static let shortLine = 262

  private let limit: Int
  /// The bytes of its lines so far, of those that make part of it, without their ends.
  private(set) var size = 0
  private var data = LentBytes()
  private var hasData = false
  private var type = LentBytes()
  /// Outlives the event, as the standard has it.
  private var lastEventID: LentBytes
  private var hasOwnID = false

  init(limit: Int, lastEventID: String?) {
    self.limit = limit
    self.lastEventID = LentBytes(copying: lastEventID ?? "")
  }

  /// The most bytes of a further line of that field that are looked at.
  func room(for field: StreamField) -> Int {
    switch field {
    case .data: limit - size
    case .event, .id: max(limit - size, Self.shortLine)
    // A number may have any number of digits; it is no part of the event.
    case .retry: max(limit, Self.shortLine)
    case .comment, .other: 0
    }
  }

  /// Counts a line of the event that is not looked at.
  mutating func skip(_ count: Int) {
    size += count
  }

  /// Takes a line of so many bytes, whose value stands at that place of the chunk.
  mutating func take(
    _ field: StreamField, _ value: Range<Int>, of chunk: Span<UInt8>, lineOf count: Int
  ) {
    size += count
    switch field {
    case .data:
      if hasData { data.append(line: value, of: chunk) } else { data.lend(value) }
      hasData = true
    case .event: type.lend(value)
    case .id:
      // The standard ignores one that contains a NUL.
      guard chunk.extracting(value).firstIndex(of: 0) == nil else { return }
      lastEventID.lend(value)
      hasOwnID = true
    case .retry, .comment, .other: break
    }
  }

  /// Copies what stands in the chunk alone, so that it can be given back.
  mutating func keep(from chunk: Span<UInt8>) {
    data.keep(from: chunk)
    type.keep(from: chunk)
    lastEventID.keep(from: chunk)
  }

  /// Ends the event: lends it, and is ready for the next one.
  mutating func dispatch(from chunk: Span<UInt8>, _ take: (ServerSentEventParser.Output) -> Void) {
    if size > limit {
      take(.tooLarge(block(from: chunk, hasData: false), bytes: size))
    } else if hasData {
      take(.event(block(from: chunk, hasData: true)))
    } else if hasOwnID {
      take(.lastEventID(lastEventID.bytes(in: chunk)))
    }
    size = 0
    data.clear()
    type.clear()
    (hasData, hasOwnID) = (false, false)
  }

  @_lifetime(borrow self, copy chunk)
  private func block(from chunk: Span<UInt8>, hasData: Bool) -> ServerSentBlock {
    let data = data.bytes(in: chunk)
    return ServerSentBlock(
      id: lastEventID.bytes(in: chunk), hasOwnID: hasOwnID, type: type.bytes(in: chunk),
      data: hasData ? data : data.extracting(first: 0))
  }
}
