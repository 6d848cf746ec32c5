import WallboardEvents
package import WallboardPlatform
import WallboardWire

/// How a stream began and what came of it.
package struct StreamSighting: Equatable, Sendable {
  /// The status of the answer, once there is one.
  package var status: Int?
  /// How long after the request the stream's first bytes came.
  package var firstFrame: Duration?
  /// How long after the request the first comment came, which is what a heartbeat is.
  package var heartbeat: Duration?
  package var events = 0
  /// Why it ended; `nil` while it goes on.
  package var end: AttemptEnd?

  package init(
    status: Int? = nil, firstFrame: Duration? = nil, heartbeat: Duration? = nil, events: Int = 0,
    end: AttemptEnd? = nil
  ) {
    self.status = status
    self.firstFrame = firstFrame
    self.heartbeat = heartbeat
    self.events = events
    self.end = end
  }

  /// Whether it is there, and goes on.
  package var isOpen: Bool { firstFrame != nil && end == nil }
}

/// One attempt at the stream, watched while it lasts.
package final class StreamProbe {
  /// What has been seen so far.
  package private(set) var sighting = StreamSighting()
  /// Where another attempt would go on.
  package private(set) var cursor: StreamCursor

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
    sighting.status = head.status
    guard head.status == 200 else {
      var buffer = AnswerBuffer(scrubbing: client.options.credential)
      buffer.begin(head)
      refusal = buffer
      return .taken
    }
    guard MediaType.isEventStream(head.contentType) else {
      let type = client.options.credential.scrubbing(head.contentType ?? "")
      sighting.end = .wrongContentType(BoundedString(sentence: type))
      return .stop
    }
    return .taken
  }

  func exchangeReceived(_ bytes: Span<UInt8>) -> TransferFlow {
    guard refusal == nil else { return refusal?.take(bytes) ?? .stop }
    sighting.firstFrame = sighting.firstFrame ?? elapsed
    try? parser.feed(bytes) { output in
      if case .comment = output { sighting.heartbeat = sighting.heartbeat ?? elapsed }
    }
    let reading = reader.read(bytes, at: client.clock.now)
    reading.lastEventAt.map(client.clock.note(eventAt:))
    sighting.events += reading.rawEvents.count
    cursor = reader.cursor
    guard let end = reading.end else { return .taken }
    sighting.end = end.scrubbed(by: client.options.credential)
    return .stop
  }

  func exchangeEnded(_ failure: AttemptEnd?) {
    sighting.end =
      sighting.end ?? refusal?.refusal(at: client.clock.now) ?? failure ?? .ended(after: elapsed)
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
    try run(atMost: limit) {
      stream.sighting.firstFrame != nil || stream.sighting.end != nil
    }
    return stream
  }

  /// Waits for the stream's heartbeat.
  package func awaitHeartbeat(
    of stream: StreamProbe, within limit: Duration
  ) throws(CurlFailure) {
    try run(atMost: limit) {
      stream.sighting.heartbeat != nil || stream.sighting.end != nil
    }
  }
}
