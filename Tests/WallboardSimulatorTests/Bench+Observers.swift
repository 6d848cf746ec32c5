import Foundation
import Testing
import WallboardSimulator

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
