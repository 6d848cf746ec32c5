import Foundation
import FoundationNetworking
import TestSupport
import Testing
import WallboardSimulator

@testable import WallboardApp
@testable import WallboardBoard
@testable import WallboardEvents

/// What requests make happen on the simulated platform reaches the board as all else does.
@Suite("The board and the truth of actions", .fewAtATime, .serialized)
struct ActionTruthTests {
  @Test("After actions of all kinds, done and refused, the board is the truth", arguments: [5, 6])
  func actions(seed: Int) async throws {
    var options = SimulatorOptions()
    options.seed = UInt64(seed)
    options.rate = 0
    let workspace = try await SimulatedWorkspace(options)
    try await workspace.foldUntilComplete()
    var outcomes: [String: Set<Int>] = [:]
    for round in 0..<400 {
      await workspace.simulator.emit(count: 3)
      let truth = try await Truth.read(from: workspace.address)
      let helpers = truth.items("operators", by: "operator_id").keys.sorted().prefix(4)
      let forms = truth.items("surfaces", by: "surface_id").filter {
        $0.value["stage"].string == "pending_review"
      }
      let calls = truth.items("calls", by: "call_sid").keys.sorted()
      guard let call = calls.dropFirst(round * 7 % max(1, calls.count)).first else { continue }
      let helper = helpers[round % helpers.count]
      // Mostly the call that the operator is on, where there is one.
      let own = truth.items("operators", by: "operator_id")[helper]?["call_sid"].string
      let actions = Self.actions(
        helper, on: round.isMultiple(of: 5) ? call : own ?? call,
        form: forms.keys.min() ?? "00000000-0000-4000-8000-00000000dead")
      let (method, path, body) = actions[round / 4 * 3 % actions.count]
      let status = try await workspace.send(method, path, body)
      outcomes[String(path.split(separator: "/").last ?? ""), default: []].insert(status)
    }
    let names = ["join-call", "switch-mode", "leave-call", "wrap-up", "approve", "reject"]
    for name in names { #expect(outcomes[name]?.contains(200) == true, "\(name)") }
    #expect(outcomes["join-call"]?.contains(409) == true)
    try await workspace.foldUntilTrue()
    #expect(workspace.reader.state.board.counts.malformed == 0)
    await workspace.stop()
  }

  private static func actions(
    _ helper: String, on call: String, form: String
  ) -> [(method: String, path: String, body: String)] {
    let (path, sid) = ("operators/\(helper)", #""call_sid":"\#(call)""#)
    return [
      ("POST", path + "/join-call", #"{\#(sid),"mode":"listen"}"#),
      ("POST", path + "/switch-mode", #"{\#(sid),"mode":"takeover"}"#),
      ("POST", path + "/join-call", #"{\#(sid),"mode":"takeover"}"#),
      ("POST", path + "/send-guidance", #"{\#(sid),"message":"Slowly"}"#),
      ("POST", path + "/leave-call", "{\(sid)}"),
      ("POST", path + "/wrap-up", #"{\#(sid),"outcome":"resolved"}"#),
      ("PATCH", path, #"{"status":"offline"}"#), ("PATCH", path, #"{"status":"online"}"#),
      ("POST", "surfaces/\(form)/approve", ""),
      ("POST", "surfaces/\(form)/reject", #"{"reason":"Unreadable"}"#),
    ]
  }
}

extension SimulatedWorkspace {
  /// Sends a request that is to change something. Returns the status of its answer.
  fileprivate func send(_ method: String, _ path: String, _ body: String) async throws -> Int {
    var request = URLRequest(
      url: address.appending(path: "v1/\(SimulatorOptions().workspace)/\(path)"))
    request.httpMethod = method
    request.httpBody = Data(body.utf8)
    request.setValue("Bearer \(SimulatorOptions().token)", forHTTPHeaderField: "Authorization")
    request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    let (_, response) = try await URLSession.shared.data(for: request)
    return (response as? HTTPURLResponse)?.statusCode ?? 0
  }
}
