import Foundation
import TestSupport
import Testing
import WallboardSimulator

@Suite("Requests", .fewAtATime)
struct RequestTests {
  @Test("are refused without the right token, workspace, path or method")
  func refusals() async throws {
    try await Bench.run { bench async throws in
      let queue = Bench.read("operators/queue")
      let other = "/v1/00000000-0000-4000-8000-000000000002/services"
      #expect(try await bench.get(queue, token: nil).status == 401)
      #expect(try await bench.get(queue, token: "wrong").status == 401)
      #expect(try await bench.get("/v1/auth/me", token: nil).status == 401)
      #expect(try await bench.get(Bench.streamPath, token: nil).status == 401)
      #expect(try await bench.get(other).status == 403)
      #expect(try await bench.get("/v1/here/services").status == 422)
      #expect(try await bench.get(Bench.read("nothing")).status == 404)
      #expect(try await bench.get(queue, method: "POST").status == 405)
      #expect(try await bench.get(Bench.read("services?limit=0")).status == 422)
      #expect(try await bench.get(Bench.read("services?continuation_token=8")).status == 422)
    }
  }

  @Test("to a port that is taken end before they begin, with a sentence")
  func takenPort() async throws {
    try await Bench.run { bench async throws in
      var options = SimulatorOptions()
      options.port = UInt16(try #require(bench.url.port))
      let failure = await #expect(throws: ListenFailure.self) {
        try await Simulator(options).start()
      }
      #expect(failure?.description.contains("Address already in use") == true)
    }
  }

  @Test("are refused in the platform's own form")
  func problem() async throws {
    try await Bench.run { bench async throws in
      let refused = try await bench.get("/v1/auth/me", token: nil)
      let pattern = /^{"detail":"[^"]+","request_id":"req_[0-9a-f]{16}"}$/
      #expect(refused.body.contains(pattern))
    }
  }

  @Test("about the key and the workspace are answered")
  func information() async throws {
    try await Bench.run { bench async throws in
      #expect(try await bench.json("/v1/auth/me")["workspace_id"] as? String == Bench.workspace)
      let workspace = try await bench.json("/v1/workspaces/\(Bench.workspace)")
      #expect(workspace["id"] as? String == Bench.workspace)
    }
  }

  @Test("for lists are answered page by page, nothing twice and nothing left out")
  func paging() async throws {
    try await Bench.run { bench async throws in
      await bench.simulator.emit(count: 500)
      for list in ["operators", "services", "surfaces", "operators/escalations/active"] {
        let whole = try await pages(of: list, limit: 100, on: bench)
        let pieces = try await pages(of: list, limit: 3, on: bench)
        #expect(whole == pieces)
        #expect(Set(whole).count == whole.count)
      }
    }
  }

  private func pages(of list: String, limit: Int, on bench: Bench) async throws -> [String] {
    var items: [String] = []
    var token: String? = ""
    while let after = token {
      let query = "?limit=\(limit)" + (after.isEmpty ? "" : "&continuation_token=\(after)")
      let page = try await bench.json(Bench.read(list + query))
      let found = page["items"] as? [[String: Any]] ?? []
      items += found.compactMap { $0["id"] as? String ?? $0["escalation_id"] as? String }
      token = page["continuation_token"] as? String
      #expect(token.flatMap { Int($0) } == nil)
      #expect(page["has_more"] as? Bool == (token != nil))
    }
    return items
  }

  @Test("for one status of surfaces are answered with those alone")
  func filter() async throws {
    try await Bench.run { bench async throws in
      let page = try await bench.json(Bench.read("surfaces?status=partial&limit=100"))
      let statuses = (page["items"] as? [[String: Any]] ?? []).compactMap {
        $0["status"] as? String
      }
      #expect(Set(statuses) == ["partial"])
    }
  }

  @Test("tell the same calls in every read, and the same as the truth")
  func agreement() async throws {
    try await Bench.run { bench async throws in
      await bench.simulator.emit(count: 700)
      let truth = await bench.simulator.truth
      let live = truth["calls"]?.elements.compactMap { $0["call_sid"]?.string } ?? []
      let queue = try await bench.json(Bench.read("operators/queue"))["queue"] as? [[String: Any]]
      #expect(Set(queue?.compactMap { $0["call_sid"] as? String } ?? []) == Set(live))
      let sessions = try await bench.get(Bench.read("sessions/active")).body
      #expect(live.allSatisfy { sessions.contains($0) })
      #expect(try await bench.get("/_simulator/state", token: nil).body == truth.text)
    }
  }

  @Test("to the simulator itself steer it")
  func control() async throws {
    try await Bench.run { bench async throws in
      let (wire, _) = try await bench.streamOpened()
      _ = try await bench.get("/_simulator/emit?count=25", method: "POST")
      #expect(await wire.receive { $0.ids.count >= 25 }.ids.count >= 25)
      _ = try await bench.get("/_simulator/drop", method: "POST")
      #expect(await wire.receive { _ in false }.isClosed)
      _ = try await bench.get("/_simulator/fault?kind=503", method: "POST")
      #expect(try await bench.get(Bench.streamPath).status == 503)
      _ = try await bench.get("/_simulator/fault?kind=503&on=false", method: "POST")
      #expect(try await bench.streamOpened().1.status == 200)
    }
  }
}
