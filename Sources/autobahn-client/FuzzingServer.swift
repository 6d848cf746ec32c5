import WallboardNetwork
import WallboardPlatform
import WallboardWire

/// The test suite's fuzzing server, which is told what to do by the address that is connected to.
struct FuzzingServer {
  /// Why the suite could not be run.
  enum Problem: Error {
    case noCaseCount(WebSocketEnd?)
    case notOpened(String, WebSocketEnd?)
  }

  /// Where the server is, without a path.
  let address: String
  /// The name of the report.
  let agent: String

  init(address: String, agent: String?) {
    self.address = address
    self.agent = agent ?? "wallboard"
  }

  /// How many cases the server has been started with.
  func caseCount() throws -> Int {
    let echo = try connect(to: "/getCaseCount")
    guard let text = echo.lastText, let count = Int(text)
    else { throw Problem.noCaseCount(echo.end) }
    return count
  }

  /// Echoes what the server sends until the case is over; the server keeps the verdict.
  func runCase(_ number: Int) throws {
    try connect(to: "/runCase?case=\(number)&agent=\(agent)")
  }

  /// Has the server write its report.
  func updateReports() throws {
    try connect(to: "/updateReports?agent=\(agent)")
  }

  @discardableResult
  private func connect(to target: String) throws -> Echo {
    let opening = WebSocketOpening(
      try PlatformRequest(webSocket: address + target), limits: Self.limits)
    let options = TransferOptions(
      // Nothing shows it to the server: no sub-protocol and no field is asked for.
      credential: try Credential(token: "unused"), userAgent: "autobahn-client")
    let echo = Echo()
    try WebSocketRun.run(opening, options: options, handler: echo)
    guard echo.hasOpened else { throw Problem.notOpened(target, echo.end) }
    return echo
  }

  /// Section 9 sends messages of up to 16 MiB.
  private static let limits = WebSocketLimits(frame: 32 << 20, message: 32 << 20)
}

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
