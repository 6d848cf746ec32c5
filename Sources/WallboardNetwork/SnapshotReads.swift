import WallboardEvents
import WallboardPlatform

/// The REST reads that complete the board, one of each source at a time.
final class SnapshotReads {
  private let reads: [SnapshotSource: SnapshotRead]

  init(_ configuration: NetworkConfiguration, client: HTTPClient, output: NetworkOutput) {
    let pairs = SnapshotSource.allCases.map {
      ($0, SnapshotRead($0, configuration, client: client, output: output))
    }
    reads = Dictionary(uniqueKeysWithValues: pairs)
  }

  /// When ``tick(_:)`` will have something to do.
  var deadline: ContinuousClock.Instant? {
    reads.values.compactMap(\.deadline).min()
  }

  func start(_ source: SnapshotSource) {
    reads[source]?.start()
  }

  /// Makes the failed reads again whose time has come.
  func tick(_ now: ContinuousClock.Instant) {
    for source in SnapshotSource.allCases { reads[source]?.tick(now) }
  }

  /// Makes all failed reads again.
  func retryNow() {
    for source in SnapshotSource.allCases { reads[source]?.retryNow() }
  }
}

/// The read of one source: page after page, and again after a failure.
private final class SnapshotRead {
  private enum State {
    case idle
    /// `again`: it was asked for once more since it was sent, so its answer will be too old.
    case reading(SnapshotReader, HTTPExchange?, again: Bool)
    /// It failed; `isAsked`: the platform wants to be left alone until then.
    case waiting(until: ContinuousClock.Instant, isAsked: Bool)
  }

  private let source: SnapshotSource
  private let configuration: NetworkConfiguration
  private let client: HTTPClient
  private let output: NetworkOutput
  private var state = State.idle
  private var pacing = ReadPacing()
  private var answer: AnswerBuffer

  init(
    _ source: SnapshotSource, _ configuration: NetworkConfiguration, client: HTTPClient,
    output: NetworkOutput
  ) {
    self.source = source
    self.configuration = configuration
    self.client = client
    self.output = output
    answer = AnswerBuffer(scrubbing: configuration.transfers.credential)
  }

  /// When ``tick(_:)`` will have something to do.
  var deadline: ContinuousClock.Instant? {
    switch state {
    case .waiting(let until, _): until
    case .idle, .reading: nil
    }
  }

  /// Begins the read, or repeats it after the one under way. While the platform wants to be left alone
  /// nothing is done.
  func start() {
    switch state {
    case .idle, .waiting(_, isAsked: false): begin()
    case .waiting(_, isAsked: true): break
    case .reading(let reader, let exchange, _): state = .reading(reader, exchange, again: true)
    }
  }

  /// Makes a failed read again whose time has come.
  func tick(_ now: ContinuousClock.Instant) {
    if let deadline, deadline <= now { begin() }
  }

  /// Makes a failed read again.
  func retryNow() {
    if deadline != nil { begin() }
  }

  private func begin() {
    output.post(.readStarted(source, at: client.clock.now))
    let reader = SnapshotReader(source, from: configuration.endpoints)
    send(reader.request, for: reader, again: false)
  }

  private func send(_ request: PlatformRequest, for reader: SnapshotReader, again: Bool) {
    answer = AnswerBuffer(scrubbing: configuration.transfers.credential)
    do throws(CurlFailure) {
      let kind = TransferKind.read(within: configuration.readTimeout)
      let exchange = try client.start(request, kind, handler: self)
      state = .reading(reader, exchange, again: again)
    } catch {
      fail(AttemptEnd(error))
    }
  }

  private func fail(_ end: AttemptEnd) {
    let decision = RetryPolicy.read(after: end)
    let delay = pacing.delay(after: decision)
    state = .waiting(until: client.clock.instant + delay, isAsked: end.isAnswer)
    let now = client.clock.now
    output.post(
      .readFailed(
        source, reason: decision.reason, retryAt: now.advanced(by: delay), at: now))
  }

  private func succeed(_ part: SnapshotPart, _ notes: ReadNotes, again: Bool) {
    pacing = ReadPacing()
    state = .idle
    output.post(.read(part, notes, at: client.clock.now))
    if again { begin() }
  }
}

extension SnapshotRead: ExchangeHandler {
  func exchangeBegan(_ head: ResponseHead) -> TransferFlow {
    answer.begin(head)
    return .taken
  }

  func exchangeReceived(_ bytes: Span<UInt8>) -> TransferFlow {
    answer.take(bytes)
  }

  func exchangeEnded(_ failure: AttemptEnd?) {
    guard case .reading(let reader, _, let again) = state else { return }
    switch answer.answer(failure, at: client.clock.now) {
    case .success(let response): take(response, reader, again: again)
    case .failure(let end): fail(end)
    }
  }

  private func take(_ response: PlatformResponse, _ reader: SnapshotReader, again: Bool) {
    var reader = reader
    switch reader.receive(response) {
    case .request(let request): send(request, for: reader, again: again)
    case .finished(let part): succeed(part, reader.notes, again: again)
    case .failed(let end): fail(end)
    }
  }
}

extension AttemptEnd {
  /// Whether the platform itself has answered, rather than the network.
  fileprivate var isAnswer: Bool {
    switch self {
    case .status, .wrongContentType, .redirect, .fault, .unreadable: true
    case .ended, .silence, .unanswered, .transport: false
    }
  }
}

/// How long to wait before a read is repeated that fails again and again.
private struct ReadPacing {
  /// Doubling ends at this wait; a longer one that the policy wants is kept.
  static let longestWait = Duration.seconds(600)
  /// The part of a wait that is added at random, so that boards do not ask in step.
  static let spread = 0.25

  private var failures = 0
  private var generator = SystemRandomNumberGenerator()

  /// Counts a failure and returns the wait, which is never shorter than the policy wants.
  mutating func delay(after decision: ReadRetryDecision) -> Duration {
    // 30 s doubled 5 times is above the longest wait.
    let doubled = decision.retryAfter * (1 << min(failures, 5))
    failures = min(failures + 1, 5)
    let wait = max(decision.retryAfter, min(doubled, Self.longestWait))
    return wait * (1 + Double.random(in: 0..<Self.spread, using: &generator))
  }
}
