import Foundation
import Testing
import WallboardSimulator

/// An answer, its body read.
struct Answer {
  let reception: Reception
  let json: JSON?

  var status: Int? { reception.status }
  var detail: JSON { json?["detail"] ?? .null }
}

extension Bench {
  /// Sends a body and waits until the connection is closed, as it is after each answer.
  func act(
    _ path: String, _ body: JSON? = [:], method: String = "POST", token: String = "simulator"
  ) async throws -> Answer {
    try await act(path, text: body?.text, method: method, token: token)
  }

  func act(
    _ path: String, text: String?, method: String = "POST", token: String = "simulator",
    type: String = "application/json"
  ) async throws -> Answer {
    var lines = [
      "\(method) \(Bench.read(path)) HTTP/1.1", "Host: 127.0.0.1", "Authorization: Bearer \(token)",
    ]
    if let text { lines += ["Content-Type: \(type)", "Content-Length: \(text.utf8.count)"] }
    let wire = try Wire(to: url.port ?? 0)
    wire.send(lines.joined(separator: "\r\n") + "\r\n\r\n" + (text ?? ""))
    let reception = await wire.receive { $0.isClosed }
    return Answer(reception: reception, json: WireJSON.parse(Array(reception.body.utf8)))
  }

  /// An operator who can join a call.
  func helper() async throws -> String {
    let all = await simulator.truth["operators"]?.elements ?? []
    let free = all.first { $0.text(at: "status") == "online" && $0["call_sid"] == .null }
    return try #require(free).text(at: "operator_id")
  }

  /// A call that nobody is on and on which nobody waits.
  func quietCall() async throws -> String {
    try #require(
      await calls(where: { $0["escalation"] == .null && $0["operators"]?.elements == [] }).first)
  }

  /// The operator's entry among the operators that are read.
  func entry(of id: String) async throws -> JSON {
    let body = try await get(Bench.read("operators?limit=100")).body
    let items = WireJSON.parse(Array(body.utf8))?["items"]?.elements ?? []
    return try #require(items.first { $0.text(at: "id") == id })
  }

  func surface(_ id: String) async throws -> JSON {
    let body = try await get(Bench.read("surfaces?limit=100")).body
    let items = WireJSON.parse(Array(body.utf8))?["items"]?.elements ?? []
    return try #require(items.first { $0.text(at: "id") == id })
  }

  func call(_ sid: String) async -> JSON? {
    await simulator.truth["calls"]?.elements.first { $0.text(at: "call_sid") == sid }
  }
}

extension Reception {
  /// The events of the stream that have come whole, without the frames about the stream itself.
  var events: [(name: String, data: JSON)] {
    body.components(separatedBy: "\n\n").dropLast().compactMap { block in
      var fields: [String: String] = [:]
      for line in block.split(separator: "\n") {
        let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
        if parts.count == 2 { fields[parts[0]] = parts[1].trimmingCharacters(in: .whitespaces) }
      }
      guard fields["id"].map({ $0 != "0" }) == true, let name = fields["event"],
        let data = fields["data"].flatMap({ WireJSON.parse(Array($0.utf8)) })
      else { return nil }
      return (name, data)
    }
  }

  /// What an event of that name has said, the first one.
  func event(_ name: String) -> JSON? {
    events.first { $0.name == name }?.data
  }
}

extension Wire {
  /// Waits until so many events have come, and returns them all.
  func events(count: Int) async -> [(name: String, data: JSON)] {
    await receive { $0.events.count >= count }.events
  }
}
