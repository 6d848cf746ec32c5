package import WallboardEvents
package import WallboardPlatform
import WallboardWire

/// What came of an attempt to follow a call.
package enum ProbedObserver: Equatable, Sendable {
  /// It was accepted, and stayed open.
  case open
  /// It was accepted, and then closed; or it was refused.
  case ended(ObserverEnd, wasOpen: Bool)
  /// Nothing came back in time.
  case unanswered
}

extension PlatformProbe {
  /// Shakes hands for a call within that time, and waits a moment for what is said to that.
  package func observe(
    _ call: CallSID, at endpoints: PlatformEndpoints, by authentication: ObserverAuthentication,
    within limit: Duration
  ) throws(CurlFailure) -> ProbedObserver {
    let opening: WebSocketOpening
    do throws(UnsendableToken) {
      opening = try WebSocketOpening(
        observing: endpoints.observer(of: call), by: authentication, client.options.credential)
    } catch {
      return .ended(.unsendableToken(error), wasOpen: false)
    }
    let witness = Witness()
    let socket = WebSocketConnection(opening, client: client, handler: witness)
    try socket.start()
    let tick = { [client] in socket.tick(client.clock.instant) }
    try run(atMost: limit, each: tick) { witness.isOpen || witness.end != nil }
    try run(atMost: Self.closePatience, each: tick) { witness.end != nil || witness.hasMessage }
    let end = witness.end.map {
      ObserverEnd($0, scrubbing: client.options.credential, at: client.clock.now)
    }
    socket.cancel()
    if let end { return .ended(end, wasOpen: witness.isOpen) }
    return witness.isOpen ? .open : .unanswered
  }

  /// How long the platform may take to say that it does not know a call.
  private static let closePatience = Duration.seconds(3)

  private final class Witness: WebSocketHandler {
    private(set) var isOpen = false
    private(set) var hasMessage = false
    private(set) var end: WebSocketEnd?

    func webSocketHasRoom() -> Bool { true }

    func webSocketOpened(_ connection: WebSocketConnection, subprotocol: String?) {
      isOpen = true
    }

    func webSocketReceived(_ event: WebSocketEvent, over connection: WebSocketConnection) {
      switch event {
      case .text, .binary: hasMessage = true
      case .ping, .pong, .closed: break
      }
    }

    func webSocketEnded(_ end: WebSocketEnd) {
      self.end = end
    }
  }
}
