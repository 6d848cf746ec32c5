import WallboardEvents
package import WallboardPlatform
import WallboardWire

/// One attempt at the stream, watched while it lasts.
package final class StreamProbe {
  /// The status of the answer, once there is one.
  package private(set) var status: Int?
  /// How long after the request the stream's first bytes came.
  package private(set) var firstFrame: Duration?
  /// How long after the request the first comment came, which is what a heartbeat is.
  package private(set) var heartbeat: Duration?
  package private(set) var events = 0
  /// Where another attempt would go on.
  package private(set) var cursor: StreamCursor
  /// Why it ended; `nil` while it goes on.
  package private(set) var end: AttemptEnd?

  private let client: HTTPClient
  private let sentAt: ContinuousClock.Instant
  private var exchange: HTTPExchange?
  private var refusal: AnswerBuffer?
  private var reader: StreamReader
  /// The reader hands comments on as nothing but bytes.
  private var parser = ServerSentEventParser()

  /// Sends the request for the stream after that place.
  init(
    from cursor: StreamCursor, of endpoints: PlatformEndpoints, client: HTTPClient
  ) throws(CurlFailure) {
    self.cursor = cursor
    self.client = client
    reader = StreamReader(cursor: cursor, keepsRawEvents: true)
    sentAt = client.clock.instant
    exchange = try client.start(endpoints.eventStream(from: cursor), .stream, handler: self)
  }

  /// Hangs up.
  package func cancel() {
    exchange?.cancel()
    exchange = nil
  }

  private var elapsed: Duration { sentAt.duration(to: client.clock.instant) }
}

extension StreamProbe: ExchangeHandler {
  func exchangeBegan(_ head: ResponseHead) -> TransferFlow {
    status = head.status
    guard head.status == 200 else {
      var buffer = AnswerBuffer(scrubbing: client.options.credential)
      buffer.begin(head)
      refusal = buffer
      return .taken
    }
    guard MediaType.isEventStream(head.contentType) else {
      let type = client.options.credential.scrubbing(head.contentType ?? "")
      end = .wrongContentType(BoundedString(sentence: type))
      return .stop
    }
    return .taken
  }

  func exchangeReceived(_ bytes: Span<UInt8>) -> TransferFlow {
    guard refusal == nil else { return refusal?.take(bytes) ?? .stop }
    firstFrame = firstFrame ?? elapsed
    try? parser.feed(bytes) { output in
      if case .comment = output { heartbeat = heartbeat ?? elapsed }
    }
    let reading = reader.read(bytes, at: client.clock.now)
    reading.lastEventAt.map(client.clock.note(eventAt:))
    events += reading.rawEvents.count
    cursor = reader.cursor
    guard let ended = reading.end else { return .taken }
    end = ended
    return .stop
  }

  func exchangeEnded(_ failure: AttemptEnd?) {
    end = end ?? refusal?.refusal(at: client.clock.now) ?? failure ?? .ended(after: elapsed)
    exchange = nil
  }
}

extension PlatformProbe {
  /// Asks for the stream, and waits until its first bytes have come, it has ended, or the time is over.
  /// It goes on in later requests.
  package func stream(
    from cursor: StreamCursor = StreamCursor(), of endpoints: PlatformEndpoints,
    within limit: Duration
  ) throws(CurlFailure) -> StreamProbe {
    let stream = try StreamProbe(from: cursor, of: endpoints, client: client)
    try run(atMost: limit) { stream.firstFrame != nil || stream.end != nil }
    return stream
  }

  /// Waits for the stream's heartbeat.
  package func awaitHeartbeat(
    of stream: StreamProbe, within limit: Duration
  ) throws(CurlFailure) {
    try run(atMost: limit) { stream.heartbeat != nil || stream.end != nil }
  }
}
