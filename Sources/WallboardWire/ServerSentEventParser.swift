/// Turns the bytes of an event stream into events: WHATWG HTML, 9.2.5 and 9.2.6.
///
/// A value without any input or output of its own. However the stream is cut, the outputs are the
/// same. Events are lent as they stand in the chunk that is fed, and only what a chunk leaves unfinished
/// is copied. An event that the stream's end leaves unfinished is never dispatched, so there is nothing
/// to call at the end: drop the parser. Linear in the bytes fed.
package struct ServerSentEventParser: Sendable {
  /// The most bytes of an event's lines unless a parser is told otherwise: 1 MiB, as for the platform's
  /// own client (contract 2.2).
  package static let defaultLimit = 1 << 20
  /// The most bytes that are waited through for the end of an event or a line: 64 MiB.
  package static let defaultPatience = 64 << 20

  /// What a stretch of the stream amounted to.
  package enum Output: ~Escapable {
    /// A block with data.
    case event(ServerSentBlock)
    /// A comment line: a heartbeat, as a rule.
    case comment
    /// The server's wish for the time to wait before reconnecting, at most `Int.max`.
    case retry(milliseconds: Int)
    /// A block that set the last event ID (empty: took it back) but had no data to dispatch.
    case lastEventID(Span<UInt8>)
    /// A block of which the data were left out: its lines have so many bytes, which is over the limit.
    case tooLarge(ServerSentBlock, bytes: Int)
  }

  /// Why a stream cannot be read any further.
  package enum Failure: Error, Equatable {
    /// An event or a line has not ended after `patience` bytes.
    case endless(patience: Int)
  }

  /// A byte order mark as UTF-8.
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private let patience: Int
  private var failure: Failure?
  /// How many bytes of a byte order mark the stream began with; `nil` once that is settled.
  private var bytesOfMark: Int? = 0
  private var followsCarriageReturn = false
  private var line = UnfinishedLine()
  private var event: UnfinishedEvent

  /// Makes a parser for the beginning of a stream that goes on behind an event of that id. It holds at
  /// most `limit` bytes of an event, and waits through at most `patience` bytes for the end of a larger
  /// one.
  package init(
    after lastEventID: String? = nil, limit: Int = Self.defaultLimit,
    patience: Int = Self.defaultPatience
  ) {
    event = UnfinishedEvent(limit: limit, lastEventID: lastEventID)
    self.patience = patience
  }

  /// Reads the next bytes and hands on what they complete; what that lends is there for the call alone.
  ///
  /// Once it has thrown it is finished and throws the same again; what came before the failure has
  /// been handed on.
  package mutating func feed(
    _ chunk: Span<UInt8>, _ take: (Output) -> Void
  ) throws(Failure) {
    if let failure { throw failure }
    do throws(Failure) {
      try read(chunk, take)
    } catch {
      failure = error
      throw error
    }
  }

  private mutating func read(_ chunk: Span<UInt8>, _ take: (Output) -> Void) throws(Failure) {
    var start = startBehindMark(chunk)
    while start < chunk.count {
      if followsCarriageReturn {
        followsCarriageReturn = false
        if chunk[start] == .lineFeed {
          start += 1
          continue
        }
      }
      guard let end = chunk.firstLineEnd(from: start) else {
        try hold(chunk.extracting(start...))
        break
      }
      if line.count > 0 {
        try hold(chunk.extracting(start..<end))
        finishLine(take)
      } else {
        try checkPatience(end - start)
        read(line: start..<end, of: chunk, take)
      }
      followsCarriageReturn = chunk[end] == .carriageReturn
      start = end + 1
    }
    event.keep(from: chunk)
  }

  /// Passes over a byte order mark at the stream's beginning; where only its first bytes are there, they
  /// begin the first line.
  private mutating func startBehindMark(_ chunk: Span<UInt8>) -> Int {
    var start = 0
    while let seen = bytesOfMark, start < chunk.count {
      if chunk[start] == Self.mark[seen] {
        start += 1
        bytesOfMark = seen + 1 < Self.mark.count ? seen + 1 : nil
      } else {
        bytesOfMark = nil
        line.append(Self.mark.span.extracting(first: seen)) { event.room(for: $0) }
      }
    }
    return start
  }

  private func checkPatience(_ lineLength: Int) throws(Failure) {
    guard lineLength <= patience - event.size else { throw .endless(patience: patience) }
  }

  /// Reads a line that stands whole in the chunk.
  private mutating func read(
    line place: Range<Int>, of chunk: Span<UInt8>, _ take: (Output) -> Void
  ) {
    guard !place.isEmpty else { return event.dispatch(from: chunk, take) }
    let line = chunk.extracting(place)
    let field = StreamField(line)
    let value = place.lowerBound + field.startOfValue(in: line)
    read(field, value..<place.upperBound, of: chunk, lineOf: place.count, take)
  }

  /// Reads a line of so many bytes, whose value stands at that place of a text.
  private mutating func read(
    _ field: StreamField, _ value: Range<Int>, of text: Span<UInt8>, lineOf count: Int,
    _ take: (Output) -> Void
  ) {
    guard count <= event.room(for: field) else { return skip(field, count, take) }
    if field == .retry {
      let milliseconds = text.extracting(value).decimalNumber
      if let milliseconds { take(.retry(milliseconds: milliseconds)) }
    } else {
      event.take(field, value, of: text, lineOf: count)
    }
  }

  /// Passes over a line that is not looked at.
  private mutating func skip(_ field: StreamField, _ count: Int, _ take: (Output) -> Void) {
    if field == .comment { take(.comment) }
    if field.isOfEvent { event.skip(count) }
  }

  private mutating func hold(_ bytes: Span<UInt8>) throws(Failure) {
    line.append(bytes) { event.room(for: $0) }
    try checkPatience(line.count)
  }

  /// Reads the line that began in an earlier chunk.
  private mutating func finishLine(_ take: (Output) -> Void) {
    var line = UnfinishedLine()
    swap(&line, &self.line)
    if let field = line.skipped {
      skip(field, line.count, take)
    } else {
      let text = line.bytes.span
      read(line: 0..<text.count, of: text, take)
      event.keep(from: text)
    }
    line.clear()
    swap(&line, &self.line)
  }
}

/// One dispatched Server-Sent Event (WHATWG HTML, 9.2.6 "Interpreting an event stream").
package struct ServerSentEvent: Equatable, Sendable {
  /// The stream's last event ID when this event was dispatched; `nil` while none is in force.
  package var id: String?
  /// Whether this event's own block set the id, so that it is more than one inherited from before.
  package var hasOwnID: Bool
  /// The `event` field, `"message"` when the block had none.
  package var type: String
  /// The `data` lines, joined by line feeds.
  package var data: String

  /// Makes an event as a parser would dispatch it.
  package init(
    id: String? = nil, hasOwnID: Bool? = nil, type: String = "message", data: String
  ) {
    self.id = id
    self.hasOwnID = hasOwnID ?? (id != nil)
    self.type = type
    self.data = data
  }

  /// Copies what a parser lends; what is not UTF-8 becomes U+FFFD. Of the id there may be a copy
  /// already: events that inherit one must not each have a megabyte of their own.
  package init(_ block: ServerSentBlock, id copy: String? = nil) {
    id = copy ?? (block.id.isEmpty ? nil : String(repairing: block.id))
    hasOwnID = block.hasOwnID
    type = block.type.isEmpty ? "message" : String(repairing: block.type)
    data = String(repairing: block.data)
  }
}

/// The same as it stands in the stream: bytes that a parser lends while it dispatches them. They need
/// not be UTF-8.
package struct ServerSentBlock: ~Escapable {
  /// The stream's last event ID; empty while none is in force.
  package let id: Span<UInt8>
  /// Whether the block itself set the id.
  package let hasOwnID: Bool
  /// The `event` field; empty when the block had none.
  package let type: Span<UInt8>
  /// The `data` lines, joined by line feeds.
  package let data: Span<UInt8>

  /// A block of those fields.
  @_lifetime(copy id, copy type, copy data)
  package init(
    id: Span<UInt8>, hasOwnID: Bool, type: Span<UInt8>, data: Span<UInt8>
  ) {
    self.id = id
    self.hasOwnID = hasOwnID
    self.type = type
    self.data = data
  }
}
