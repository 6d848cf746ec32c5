import WallboardEvents
import WallboardPlatform
import WallboardWire

/// One attempt to follow a call: from the handshake to whatever ends it.
final class ObserverAttempt: ConnectionAttempt {
  private let configuration: NetworkConfiguration
  private let client: HTTPClient
  private let output: NetworkOutput
  private weak var owner: ObserverConnection?
  private var request: RedirectedRequest
  private var socket: WebSocketConnection?
  private let reader: ObserverReader
  private var openedAt: ContinuousClock.Instant?
  private var pingedAt: ContinuousClock.Instant?
  /// Why this attempt itself ended the connection.
  private var ownEnd: ObserverEnd?

  init(
    to callSID: CallSID, _ configuration: NetworkConfiguration, client: HTTPClient,
    output: NetworkOutput, owner: ObserverConnection
  ) {
    reader = ObserverReader(callSID: callSID)
    request = RedirectedRequest(configuration.endpoints.observer(of: callSID))
    self.configuration = configuration
    self.client = client
    self.output = output
    self.owner = owner
  }

  func start() {
    let opening: WebSocketOpening
    do throws(UnsendableToken) {
      opening = try WebSocketOpening(
        observing: request.current, by: configuration.observerAuthentication,
        configuration.transfers.credential)
    } catch {
      return end(.unsendableToken(error))
    }
    let socket = WebSocketConnection(opening, client: client, handler: self)
    self.socket = socket
    do throws(CurlFailure) {
      try socket.start()
    } catch {
      end(.attempt(AttemptEnd(error)))
    }
  }

  /// Whether the connection has ended.
  var isOver: Bool { socket?.isOver ?? true }

  /// When ``tick(_:)`` will have something to do.
  var deadline: ContinuousClock.Instant? {
    [socket?.deadline, pingDeadline, silenceDeadline].compactMap { $0 }.min()
  }

  /// Pings where the silence is half over, and gives up when it has lasted too long.
  func tick(_ now: ContinuousClock.Instant) {
    socket?.tick(now)
    if let pingDeadline, pingDeadline <= now {
      pingedAt = now
      socket?.ping()
    }
    if let silenceDeadline, silenceDeadline <= now {
      socket?.cancel()
      end(.attempt(.silence(configuration.observerSilenceLimit)))
    }
  }

  /// Closes with a handshake; the owner hears of it no more.
  func leave() {
    owner = nil
    if openedAt == nil { socket?.cancel() } else { socket?.close(.normal) }
  }

  /// Hangs up; the owner hears of it no more.
  func cancel() {
    owner = nil
    socket?.cancel()
  }

  /// When the silence will have lasted too long; `nil` unless the feed is open and being read.
  private var silenceDeadline: ContinuousClock.Instant? {
    guard openedAt != nil, let socket, !socket.isOver, !socket.isHeldBack else { return nil }
    return socket.heardAt + configuration.observerSilenceLimit
  }

  /// When a silence is half over: the server of a quiet call answers a ping.
  private var pingDeadline: ContinuousClock.Instant? {
    guard let silenceDeadline else { return nil }
    let due = silenceDeadline - configuration.observerSilenceLimit / 2
    // One ping is enough for a silence; an older one belongs to an older silence.
    if let pingedAt, pingedAt >= due { return nil }
    return due
  }

  private func end(_ end: ObserverEnd) {
    let lifetime = openedAt.map { $0.duration(to: client.clock.instant) }
    owner?.attemptEnded(ownEnd ?? end, openFor: lifetime)
  }
}

extension ObserverAttempt: WebSocketHandler {
  func webSocketHasRoom() -> Bool {
    // What comes after a close frame is read and dropped.
    owner == nil || output.claimRoom()
  }

  func webSocketOpened(_ connection: WebSocketConnection, subprotocol: String?) {
    openedAt = client.clock.instant
    owner?.attemptOpened()
  }

  func webSocketReceived(_ event: WebSocketEvent, over connection: WebSocketConnection) {
    guard let owner, let action = reader.read(event, at: client.clock.now) else { return }
    output.post(action)
    guard case .observed(let received) = action else { return }
    owner.attemptBroughtEvent()
    if case .sessionEnd = received.event {
      ownEnd = .sessionEnded
      connection.close(.normal)
    }
  }

  func webSocketEnded(_ end: WebSocketEnd) {
    if case .refused(let refusal) = end, refusal.isRedirect {
      follow(refusal)
    } else {
      self.end(
        ObserverEnd(end, scrubbing: configuration.transfers.credential, at: client.clock.now))
    }
  }

  private func follow(_ refusal: WebSocketRefusal) {
    do throws(AttemptEnd) {
      try request.follow(to: refusal.location, hiding: configuration.transfers.credential)
      start()
    } catch {
      end(.attempt(error))
    }
  }
}

/// Reads the messages of a followed call.
private struct ObserverReader {
  let callSID: CallSID
  private let decoder = ObserverEventDecoder()

  init(callSID: CallSID) {
    self.callSID = callSID
  }

  /// What a message says; `nil` for what is no message. Binary ones are text too (contract 1.2).
  func read(_ event: WebSocketEvent, at arrival: Timestamp) -> Heard? {
    switch event {
    case .text(let text): read(text, at: arrival)
    case .binary(let bytes): read(String(decoding: bytes, as: UTF8.self), at: arrival)
    case .ping, .pong, .closed: nil
    }
  }

  private func read(_ text: String, at arrival: Timestamp) -> Heard {
    switch decoder.decode(text, of: callSID, at: arrival) {
    case .event(let received): .observed(received)
    case .malformed(let malformed): .observedMalformed(callSID, malformed)
    }
  }
}

extension WebSocketOpening {
  /// The largest frame and message that are taken, in bytes. A full transcript line has a hundredth of
  /// it.
  fileprivate static let longestObserverMessage = 1 << 20

  /// The opening of a followed call's socket, with the token where it is wanted.
  init(
    observing request: PlatformRequest, by authentication: ObserverAuthentication,
    _ credential: Credential
  ) throws(UnsendableToken) {
    let limits = WebSocketLimits(
      frame: Self.longestObserverMessage, message: Self.longestObserverMessage)
    switch authentication {
    case .subprotocol:
      self.init(request, subprotocols: try credential.observerSubprotocols(), limits: limits)
    case .header:
      self.init(request, secretFields: [credential.authorizationHeader], limits: limits)
    }
  }
}

extension ObserverEnd {
  /// What the end of a connection means; the credential is removed from what quotes it.
  init(_ end: WebSocketEnd, scrubbing credential: Credential, at now: Timestamp) {
    switch end {
    case .closed(let closure): self.init(closure, credential)
    case .refused(let refusal): self = .attempt(AttemptEnd(refusal, scrubbing: credential, at: now))
    case .handshake(let failure):
      self = .violation(BoundedString(sentence: credential.scrubbing("\(failure)")))
    case .transport(let text): self = .attempt(.transport(text))
    }
  }

  private init(_ closure: WebSocketClosure, _ credential: Credential) {
    let reason = BoundedString(sentence: credential.scrubbing(closure.reason))
    self =
      closure.isFailure ? .violation(reason) : .closed(Int(closure.code.rawValue), reason: reason)
  }
}

extension AttemptEnd {
  fileprivate init(
    _ refusal: WebSocketRefusal, scrubbing credential: Credential, at now: Timestamp
  ) {
    // Before anything is cut: half a token is still a secret.
    let delay = refusal.retryAfter.flatMap {
      RetryAfter.delay(from: $0, now: Int(now.seconds))
    }
    self.init(status: refusal.status, retryAfter: delay, body: credential.scrubbing(refusal.body))
  }
}

extension WebSocketRefusal {
  fileprivate var isRedirect: Bool { HTTPStatus.isRedirect(status) && location != nil }
}
