package import WallboardEvents
package import WallboardPlatform
import WallboardSystem

/// Tries the ways to a platform one after the other on the caller's thread: with the transfers that the
/// board makes, and their own accounts of how they went.
package final class PlatformProbe {
  let client: HTTPClient
  private let standing: StandingNote

  package init(_ options: TransferOptions) throws(CurlFailure) {
    let standing = StandingNote()
    self.standing = standing
    client = try HTTPClient(
      options: options, clock: NetworkClock { standing.last = $0.standing })
  }

  /// How this machine's clock stands to the platform's, as far as answers have said; `nil` where none
  /// has.
  package var clock: ClockStanding? { client.clock.isDated ? standing.last : nil }

  /// The platform's time, as far as answers have told it.
  package var now: Timestamp { client.clock.now }

  /// Makes laps until it is done or the time is over.
  func run(
    atMost limit: Duration, each lap: () -> Void = {}, until isDone: () -> Bool
  ) throws(CurlFailure) {
    let deadline = client.clock.instant + limit
    while true {
      lap()
      try client.multi.perform()
      let left = client.clock.instant.duration(to: deadline)
      guard !isDone(), left > .zero else { return }
      try client.multi.wait(atMost: min(left, Self.longestLap))
    }
  }

  /// Deadlines are looked at so often.
  private static let longestLap = Duration.milliseconds(100)

  private final class StandingNote {
    var last = ClockStanding.right
  }
}

/// What came of a request.
package struct ProbedAnswer {
  package let result: Result<PlatformResponse, AttemptEnd>
  /// Where it failed, if it did on the way.
  package let failurePlace: FailurePlace?
  /// The platform's certificate, where there is one and libcurl tells of it.
  package let certificate: ServerCertificate?
  package let duration: Duration

  package init(
    result: Result<PlatformResponse, AttemptEnd>, failurePlace: FailurePlace?,
    certificate: ServerCertificate? = nil, duration: Duration
  ) {
    self.result = result
    self.failurePlace = failurePlace
    self.certificate = certificate
    self.duration = duration
  }
}

/// Which part of the way to the platform failed.
package enum FailurePlace: Sendable {
  case address, proxy
  /// TLS and certificates.
  case security
}

extension PlatformProbe {
  /// Sends the request and waits for its answer, for `limit` at the most before each redirect, unless
  /// nobody wants it any more.
  package func answer(
    to request: PlatformRequest, within limit: Duration, isUnwanted: () -> Bool = { false }
  ) throws(CurlFailure) -> ProbedAnswer {
    let waiter = PlatformQuery.Waiter(client.options.credential)
    let start = client.clock.instant
    let exchange = try client.start(request, .read(within: limit), handler: waiter)
    // libcurl ends each transfer in time.
    try run(atMost: limit * (PlatformRequest.mostRedirects + 2)) {
      waiter.result != nil || isUnwanted()
    }
    let duration = start.duration(to: client.clock.instant)
    let place = exchange.failure?.place
    let certificate = ServerCertificate(lines: exchange.certificateLines)
    exchange.cancel()
    return ProbedAnswer(
      result: waiter.result ?? .failure(.transport("The platform did not answer in time")),
      failurePlace: place,
      certificate: certificate, duration: duration)
  }

  /// Sends the request and waits for its answer, of any status; throws when there is no whole one.
  package func response(
    to request: PlatformRequest, within limit: Duration
  ) throws(AttemptEnd) -> PlatformResponse {
    let answer: ProbedAnswer
    do throws(CurlFailure) { answer = try self.answer(to: request, within: limit) } catch {
      throw AttemptEnd(error)
    }
    return try answer.result.get()
  }

  /// Makes a read of the board's, the first page of each list that it takes.
  package func read(
    _ source: SnapshotSource, from endpoints: PlatformEndpoints, within limit: Duration
  ) throws(CurlFailure) -> ProbedRead {
    var reader = SnapshotReader(source, from: endpoints)
    var request = reader.request
    var statuses: [Int] = []
    let start = client.clock.instant
    var end: AttemptEnd?
    for _ in 0..<ProbedRead.mostRequests {
      switch try answer(to: request, within: limit).result {
      case .failure(let failure): end = failure
      case .success(let response):
        statuses.append(response.status)
        switch reader.receive(response) {
        // A refusal of one list may be followed by another; a page that is understood is enough.
        case .request(let next) where response.status != 200:
          request = next
          continue
        case .request, .finished: end = nil
        case .failed(let failure): end = failure
        }
      }
      break
    }
    return ProbedRead(
      source: source, statuses: statuses, end: end,
      duration: start.duration(to: client.clock.instant))
  }
}

/// What came of a read.
package struct ProbedRead: Sendable {
  /// No source has more lists to choose from.
  static let mostRequests = 3

  package let source: SnapshotSource
  /// Of each request that was answered.
  package let statuses: [Int]
  /// Why it failed; `nil` where it did not.
  package let end: AttemptEnd?
  package let duration: Duration

  package init(
    source: SnapshotSource, statuses: [Int], end: AttemptEnd?, duration: Duration
  ) {
    self.source = source
    self.statuses = statuses
    self.end = end
    self.duration = duration
  }
}
