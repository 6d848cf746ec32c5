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
    get async {
      await simulator.truth["calls"]?.elements.map { $0.text(at: "call_sid") } ?? []
    }
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

  /// Lets one thing after another happen until the stream tells such an event about such a call.
  func emit(
    until name: String, on stream: Wire, whereCall isWanted: (String) -> Bool,
    and isRight: (JSON) -> Bool = { _ in true }
  ) async throws -> JSON {
    for _ in 0..<2000 {
      await simulator.emit(count: 1)
      let last = await simulator.truth["last_event_id"]?.string ?? ""
      let received = await stream.receive { $0.body.contains("id: \(last)\n") }
      let found = received.streamEvents(named: name).last {
        isWanted($0.text(at: "call_sid")) && isRight($0)
      }
      if let found { return found }
    }
    throw NothingHappened()
  }
}

extension Reception {
  /// The data of the stream's events of the name.
  fileprivate func streamEvents(named name: String) -> [JSON] {
    body.components(separatedBy: "\n\n").compactMap { block in
      let lines = block.split(separator: "\n")
      guard lines.contains("event: \(name)"), let data = lines.last?.dropFirst(6) else {
        return nil
      }
      return WireJSON.parse(Array(data.utf8))
    }
  }
}
