import FlyingFox
import Foundation

extension SimulatedPlatform {
  func openStream(for request: HTTPRequest) throws(Problem) -> HTTPResponse {
    if let kind = faults.take(oneOf: FaultKind.ofOpening) {
      return try misbehave(kind, request)
    }
    guard feeds.count < Self.streamLimit else {
      return refusal(with: .tooManyStreams(limit: Self.streamLimit))
    }
    let (pieces, continuation) = StreamFeed.Pieces.makeStream(
      bufferingPolicy: .bufferingOldest(StreamFeed.backlogLimit))
    addFeed(continuation, resumingAfter: request.headers[.lastEventID].flatMap { Int($0) })
    return HTTPResponse(
      statusCode: .ok, headers: Self.streamHeaders,
      body: HTTPBodySequence(from: ByteChunks(pieces: pieces)))
  }

  private func addFeed(_ pieces: StreamFeed.Pieces.Continuation, resumingAfter cursor: Int?) {
    feedsOpened += 1
    let id = feedsOpened
    pieces.onTermination = { [weak self] _ in Task { await self?.forgetFeed(id) } }
    var feed = StreamFeed(pieces: pieces, seed: random.next())
    let opened = EventFrame.opened(connection: random.uuid(), limit: Self.streamLimit)
    feed.open(retry: options.retryMilliseconds, with: opened, faults)
    for event in missedEvents(after: cursor) { feed.send(event, faults) }
    feeds[id] = feed
  }

  private func missedEvents(after cursor: Int?) -> ArraySlice<SimulatedEvent> {
    guard let cursor, faults.take(oneOf: [.forget]) == nil else { return [] }
    return log.events(after: cursor, overlap: faults.amount(of: .replayOverlap) ?? 0)
  }

  private func refusal(with frame: EventFrame) -> HTTPResponse {
    HTTPResponse(
      statusCode: .ok, headers: Self.streamHeaders,
      body: Data("retry: \(options.retryMilliseconds)\n\n\(frame.text)".utf8))
  }

  private func misbehave(
    _ kind: FaultKind, _ request: HTTPRequest
  ) throws(Problem) -> HTTPResponse {
    switch kind {
    case .tooManyStreams: return refusal(with: .tooManyStreams(limit: Self.streamLimit))
    case .streamUnavailable: return refusal(with: .unavailable)
    case .noContent: return HTTPResponse(statusCode: .noContent)
    case .wrongType:
      let page = Data("<!doctype html><title>Sign in</title>".utf8)
      return HTTPResponse(statusCode: .ok, headers: [.contentType: "text/html"], body: page)
    default: throw .fault(kind, for: request, at: now)
    }
  }

  private static let streamHeaders: HTTPHeaders = [
    .contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-cache",
  ]
}

extension HTTPHeader {
  static let lastEventID = HTTPHeader("Last-Event-ID")
  static let cacheControl = HTTPHeader("Cache-Control")
  static let retryAfter = HTTPHeader("Retry-After")
  static let requestID = HTTPHeader("X-Request-Id")
}
