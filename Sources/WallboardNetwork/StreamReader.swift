import WallboardEvents
import WallboardPlatform
import WallboardWire

/// Reads the bytes of an open stream, and moves the cursor.
struct StreamReader {
  /// What a piece of the stream held.
  struct Reading {
    var deliveries: [Delivery] = []
    /// The newest events, not among `deliveries` yet.
    fileprivate var stretch: StreamStretch
    var rawEvents: [ServerSentEvent] = []
    var retryMilliseconds: Int?
    /// The latest time of these events, where their ids hold one.
    var lastEventAt: Timestamp?
    /// Why the stream must not be read further.
    var end: AttemptEnd?

    fileprivate let arrival: Timestamp

    fileprivate init(at arrival: Timestamp, bytes: Int) {
      self.arrival = arrival
      stretch = StreamStretch(at: arrival, bytes: bytes)
    }

    fileprivate mutating func deliver(_ heard: Heard) {
      deliverStretch()
      deliveries.append(.heard(heard))
    }

    fileprivate mutating func deliverStretch() {
      guard !stretch.isEmpty else { return }
      var full = StreamStretch(at: arrival, bytes: 0)
      swap(&full, &stretch)
      deliveries.append(.stretch(full))
    }
  }

  private var parser: ServerSentEventParser
  private var listener: StreamListener

  /// A reader of a stream that was taken up at `cursor`; it keeps events as they were parsed where
  /// somebody wants to see them.
  init(cursor: StreamCursor, keepsRawEvents: Bool = false) {
    parser = ServerSentEventParser(after: cursor.lastEventID)
    listener = StreamListener(cursor: cursor, keepsRawEvents: keepsRawEvents)
  }

  /// Where the stream would be taken up again.
  var cursor: StreamCursor { listener.cursor }

  /// Reads the next bytes, which came at `arrival`.
  mutating func read(_ bytes: Span<UInt8>, at arrival: Timestamp) -> Reading {
    var reading = Reading(at: arrival, bytes: bytes.count)
    do throws(ServerSentEventParser.Failure) {
      try parser.feed(bytes) { listener.take($0, into: &reading) }
    } catch {
      reading.end = reading.end ?? AttemptEnd(error)
    }
    listener.finishStretch(of: &reading)
    // That something was heard needs no words where there are events.
    if reading.deliveries.isEmpty { reading.deliver(.bytes(at: arrival)) }
    return reading
  }
}

/// Takes what the parser lends. It looks only at the ids of events, except where one may be a control
/// frame, in which the stream says something about itself.
private struct StreamListener {
  var cursor: StreamCursor
  let keepsRawEvents: Bool
  /// The id of the last raw event, while the next may inherit it.
  private var rawID: String?
  private let decoder = WorkspaceEventDecoder()

  init(cursor: StreamCursor, keepsRawEvents: Bool) {
    self.cursor = cursor
    self.keepsRawEvents = keepsRawEvents
  }

  mutating func take(
    _ output: ServerSentEventParser.Output, into reading: inout StreamReader.Reading
  ) {
    switch output {
    case .event(let block):
      if keepsRawEvents { keepRaw(block, in: &reading) }
      if let time = block.eventTime {
        reading.lastEventAt = reading.lastEventAt.map { max($0, time) } ?? time
      }
      guard block.mayBeControlFrame else { return reading.stretch.append(block) }
      finishStretch(of: &reading)
      // An event that follows a fault happened all the same.
      if block.hasOwnID { cursor.advance(to: block.id) }
      take(decoder.decode(block, at: reading.arrival), into: &reading)
    case .tooLarge(let block, let bytes):
      finishStretch(of: &reading)
      if block.hasOwnID { cursor.advance(to: block.id) }
      rawID = nil
      take(decoder.leaveOut(block, bytes: bytes, at: reading.arrival), into: &reading)
    case .comment: break
    case .retry(let milliseconds): reading.retryMilliseconds = milliseconds
    case .lastEventID(let id):
      finishStretch(of: &reading)
      cursor.advance(to: id)
      rawID = nil
    }
  }

  /// Moves the cursor over the newest events, and puts them among the deliveries.
  mutating func finishStretch(of reading: inout StreamReader.Reading) {
    reading.stretch.forEachID(from: StreamCursor.isMoved) { cursor.advance(to: $0) }
    reading.deliverStretch()
  }

  private mutating func keepRaw(
    _ block: ServerSentBlock, in reading: inout StreamReader.Reading
  ) {
    let event = ServerSentEvent(block, id: block.hasOwnID ? nil : rawID)
    rawID = event.id
    reading.rawEvents.append(event)
  }

  private func take(_ outcome: StreamOutcome, into reading: inout StreamReader.Reading) {
    switch outcome {
    case .event(let received): reading.deliver(.received(received))
    case .malformed(let malformed): reading.deliver(.malformed(malformed))
    case .control(.opened): break
    case .control(.fault(let fault)): reading.end = reading.end ?? .fault(fault)
    }
  }
}
