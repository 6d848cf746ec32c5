import WallboardEvents
import WallboardPlatform

/// One `GET` and the redirects on the way to its answer.
///
/// libcurl would follow them by itself, but it compares hosts where RFC 6454 compares origins, and
/// the token is a header field that it would carry along.
final class HTTPExchange: TransferReceiver {
  private var request: RedirectedRequest
  private var kind: TransferKind
  private let client: HTTPClient
  private weak var handler: (any ExchangeHandler)?
  private var transfer: CurlEasy?
  private var head = ResponseHead()
  /// How the last transfer failed.
  private(set) var failure: TransferFailure?
  /// The lines that describe the platform's certificate, where they are kept.
  private(set) var certificateLines: [String] = []
  /// When the request was sent, in ``NetworkClock/uptime``.
  private var sentAt: Int64 = 0

  init(
    _ request: PlatformRequest, _ kind: TransferKind, client: HTTPClient,
    handler: any ExchangeHandler
  ) {
    self.request = RedirectedRequest(request)
    self.kind = kind
    self.client = client
    self.handler = handler
  }

  /// Sends the request, or its redirected form.
  func send() throws(CurlFailure) {
    let transfer = try CurlEasy(request.current, kind, options: client.options, receiver: self)
    try client.multi.add(transfer)
    self.transfer = transfer
    head = ResponseHead()
    sentAt = client.clock.uptime
  }

  /// Ends the exchange; the handler is not called any more.
  func cancel() {
    if let transfer { client.multi.remove(transfer) }
    transfer = nil
    handler = nil
  }

  /// Whether the request went out, and no answer has begun.
  var isUnanswered: Bool { transfer?.isSent == true && !head.hasBegun }

  /// Lets a paused exchange go on.
  ///
  /// Returns `false` when its handler stopped it meanwhile. libcurl does not report that as an end:
  /// the caller has to.
  func resume() -> Bool {
    guard let transfer else { return true }
    do {
      try transfer.resume()
      return true
    } catch {
      cancel()
      return false
    }
  }

  func receive(headerLine line: Span<UInt8>) -> TransferFlow {
    let wasComplete = head.isComplete
    guard head.read(line: line) else { return .stop }
    guard head.isComplete, !wasComplete else { return .taken }
    // The body of a redirect is meant for people.
    guard !head.isRedirect, head.unwantedCoding == nil else { return .stop }
    client.clock.note(date: head.freshDate, sentAt: sentAt)
    return handler?.exchangeBegan(head) ?? .stop
  }

  func receive(body bytes: Span<UInt8>) -> TransferFlow {
    handler?.exchangeReceived(bytes) ?? .stop
  }

  func finish(_ failure: TransferFailure?) {
    self.failure = failure
    if client.options.keepsCertificate { certificateLines = transfer?.certificateLines ?? [] }
    transfer = nil
    if head.isComplete, head.isRedirect {
      follow()
    } else if let failure, case .read(let limit, isFresh: false) = kind, isDeaf(failure) {
      // The same once more; a `GET` may be sent again (RFC 9110, 9.2.2).
      kind = .read(within: limit, isFresh: true)
      sendAgain()
    } else {
      end(meaning(of: failure))
    }
  }

  /// Whether a connection of the pool brought no answer: the platform may have moved since it was made.
  /// A new connection without an answer says more about the platform.
  private func isDeaf(_ failure: TransferFailure) -> Bool {
    failure.wasOnUsedConnection && !head.hasBegun
  }

  private func sendAgain() {
    do throws(CurlFailure) {
      try send()
    } catch {
      end(AttemptEnd(error))
    }
  }

  private func meaning(of failure: TransferFailure?) -> AttemptEnd? {
    if head.isComplete, let coding = head.unwantedCoding {
      let words = "The platform sent a compressed answer (\(coding)), which was not asked for"
      return .unreadable(BoundedString(sentence: client.options.credential.scrubbing(words)))
    }
    if let failure {
      return .transport(failure.sentence(for: request.current, options: client.options))
    }
    // libcurl takes the end of the connection for the end of the head.
    return head.isComplete ? nil : .transport(TransferFailure.brokenOff(request.current.origin))
  }

  private func follow() {
    do throws(AttemptEnd) {
      try request.follow(to: head.location, hiding: client.options.credential)
      sendAgain()
    } catch {
      end(error)
    }
  }

  private func end(_ failure: AttemptEnd?) {
    handler?.exchangeEnded(failure)
  }
}

/// Takes the answer to a request.
protocol ExchangeHandler: AnyObject {
  /// The head of the answer is there, redirects left behind.
  func exchangeBegan(_ head: ResponseHead) -> TransferFlow
  /// The next bytes of the body, at most 16 KiB.
  func exchangeReceived(_ bytes: Span<UInt8>) -> TransferFlow
  /// The exchange is over; `nil` means that the whole body came. Not called after a cancellation.
  func exchangeEnded(_ failure: AttemptEnd?)
}

/// Makes exchanges, all over one multi handle and with the same options.
final class HTTPClient {
  let multi: CurlMulti
  let options: TransferOptions
  let clock: NetworkClock

  init(options: TransferOptions, clock: NetworkClock = NetworkClock()) throws(CurlFailure) {
    multi = try CurlMulti()
    self.options = options
    self.clock = clock
  }

  /// Sends a request; the handler is called in later laps, and is not kept alive.
  func start(
    _ request: PlatformRequest, _ kind: TransferKind, handler: any ExchangeHandler
  ) throws(CurlFailure) -> HTTPExchange {
    let exchange = HTTPExchange(request, kind, client: self, handler: handler)
    try exchange.send()
    return exchange
  }
}

/// A request that may be sent elsewhere a few times.
struct RedirectedRequest {
  /// Where the redirects so far have led.
  private(set) var current: PlatformRequest
  private var redirects = 0

  init(_ request: PlatformRequest) {
    current = request
  }

  /// Goes where an answer sends it; throws the end of the attempt where that must not be.
  mutating func follow(
    to location: String?, hiding credential: Credential
  ) throws(AttemptEnd) {
    guard redirects < PlatformRequest.mostRedirects else {
      throw .redirect("The platform keeps redirecting")
    }
    redirects += 1
    do throws(RedirectRefusal) {
      current = try current.redirected(to: location ?? "")
    } catch {
      throw .redirect(BoundedString(credential.scrubbing("\(error)")))
    }
  }
}

/// What the status of an answer means.
enum HTTPStatus {
  /// Whether a `GET` is sent elsewhere by it, once it says where (RFC 9110, 15.4).
  static func isRedirect(_ status: Int) -> Bool {
    [301, 302, 303, 307, 308].contains(status)
  }
}
