/// Turns the bytes of an event stream into events: WHATWG HTML, 9.2.5 and 9.2.6.
///
/// A value without any input or output of its own. However the stream is cut, the outputs are the
/// same. An event that the stream's end leaves unfinished is never dispatched, so there is nothing
/// to call at the end: drop the parser. Linear in the bytes fed.
package struct ServerSentEventParser: Sendable {
  /// The most bytes of an unfinished event that a parser holds unless told otherwise: 1 MiB, as the
  /// platform's own client (contract 2.2).
  package static let defaultLimit = 1 << 20

  /// What a stretch of the stream amounted to.
  package enum Output: Equatable, Sendable {
    /// A block with data.
    case event(ServerSentEvent)
    /// A comment line: a heartbeat, as a rule.
    case comment
    /// The server's wish for the time to wait before reconnecting, at most `Int.max`.
    case retry(milliseconds: Int)
    /// A block that set the last event ID (`nil`: took it back) but had no data to dispatch.
    case lastEventID(String?)
  }

  /// Why a stream cannot be read any further.
  package enum Failure: Error, Equatable {
    /// An event that has not ended needs more than `limit` bytes.
    case unfinishedEventTooLarge(limit: Int)
  }

  private let limit: Int
  private var failure: Failure?
  private var isFirstLine = true
  private var followsCarriageReturn = false
  /// The beginning of a line whose end has not come yet.
  private var unfinishedLine: [UInt8] = []
  private var event = UnfinishedEvent()

  /// Makes a parser for the beginning of a stream that holds at most `limit` bytes of an event.
  package init(limit: Int = Self.defaultLimit) {
    self.limit = limit
  }

  /// Reads the next bytes and appends what they complete to `outputs`.
  ///
  /// Once it has thrown it is finished and throws the same again; what came before the failure has
  /// been appended.
  package mutating func feed(
    _ bytes: Span<UInt8>, into outputs: inout [Output]
  ) throws(Failure) {
    if let failure { throw failure }
    var start = 0
    while start < bytes.count {
      if followsCarriageReturn {
        followsCarriageReturn = false
        if bytes[start] == .lineFeed {
          start += 1
          continue
        }
      }
      guard let end = bytes.firstLineEnd(from: start) else {
        return try hold(bytes.extracting(start...))
      }
      try finishLine(with: bytes.extracting(start..<end), into: &outputs)
      followsCarriageReturn = bytes[end] == .carriageReturn
      start = end + 1
    }
  }

  private mutating func hold(_ bytes: Span<UInt8>) throws(Failure) {
    try makeRoom(for: bytes.count)
    unfinishedLine.append(copying: bytes)
  }

  private mutating func finishLine(
    with bytes: Span<UInt8>, into outputs: inout [Output]
  ) throws(Failure) {
    guard !unfinishedLine.isEmpty else {
      try makeRoom(for: bytes.count)
      return interpret(line: bytes, into: &outputs)
    }
    try hold(bytes)
    var line: [UInt8] = []
    swap(&line, &unfinishedLine)
    interpret(line: line.span, into: &outputs)
    line.removeAll(keepingCapacity: true)
    unfinishedLine = line
  }

  private mutating func makeRoom(for count: Int) throws(Failure) {
    guard count <= limit - unfinishedLine.count - event.size else {
      let tooLarge = Failure.unfinishedEventTooLarge(limit: limit)
      failure = tooLarge
      throw tooLarge
    }
  }

  private mutating func interpret(line: Span<UInt8>, into outputs: inout [Output]) {
    let start = isFirstLine && line.startsWithByteOrderMark ? 3 : 0
    isFirstLine = false
    interpret(markless: line.extracting(start...), into: &outputs)
  }

  private mutating func interpret(markless line: Span<UInt8>, into outputs: inout [Output]) {
    guard !line.isEmpty else {
      if let output = event.dispatch() { outputs.append(output) }
      return
    }
    let colon = line.firstIndex(of: .colon) ?? line.count
    guard colon > 0 else { return outputs.append(.comment) }
    let name = line.extracting(..<colon)
    let value = line.extracting(line.startOfValue(afterColonAt: colon)...)
    if name.spells("data") {
      event.append(data: value)
    } else if name.spells("event") {
      event.type = String(repairing: value)
    } else if name.spells("id") {
      event.setID(value)
    } else if name.spells("retry"), let milliseconds = value.decimalNumber {
      outputs.append(.retry(milliseconds: milliseconds))
    }
  }
}
