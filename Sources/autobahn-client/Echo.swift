import WallboardNetwork
import WallboardWire

/// Sends back what comes, text as text and binary as binary, as the test suite wants it.
final class Echo: WebSocketHandler {
  private(set) var hasOpened = false
  private(set) var lastText: String?
  private(set) var end: WebSocketEnd?

  func webSocketHasRoom() -> Bool { true }

  func webSocketOpened(_ connection: WebSocketConnection, subprotocol: String?) {
    hasOpened = true
  }

  func webSocketReceived(_ event: WebSocketEvent, over connection: WebSocketConnection) {
    switch event {
    case .text(let text):
      lastText = text
      connection.send(text: text)
    case .binary(let bytes):
      connection.send(binary: bytes)
    case .ping, .pong, .closed:
      break
    }
  }

  func webSocketEnded(_ end: WebSocketEnd) {
    self.end = end
  }
}
