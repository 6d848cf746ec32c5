import WallboardEvents
import WallboardPlatform
import WallboardWire

/// Makes what is told of the bytes of an open stream, and moves the cursor.
struct StreamReader {
  /// What a stretch of the stream came to.
  struct Reading {
    var heard: [Heard] = []
    var rawEvents: [ServerSentEvent] = []
    var retryMilliseconds: Int?
    /// Why the stream must not be read further.
    var end: AttemptEnd?
  }

  /// From where the stream would be taken up again.
  private(set) var cursor: StreamCursor
  private var parser = ServerSentEventParser()
  private var outputs: [ServerSentEventParser.Output] = []
  private let decoder = WorkspaceEventDecoder()

  private let keepsRawEvents: Bool

  /// A reader of a stream that was taken up there; it keeps events as they were parsed where somebody
  /// wants to look at them.
  init(cursor: StreamCursor, keepsRawEvents: Bool = false) {
    self.cursor = cursor
    self.keepsRawEvents = keepsRawEvents
  }

  /// Reads the next bytes, which came at `arrival`.
  mutating func read(_ bytes: Span<UInt8>, at arrival: Timestamp) -> Reading {
    var reading = Reading()
    outputs.removeAll(keepingCapacity: true)
    do throws(ServerSentEventParser.Failure) {
      try parser.feed(bytes, into: &outputs)
    } catch {
      reading.end = AttemptEnd(error)
    }
    for output in outputs { take(output, at: arrival, into: &reading) }
    // An event says by itself that something was heard.
    if reading.heard.isEmpty { reading.heard = [.bytes(at: arrival)] }
    return reading
  }

  private mutating func take(
    _ output: ServerSentEventParser.Output, at arrival: Timestamp, into reading: inout Reading
  ) {
    switch output {
    case .event(let event): take(event, at: arrival, into: &reading)
    case .comment: break
    case .retry(let milliseconds): reading.retryMilliseconds = milliseconds
    case .lastEventID(let id): cursor.advance(to: id)
    }
  }

  private mutating func take(
    _ event: ServerSentEvent, at arrival: Timestamp, into reading: inout Reading
  ) {
    // An event that follows a fault is still one that happened.
    if event.hasOwnID { cursor.advance(to: event.id) }
    if keepsRawEvents { reading.rawEvents.append(event) }
    let id = event.hasOwnID ? event.id : nil
    switch decoder.decode(id: id, type: event.type, data: event.data, at: arrival) {
    case .event(let received): reading.heard.append(.received(received))
    case .malformed(let malformed): reading.heard.append(.malformed(malformed))
    case .control(.opened): break
    case .control(.fault(let fault)): reading.end = reading.end ?? .fault(fault)
    }
  }
}
