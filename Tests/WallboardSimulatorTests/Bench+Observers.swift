import Foundation
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

  /// The call that has gone on for longest.
  func anyCall() async throws -> String {
    await simulator.truth["calls"]?.elements.first?["call_sid"]?.string ?? ""
  }
}
