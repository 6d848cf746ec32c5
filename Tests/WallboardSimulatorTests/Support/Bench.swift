import Foundation
import Testing
import WallboardSimulator

/// A running simulator with a way to ask it.
struct Bench: Sendable {
  static let workspace = "00000000-0000-4000-8000-000000000001"

  let simulator: Simulator
  let url: URL

  /// Runs the simulator, without any pace of its own, while the body runs.
  static func run(
    _ faults: String..., configure: (inout SimulatorOptions) -> Void = { _ in },
    body: (Bench) async throws -> Void
  ) async throws {
    var options = SimulatorOptions()
    options.rate = 0
    options.faults = faults.compactMap(SimulatorFault.parse)
    configure(&options)
    let simulator = Simulator(options)
    let bench = Bench(simulator: simulator, url: try await simulator.start())
    do {
      try await body(bench)
    } catch {
      await simulator.stop()
      throw error
    }
    await simulator.stop()
  }

  /// Sends a request and gives the wire that its answer comes on.
  func ask(
    _ path: String, method: String = "GET", token: String? = "simulator", lastEventID: String? = nil
  ) throws -> Wire {
    var lines = ["\(method) \(path) HTTP/1.1", "Host: 127.0.0.1:\(url.port ?? 0)"]
    if let token { lines.append("Authorization: Bearer \(token)") }
    if let lastEventID { lines.append("Last-Event-ID: \(lastEventID)") }
    let wire = try Wire(to: url.port ?? 0)
    wire.send(lines.joined(separator: "\r\n") + "\r\n\r\n")
    return wire
  }

  func openStream(after lastEventID: Int? = nil) async throws -> Wire {
    try ask(Self.streamPath, lastEventID: lastEventID.map { String($0) })
  }

  /// Opens a stream and waits until it is open, so that what is emitted next is on it.
  func streamOpened(after lastEventID: Int? = nil) async throws -> (Wire, Reception) {
    let wire = try await openStream(after: lastEventID)
    return (wire, await wire.receive { $0.body.contains("stream.opened") })
  }

  /// The answer to a plain request.
  func get(
    _ path: String, method: String = "GET", token: String? = "simulator"
  ) async throws -> Reception {
    let wire = try ask(path, method: method, token: token)
    return await wire.receive { reception in
      let length = reception.header("Content-Length").flatMap { Int($0) }
      return length.map { reception.body.utf8.count >= $0 } ?? false
    }
  }

  func json(_ path: String, method: String = "GET") async throws -> [String: Any] {
    let body = try await get(path, method: method).body
    return try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any] ?? [:]
  }

  static let streamPath = "/v1/\(workspace)/events/stream"

  static func read(_ path: String) -> String {
    "/v1/\(workspace)/\(path)"
  }
}

extension Bench {
  func observe(
    _ sid: String, token: String? = "simulator", workspace: String = Bench.workspace,
    inHeader: Bool = false
  ) throws -> Observer {
    var lines = [
      "GET /v1/\(workspace)/observers/\(sid)/ws HTTP/1.1", "Host: 127.0.0.1",
      "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    ]
    if let token, inHeader { lines.append("Authorization: Bearer \(token)") }
    if let token, !inHeader { lines.append("Sec-WebSocket-Protocol: auth, \(token)") }
    let wire = try Wire(to: url.port ?? 0)
    wire.send(lines.joined(separator: "\r\n") + "\r\n\r\n")
    return Observer(wire: wire)
  }

  /// Observes every live call, and waits until each connection is open.
  func observeAll() async throws -> [String: Observer] {
    var observers: [String: Observer] = [:]
    for sid in await calls { observers[sid] = try observe(sid) }
    for observer in observers.values { _ = await observer.events { !$0.isEmpty } }
    return observers
  }

  /// The live calls, the oldest first.
  var calls: [String] {
    get async { await calls(where: { _ in true }) }
  }

  func calls(where isWanted: (JSON) -> Bool) async -> [String] {
    let calls = await simulator.truth["calls"]?.elements ?? []
    return calls.filter(isWanted).map { $0.text(at: "call_sid") }
  }

  /// The call that has gone on for longest.
  func anyCall() async throws -> String {
    try #require(await calls.first)
  }

  /// A call that has just begun.
  func newCall() async throws -> String {
    let before = Set(await calls)
    for _ in 0..<1000 {
      await simulator.emit(count: 1)
      if let sid = await calls.first(where: { !before.contains($0) }) { return sid }
    }
    throw NothingHappened()
  }

  struct NothingHappened: Error {}

  /// Lets one thing after another happen until the truth that the stream tells has what is
  /// looked for.
  func emit<Found>(until search: (JSON) -> Found?) async throws -> Found {
    for _ in 0..<2000 {
      await simulator.emit(count: 1)
      if let found = search(await simulator.truth) { return found }
    }
    throw NothingHappened()
  }
}
