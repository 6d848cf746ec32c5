package import WallboardEvents
import WallboardPlatform
package import WallboardWire

/// One WebSocket connection, from resolving the host's name to its end: libcurl connects, the state
/// machines of RFC 6455 in `WallboardWire` do the rest.
package final class WebSocketConnection {
  private enum State {
    case idle
    /// libcurl resolves, connects and does TLS, within its own time limit.
    case connecting
    case shaking(deadline: ContinuousClock.Instant)
    case open
    /// One side has sent a close frame: the other's, then the end of the connection, is awaited.
    case closing(deadline: ContinuousClock.Instant)
    case ended
  }

  private let opening: WebSocketOpening
  private let client: HTTPClient
  private weak var handler: (any WebSocketHandler)?
  private var state = State.idle
  private var channel: ByteChannel?
  private var handshake: WebSocketHandshake?
  /// When the handshake was begun, in ``NetworkClock/uptime``.
  private var shookAt: Int64 = 0
  private var session: WebSocketSession?
  private var closure: WebSocketClosure?
  /// When a byte last came, or reading went on after the handler had no room.
  private(set) var heardAt: ContinuousClock.Instant
  /// Whether nothing is read because the handler has no room.
  private(set) var isHeldBack = false

  /// A connection that is not begun yet; the handler is not kept alive.
  init(_ opening: WebSocketOpening, client: HTTPClient, handler: any WebSocketHandler) {
    self.opening = opening
    self.client = client
    self.handler = handler
    heardAt = client.clock.instant
  }

  /// Begins to connect; the handler is called in later laps.
  func start() throws(CurlFailure) {
    channel = try ByteChannel(to: opening.request, client: client, handler: self)
    state = .connecting
  }

  /// Whether it has ended, or been cancelled.
  var isOver: Bool {
    switch state {
    case .ended: true
    case .idle, .connecting, .shaking, .open, .closing: false
    }
  }

  /// When ``tick(_:)`` will have something to do.
  var deadline: ContinuousClock.Instant? {
    switch state {
    case .shaking(let deadline), .closing(let deadline): deadline
    case .idle, .connecting, .open, .ended: nil
    }
  }

  /// Gives up a handshake that takes too long, to open or to close.
  func tick(_ now: ContinuousClock.Instant) {
    guard let deadline, deadline <= now else { return }
    transportEnded("\(opening.request.origin.place) did not answer in time")
  }

  /// Hangs up; the handler is not called any more.
  package func cancel() {
    handler = nil
    release()
  }

  /// Sends a message; nothing once either side has begun to close.
  package func send(text: String) {
    session?.send(text: text)
    sendOutput()
  }

  /// Sends a message; nothing once either side has begun to close.
  package func send(binary bytes: [UInt8]) {
    session?.send(binary: bytes)
    sendOutput()
  }

  func ping() {
    session?.ping([])
    sendOutput()
  }

  /// Sends a close frame, and hangs up once the other side's has come or the time for it is over. A
  /// connection that is not open yet is dropped.
  package func close(_ code: WebSocketCloseCode, reason: String = "") {
    guard session != nil else { return transportEnded("The connection had not opened yet") }
    session?.close(code, reason: reason)
    sendOutput()
    beginClosing()
  }

  private func sendOutput() {
    if let bytes = session?.takeOutput() { channel?.send(bytes) }
  }

  private func beginClosing() {
    switch state {
    case .open: state = .closing(deadline: client.clock.instant + opening.closeLimit)
    case .idle, .connecting, .shaking, .closing, .ended: break
    }
  }

  private func end(_ end: WebSocketEnd) {
    let handler = handler
    release()
    handler?.webSocketEnded(end)
  }

  private func release() {
    channel?.close()
    channel = nil
    state = .ended
  }
}

extension WebSocketConnection: ChannelHandler {
  func channelConnected() {
    heardAt = client.clock.instant
    do throws(WebSocketHandshakeFailure) {
      let handshake = try opening.handshake(options: client.options)
      channel?.send(handshake.request)
      self.handshake = handshake
      shookAt = client.clock.uptime
      state = .shaking(deadline: client.clock.instant + opening.handshakeLimit)
    } catch {
      end(.handshake(error))
    }
  }

  func channelHasRoom() -> Bool {
    // What comes after a close frame is dropped.
    let hasRoom = closure != nil || handler?.webSocketHasRoom() ?? true
    if isHeldBack, hasRoom { heardAt = client.clock.instant }
    isHeldBack = !hasRoom
    return hasRoom
  }

  func channelReceived(_ bytes: Span<UInt8>) {
    heardAt = client.clock.instant
    switch state {
    case .shaking: shake(bytes)
    case .open, .closing: receive(bytes)
    case .idle, .connecting, .ended: break
    }
  }

  func channelEnded(_ failure: TransferFailure?) {
    let sentence = failure?.sentence(for: opening.request, options: client.options)
    transportEnded(
      sentence?.string ?? "\(opening.request.origin.place) closed the connection without an answer")
  }

  private func transportEnded(_ words: String) {
    if session != nil {
      var events: [WebSocketEvent] = []
      session?.transportEnded(into: &events)
      for event in events { take(event) }
      end(closure.map { .closed($0) } ?? .transport(BoundedString(sentence: words)))
    } else if let refusal = handshake?.end() {
      end(.refused(refusal))
    } else {
      end(.transport(BoundedString(sentence: words)))
    }
  }

  private func shake(_ bytes: Span<UInt8>) {
    do throws(WebSocketHandshakeFailure) {
      switch try handshake?.feed(bytes) {
      case .incomplete, nil: break
      case .refused(let refusal): end(.refused(refusal))
      case .accepted(let subprotocol, let rest): open(subprotocol, rest)
      }
    } catch {
      end(.handshake(error))
    }
  }

  private func open(_ subprotocol: String?, _ rest: [UInt8]) {
    client.clock.note(date: handshake?.date, sentAt: shookAt)
    handshake = nil
    session = WebSocketSession(limits: opening.limits)
    state = .open
    handler?.webSocketOpened(self, subprotocol: subprotocol)
    receive(rest.span)
  }

  private func receive(_ bytes: Span<UInt8>) {
    var events: [WebSocketEvent] = []
    session?.receive(bytes, into: &events)
    for event in events { take(event) }
    sendOutput()
  }

  private func take(_ event: WebSocketEvent) {
    switch event {
    case .closed(let closure):
      self.closure = self.closure ?? closure
      beginClosing()
    case .text, .binary, .ping, .pong: handler?.webSocketReceived(event, over: self)
    }
  }
}

/// The user of a ``WebSocketConnection``. It may send, close and cancel from within all of these.
package protocol WebSocketHandler: AnyObject {
  /// Whether what the next read (16 KiB at the most) brings can be taken. While it cannot, nothing
  /// is read; it is asked again in every lap.
  func webSocketHasRoom() -> Bool
  /// The handshake is over; the sub-protocol is one of those offered, or `nil`.
  func webSocketOpened(_ connection: WebSocketConnection, subprotocol: String?)
  /// Something came. The end is reported by ``webSocketEnded(_:)`` alone.
  func webSocketReceived(_ event: WebSocketEvent, over connection: WebSocketConnection)
  /// The connection is over and its socket closed. Not called after a cancellation.
  func webSocketEnded(_ end: WebSocketEnd)
}

/// What ended a WebSocket connection, or the attempt to make one.
package enum WebSocketEnd: Error {
  /// It was open, and one side closed it, or the transport ended.
  case closed(WebSocketClosure)
  /// The server answered with another status than 101.
  case refused(WebSocketRefusal)
  /// The server's answer breaks the rules of the handshake.
  case handshake(WebSocketHandshakeFailure)
  /// Resolving, connecting, TLS or the connection failed; a sentence.
  case transport(BoundedString)
}
