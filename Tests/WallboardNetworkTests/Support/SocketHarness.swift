import Testing
@testable import WallboardNetwork
import WallboardPlatform
import WallboardSystem
import WallboardWire

/// A WebSocket connection turned by hand, and everything that came over it.
final class SocketHarness: WebSocketHandler {
  let client: HTTPClient
  private(set) var connection: WebSocketConnection?
  private(set) var isOpen = false
  private(set) var subprotocol: String?
  private(set) var events: [WebSocketEvent] = []
  private(set) var end: WebSocketEnd?
  private(set) var laps = 0
  var hasRoom = true
  /// What is done with each event.
  var onEvent: (WebSocketEvent, WebSocketConnection) -> Void = { _, _ in }

  init(
    _ url: String, subprotocols: [String] = [], fields: [String] = [], longest: Int = 1 << 20,
    caFile: String? = nil, proxies: [String: String] = [:], handshakeLimit: Duration = .seconds(10),
    machine: Machine? = nil
  ) throws {
    var options = try EngineHarness.options()
    options.caFile = caFile
    options.proxies = ProxyEnvironment(proxies)
    client = try HTTPClient(
      options: options, clock: NetworkClock(machine?.time ?? .system))
    var opening = WebSocketOpening(
      try PlatformRequest(webSocket: url), subprotocols: subprotocols, secretFields: fields,
      limits: WebSocketLimits(frame: longest, message: longest))
    opening.handshakeLimit = handshakeLimit
    let connection = WebSocketConnection(opening, client: client, handler: self)
    self.connection = connection
    try connection.start()
  }

  /// Turns until `condition` holds; fails after a minute.
  func run(
    _ what: Comment, sourceLocation: SourceLocation = #_sourceLocation,
    until condition: (SocketHarness) -> Bool
  ) throws {
    let deadline = ContinuousClock.now + .seconds(60)
    while !condition(self) {
      try #require(ContinuousClock.now < deadline, what, sourceLocation: sourceLocation)
      try turn()
    }
  }

  /// One lap.
  func turn(atMost limit: Duration = .milliseconds(5)) throws {
    laps += 1
    connection?.tick(client.clock.instant)
    try client.multi.perform()
    try client.multi.wait(atMost: limit)
  }

  /// Runs to the end and returns it.
  func runToEnd() throws -> WebSocketEnd {
    try run("it ends") { $0.end != nil }
    return try #require(end)
  }

  var texts: [String] {
    events.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  func webSocketHasRoom() -> Bool { hasRoom }

  func webSocketOpened(_ connection: WebSocketConnection, subprotocol: String?) {
    isOpen = true
    self.subprotocol = subprotocol
  }

  func webSocketReceived(_ event: WebSocketEvent, over connection: WebSocketConnection) {
    events.append(event)
    onEvent(event, connection)
  }

  func webSocketEnded(_ end: WebSocketEnd) {
    self.end = end
  }
}
