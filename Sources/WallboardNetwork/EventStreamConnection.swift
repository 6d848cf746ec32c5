import WallboardEvents
import WallboardPlatform

/// Keeps a workspace's event stream open for as long as the program runs (contract 2).
final class EventStreamConnection: ReconnectingConnection {
  private let configuration: NetworkConfiguration
  private let client: HTTPClient
  private let output: NetworkOutput
  var reconnection: Reconnection<StreamAttempt>
  private var cursor = StreamCursor()

  /// A connection whose first attempt is due.
  init(_ configuration: NetworkConfiguration, client: HTTPClient, output: NetworkOutput) {
    self.configuration = configuration
    self.client = client
    self.output = output
    reconnection = Reconnection(from: client.clock.instant)
  }

  var clock: NetworkClock { client.clock }

  /// Connects at once; a stream that is open is replaced where it has been silent for long enough to be
  /// doubted.
  func retryNow() {
    switch reconnection.state {
    case .waiting, .stopped: connect()
    case .attempting(let attempt): if attempt.giveUpIfDoubtful() { connect() }
    case .ended: break
    }
  }

  /// Lets a stream go on that a full mailbox held back.
  func resumeIfRoom() {
    switch reconnection.state {
    case .attempting(let attempt): attempt.resumeIfRoom()
    case .waiting, .stopped, .ended: break
    }
  }

  func makeAttempt() -> StreamAttempt {
    StreamAttempt(from: cursor, configuration, client: client, output: output, owner: self)
  }

  func announce(_ phase: ConnectionPhase, at now: Timestamp) {
    output.post(.connection(ConnectionChange(phase, at: now)))
  }
}

/// What an attempt reports.
extension EventStreamConnection {
  /// The stream has begun.
  func attemptOpened() {
    announce(.open)
  }

  /// The request went out, and for a while no answer has begun, or nothing of the stream has come.
  func attemptIsUnanswered() {
    announce(.unanswered)
  }

  /// The platform has said how long to wait before reconnecting.
  func attemptWasTold(retryMilliseconds: Int) {
    reconnection.adopt(retryMilliseconds: retryMilliseconds)
  }

  /// The attempt is over; `lifetime` is how long the stream was open, `nil` when it never was.
  func attemptEnded(_ end: AttemptEnd, cursor: StreamCursor, openFor lifetime: Duration?) {
    self.cursor = cursor
    let decision = RetryPolicy.stream(after: end)
    reconnection.noteEnd(openFor: lifetime, isFailure: decision.next != .reconnectNow)
    switch decision.next {
    case .reconnectNow: connectSoon()
    case .backOff(let least): backOff(atLeast: least, because: decision.reason)
    case .refused(let delay): wait(delay) { .refused(reason: decision.reason, until: $0) }
    case .stopped: stop(.stopped(reason: decision.reason))
    }
  }
}

/// One attempt to keep the stream open: from the request to whatever ends it.
final class StreamAttempt: ConnectionAttempt {
  private let configuration: NetworkConfiguration
  private let client: HTTPClient
  private let output: NetworkOutput
  private weak var owner: EventStreamConnection?
  private var exchange: HTTPExchange?
  private var reader: StreamReader
  /// An answer that is no stream: its head, and what its body says about it.
  private var refusal: AnswerBuffer?
  /// Whether the answer's head promises the stream.
  private var isAccepted = false
  /// When the stream began. The platform sends something at once (contract 2.2): a head alone is not
  /// enough, for a proxy may hold the body back.
  private var openedAt: ContinuousClock.Instant?
  private var heardAt: ContinuousClock.Instant
  private var isPaused = false
  /// When the stream, or the end of a refusal, should have come; `nil` once its absence was announced.
  private var answerDeadline: ContinuousClock.Instant?
  /// Why this attempt itself ended the exchange.
  private var ownEnd: AttemptEnd?

  init(
    from cursor: StreamCursor, _ configuration: NetworkConfiguration, client: HTTPClient,
    output: NetworkOutput, owner: EventStreamConnection
  ) {
    reader = StreamReader(cursor: cursor, keepsRawEvents: output.rawEvents != nil)
    self.client = client
    self.configuration = configuration
    self.output = output
    self.owner = owner
    heardAt = client.clock.instant
    answerDeadline = heardAt + configuration.answerPatience
  }

  func start() {
    let request = configuration.endpoints.eventStream(from: reader.cursor)
    do throws(CurlFailure) {
      exchange = try client.start(request, .stream, handler: self)
    } catch {
      exchangeEnded(AttemptEnd(error))
    }
  }

  /// When ``tick(_:)`` will have something to do.
  var deadline: ContinuousClock.Instant? {
    [silenceDeadline, answerDeadline].compactMap(\.self).min()
  }

  /// When the silence will have lasted too long; `nil` while nothing is read because of us.
  private var silenceDeadline: ContinuousClock.Instant? {
    isPaused ? nil : heardAt + configuration.silenceLimit
  }

  /// Announces that the stream is not answered, and gives it up when it has been silent for too long.
  func tick(_ now: ContinuousClock.Instant) {
    if let silenceDeadline, silenceDeadline <= now {
      return giveUp(after: configuration.silenceLimit)
    }
    guard let answerDeadline, answerDeadline <= now else { return }
    guard openedAt == nil else { return self.answerDeadline = nil }
    // The head says enough.
    guard refusal == nil else { return cancel(nil) }
    // Until the request is out it is connecting that takes long, which libcurl limits.
    let isUnanswered = isUnanswered
    self.answerDeadline = isUnanswered ? nil : now + configuration.answerPatience
    if isUnanswered { owner?.attemptIsUnanswered() }
  }

  /// Whether the request went out, and either no answer has begun or nothing of the stream has come.
  private var isUnanswered: Bool {
    openedAt == nil && (isAccepted || exchange?.isUnanswered == true)
  }

  /// Gives the stream up when it has been silent for long enough to be doubted; returns whether it
  /// did.
  func giveUpIfDoubtful() -> Bool {
    let silence = heardAt.duration(to: client.clock.instant)
    guard !isPaused, silence >= configuration.doubtLimit else { return false }
    giveUp(after: silence)
    return true
  }

  private func giveUp(after silence: Duration) {
    cancel(isUnanswered ? .unanswered(silence) : .silence(silence))
  }

  private func cancel(_ end: AttemptEnd?) {
    exchange?.cancel()
    exchangeEnded(end)
  }

  func resumeIfRoom() {
    guard isPaused, output.claimRoom() else { return }
    isPaused = false
    heardAt = client.clock.instant
    if exchange?.resume() == false { exchangeEnded(nil) }
  }
}

extension StreamAttempt: ExchangeHandler {
  func exchangeBegan(_ head: ResponseHead) -> TransferFlow {
    heardAt = client.clock.instant
    guard head.status == 200 else {
      var buffer = AnswerBuffer(scrubbing: configuration.transfers.credential)
      buffer.begin(head)
      refusal = buffer
      answerDeadline = heardAt + configuration.answerPatience
      return .taken
    }
    guard MediaType.isEventStream(head.contentType) else {
      let type = configuration.transfers.credential.scrubbing(head.contentType ?? "")
      return stop(.wrongContentType(BoundedString(sentence: type)))
    }
    isAccepted = true
    return .taken
  }

  func exchangeReceived(_ bytes: Span<UInt8>) -> TransferFlow {
    // A refusal is short: one that drips is waited for no longer than one that is silent.
    guard isAccepted else { return refusal?.take(bytes) ?? .stop }
    heardAt = client.clock.instant
    if openedAt == nil {
      openedAt = heardAt
      owner?.attemptOpened()
    }
    guard output.claimRoom() else {
      isPaused = true
      return .pause
    }
    return read(bytes)
  }

  func exchangeEnded(_ failure: AttemptEnd?) {
    let lifetime = openedAt.map { $0.duration(to: client.clock.instant) }
    let end =
      ownEnd ?? refusal?.refusal(at: client.clock.now) ?? failure
      ?? .ended(after: lifetime ?? .zero)
    owner?.attemptEnded(end, cursor: reader.cursor, openFor: lifetime)
  }

  private func read(_ bytes: Span<UInt8>) -> TransferFlow {
    let reading = reader.read(bytes, at: client.clock.now)
    reading.lastEventAt.map(client.clock.note(eventAt:))
    output.rawEvents?.post(reading.rawEvents, bytes: bytes.count)
    let count = reading.deliveries.reduce(0) { $0 + $1.count }
    output.heard.post(reading.deliveries, count: count, bytes: bytes.count)
    if let hint = reading.retryMilliseconds { owner?.attemptWasTold(retryMilliseconds: hint) }
    return reading.end.map { stop($0.scrubbed(by: configuration.transfers.credential)) } ?? .taken
  }

  private func stop(_ end: AttemptEnd) -> TransferFlow {
    ownEnd = end
    return .stop
  }
}
