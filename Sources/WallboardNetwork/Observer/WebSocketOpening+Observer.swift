import WallboardPlatform
import WallboardWire

extension WebSocketOpening {
  /// The largest frame and message of an observer that are taken, in bytes. A full transcript line
  /// has a hundredth of it.
  static let longestObserverMessage = 1 << 20

  /// The opening of a followed call's socket, with the token as the configuration says.
  init(
    observing request: PlatformRequest, _ configuration: NetworkConfiguration
  ) throws(UnsendableToken) {
    let credential = configuration.transfers.credential
    let limits = WebSocketLimits(
      frame: Self.longestObserverMessage, message: Self.longestObserverMessage)
    switch configuration.observerAuthentication {
    case .subprotocol:
      self.init(request, subprotocols: try credential.observerSubprotocols(), limits: limits)
    case .header:
      self.init(request, secretFields: [credential.authorizationHeader], limits: limits)
    }
  }
}
