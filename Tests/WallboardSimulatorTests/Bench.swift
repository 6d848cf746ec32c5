import Foundation
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
