/// Turns the bytes of an event stream into events: WHATWG HTML, 9.2.5 and 9.2.6.
///
/// However the stream is cut into chunks, the outputs are the same. Events are lent as spans of the
/// chunk; only what a chunk leaves unfinished is copied. The standard drops an event that the
/// stream's end leaves unfinished, so there is nothing to call at the end. The time is linear in
/// the bytes fed.
package struct ServerSentEventParser: Sendable {
  /// The most bytes of an event's lines: 1 MiB, as in the platform's own client (contract 2.2).
  package static let defaultLimit = 1 << 20
  /// The most bytes that are read in search of the end of an event or a line: 64 MiB.
  package static let defaultPatience = 64 << 20

  package enum Output: ~Escapable {
    /// An event: a block with data.
    case event(ServerSentBlock)
    /// A comment line: a heartbeat, as a rule.
    case comment
    /// The server's reconnection time, at most `Int.max`.
    case retry(milliseconds: Int)
    /// A block without data that set the last event ID, or reset it where this is empty.
    case lastEventID(Span<UInt8>)
    /// An event whose lines have more bytes than the limit, without its data.
    case tooLarge(ServerSentBlock, bytes: Int)
  }

  package enum Failure: Error, Equatable {
    /// An event or a line has not ended after `patience` bytes.
    case endless(patience: Int)
  }

  /// The byte order mark in UTF-8.
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private let patience: Int
  private var failure: Failure?
  /// How many bytes of a byte order mark have come; `nil` once the stream's beginning is past.
  private var bytesOfMark: Int? = 0
  private var followsCarriageReturn = false
  private var line = UnfinishedLine()
  private var event: UnfinishedEvent

  /// A parser for a new stream; `lastEventID` is the one of the stream before it. It holds at most
  /// `limit` bytes of an event, and reads at most `patience` bytes in search of the end of a larger
  /// one.
  package init(
    after lastEventID: String? = nil, limit: Int = Self.defaultLimit,
    patience: Int = Self.defaultPatience
  ) {
    event = UnfinishedEvent(limit: limit, lastEventID: lastEventID)
    self.patience = patience
  }

  /// Reads the next bytes and calls `take` with what they complete. Spans are valid during the call
  /// only.
  ///
  /// A parser that has thrown is finished and throws the same again; what came before the failure
  /// was handed on.
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

  /// Skips a byte order mark at the stream's beginning. If only some of its bytes come, they are
  /// the beginning of the first line.
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

  /// Reads a line that the chunk holds whole.
  private mutating func read(
    line place: Range<Int>, of chunk: Span<UInt8>, _ take: (Output) -> Void
  ) {
    guard !place.isEmpty else { return event.dispatch(from: chunk, take) }
    let line = chunk.extracting(place)
    let field = StreamField(line)
    let value = place.lowerBound + field.startOfValue(in: line)
    read(field, value..<place.upperBound, of: chunk, lineOf: place.count, take)
  }

  /// Reads a line of `count` bytes, whose value stands at that place of a text.
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

  /// Counts a line that is not read.
  private mutating func skip(_ field: StreamField, _ count: Int, _ take: (Output) -> Void) {
    if field == .comment { take(.comment) }
    if field.isOfEvent { event.skip(count) }
  }

  private mutating func hold(_ bytes: Span<UInt8>) throws(Failure) {
    line.append(bytes) { event.room(for: $0) }
    try checkPatience(line.count)
  }

  /// Ends the line that began in an earlier chunk.
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

/// A dispatched event (WHATWG HTML, 9.2.6 "Interpreting an event stream").
package struct ServerSentEvent: Equatable, Sendable {
  /// The last event ID when this event was dispatched; `nil` while there is none.
  package var id: String?
  /// Whether this event's own block set the id; else it is inherited.
  package var hasOwnID: Bool
  /// The `event` field; `"message"` if the block had none.
  package var type: String
  /// The `data` lines, joined by line feeds.
  package var data: String

  package init(
    id: String? = nil, hasOwnID: Bool? = nil, type: String = "message", data: String
  ) {
    self.id = id
    self.hasOwnID = hasOwnID ?? (id != nil)
    self.type = type
    self.data = data
  }

  /// Copies what a parser lends; what is not UTF-8 becomes U+FFFD. `copy` is a copy of the id, so
  /// that events that inherit a long one share its memory.
  package init(_ block: ServerSentBlock, id copy: String? = nil) {
    id = copy ?? (block.id.isEmpty ? nil : String(repairing: block.id))
    hasOwnID = block.hasOwnID
    type = block.type.isEmpty ? "message" : String(repairing: block.type)
    data = String(repairing: block.data)
  }
}

/// An event as it stands in the stream: bytes that a parser lends while it dispatches them. They
/// need not be UTF-8.
package struct ServerSentBlock: ~Escapable {
  /// The last event ID; empty while there is none.
  package let id: Span<UInt8>
  package let hasOwnID: Bool
  /// The `event` field; empty if the block had none.
  package let type: Span<UInt8>
  /// The `data` lines, joined by line feeds.
  package let data: Span<UInt8>

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
