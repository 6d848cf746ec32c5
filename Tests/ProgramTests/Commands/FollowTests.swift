import Foundation
import TestSupport
import Testing
import WallboardSimulator

/// `wallboard follow` over a real socket: what it prints, and how its end is told.
@Suite("Following a call without a screen", .fewAtATime)
struct FollowTests {
  @Test("prints every event of the feed as JSON, masked, and ends with the call")
  func json() async throws {
    try await withCall(faults: ["observer-close:1000:60"]) { call, environment in
      let run = try await Program.run(["follow", call, "--json"], environment: environment)
      #expect(run.status == 0, "\(run.errors)")
      let events = try run.lines.map { try JSONObject(Data($0.utf8)) }
      #expect(events.count >= 60)
      #expect(events.first?["event"].string == "session_info")
      let transcripts = events.filter { $0["event"].string == "user_transcript" }
      #expect(!transcripts.isEmpty)
      #expect(transcripts.allSatisfy { $0["data"]["transcript"]["masked"].string != nil })
      #expect(events.allSatisfy { $0["at"].number != nil && $0["data"]["type"] == .null })
      #expect(run.errors.contains("following"))
    }
  }

  @Test("prints readable lines, with the words where this command line says open")
  func readable() async throws {
    try await withCall(faults: ["observer-close:1000:60"]) { call, environment in
      let masked = try await Program.run(["follow", call], environment: environment)
      #expect(masked.status == 0)
      #expect(masked.lines.contains { $0.contains("user_transcript") && $0.contains("▒▒▒▒") })
      #expect(!masked.output.contains("agent_transcript_delta"))
    }
    try await withCall(faults: ["observer-close:1000:60"]) { call, environment in
      let open = try await Program.run(
        ["follow", call, "--privacy", "open"], environment: environment)
      #expect(!open.output.contains("▒▒▒▒"))
      #expect(open.lines.contains { $0.contains("agent_transcript") })
    }
  }

  @Test(
    "A refused credential is status 2", arguments: [1008, 3003, 4001, 4003, 4100, 4403])
  func refused(code: Int) async throws {
    try await withCall(faults: ["observer-close:\(code):0"]) { call, environment in
      let run = try await Program.run(["follow", call], environment: environment)
      #expect(run.status == 2, "\(run.errors)")
      #expect(run.errors.contains("refused"))
    }
  }

  @Test("A refused handshake is status 2", arguments: [401, 403])
  func refusedHandshake(status: Int) async throws {
    try await withCall(faults: ["observer-refuse:\(status)"]) { call, environment in
      let run = try await Program.run(["follow", call], environment: environment)
      #expect(run.status == 2, "\(run.errors)")
    }
  }

  @Test("A call that does not exist is status 1, which is told once", arguments: [true, false])
  func unknownCall(handshake: Bool) async throws {
    try await withCall(faults: handshake ? ["observer-refuse:404"] : []) { _, environment in
      let run = try await Program.run(["follow", "CAnobody"], environment: environment)
      #expect(run.status == 1)
      let told = run.errors.split(separator: "\n")
      #expect(told.count == 2, "\(run.errors)")
      #expect(told.first?.hasSuffix("Call CAnobody: connecting") == true)
      #expect(told.last?.contains("No such call: CAnobody: ") == true)
    }
  }

  @Test("A call whose feed takes a moment is followed without a word about it")
  func lateCall() async throws {
    try await withCall(faults: ["observer-late:2"], ending: "observer-close:1000:20") {
      call, environment in
      let run = try await Program.run(["follow", call], environment: environment)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors.split(separator: "\n").count == 2, "\(run.errors)")
      #expect(run.errors.contains("connecting") && run.errors.contains("following"))
    }
  }

  @Test(
    "What breaks the connection is survived",
    arguments: [
      "observer-cut:10:1", "observer-bad-utf8:10:1", "observer-reserved-bits:10:1",
      "observer-bad-opcode:10:1", "observer-masked:10:1", "observer-huge:10:1",
      "observer-accept:1", "observer-protocol:1", "observer-refuse:503:1",
    ])
  func survived(fault: String) async throws {
    try await withCall(faults: [fault], ending: "observer-close:1000:40") { call, environment in
      let run = try await Program.run(["follow", call, "--json"], environment: environment)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors.contains("trying again"), "\(run.errors)")
      let events = try run.lines.map { try JSONObject(Data($0.utf8)) }
      #expect(events.count >= 40)
    }
  }

  @Test(
    "A close that passes is followed by another connection",
    arguments: [1001, 1006, 1011, 1012, 4321])
  func closedForNow(code: Int) async throws {
    try await withCall(faults: ["observer-close:\(code):10:1"]) { call, environment in
      let run = try await Program.run(
        ["follow", call], environment: environment, deadline: .seconds(15))
      #expect(run.errors.contains("trying again"), "\(run.errors)")
      #expect(run.errors.split(separator: "following").count > 2, "\(run.errors)")
    }
  }

  @Test(
    "A platform that has too much to do is left alone for five seconds", arguments: [1013, 4029])
  func closedForLonger(code: Int) async throws {
    try await withCall(faults: ["observer-close:\(code):10"]) { call, environment in
      let run = try await Program.run(
        ["follow", call], environment: environment, deadline: .seconds(15))
      let seconds = try #require(run.errors.firstMatch(of: /trying again in (\d+) s/)?.1)
      #expect(try #require(Int(seconds)) >= 5)
      let connections = run.errors.split(separator: "following").count - 1
      #expect((1...3).contains(connections), "\(run.errors)")
    }
  }

  @Test("A handshake that is refused for now is tried again", arguments: [429, 500])
  func refusedForNow(status: Int) async throws {
    try await withCall(
      faults: ["observer-refuse:\(status):1"], ending: "observer-close:1000:20"
    ) { call, environment in
      let run = try await Program.run(["follow", call], environment: environment)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors.contains("trying again"), "\(run.errors)")
    }
  }

  @Test("A socket that is silent, pongs included, is opened anew")
  func silent() async throws {
    try await withCall(
      faults: ["observer-silence:10:1"], ending: "observer-close:1000:20"
    ) { call, environment in
      let run = try await withConfiguration("[watchdogs]\nobserver = 1\n") { home in
        try await Program.run(
          ["follow", call], environment: environment.merging(["XDG_CONFIG_HOME": home]) { $1 })
      }
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors.contains("trying again"), "\(run.errors)")
    }
  }

  @Test("What is not understood is a line, and the feed goes on")
  func garbage() async throws {
    try await withCall(
      faults: ["observer-garbage:5", "observer-unknown:7", "observer-close:1000:60"]
    ) { call, environment in
      let run = try await Program.run(["follow", call, "--json"], environment: environment)
      #expect(run.status == 0)
      let events = try run.lines.map { try JSONObject(Data($0.utf8)) }
      #expect(events.contains { $0["malformed"].string != nil })
      #expect(events.contains { $0["unknown"] == .bool(true) })
    }
  }

  @Test("A token that a sub-protocol cannot carry is explained; the header takes it")
  func unsendableToken() async throws {
    var options = Self.options
    options.token = "key:with/slashes="
    options.faults = [try #require(SimulatorFault.parse("observer-close:1000:20"))]
    try await withCall(options) { call, environment in
      let run = try await Program.run(["follow", call], environment: environment)
      #expect(run.status == 2, "\(run.errors)")
      #expect(run.errors.contains("observer_auth"))
      #expect(!run.errors.contains("slashes"))
      let header = try await withConfiguration("observer_auth = \"header\"\n") { home in
        try await Program.run(
          ["follow", call], environment: environment.merging(["XDG_CONFIG_HOME": home]) { $1 })
      }
      #expect(header.status == 0, "\(header.errors)")
    }
  }

  /// Runs the body with a folder in which the configuration says that.
  private func withConfiguration(
    _ toml: String, _ body: (String) async throws -> Program.Outcome
  ) async throws -> Program.Outcome {
    let home = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(
      at: home.appending(path: "wallboard"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: home) }
    try toml.write(
      to: home.appending(path: "wallboard/config.toml"), atomically: true, encoding: .utf8)
    return try await body(home.path)
  }

  private static var options: SimulatorOptions {
    var options = SimulatorOptions()
    options.rate = 0
    options.observerRate = 200
    return options
  }

  private func withCall(
    faults: [String] = [], ending: String? = nil,
    _ body: (String, [String: String]) async throws -> Void
  ) async throws {
    var options = Self.options
    options.faults = try (faults + [ending].compactMap { $0 }).map {
      try #require(SimulatorFault.parse($0))
    }
    try await withCall(options, body)
  }

  private func withCall(
    _ options: SimulatorOptions, _ body: (String, [String: String]) async throws -> Void
  ) async throws {
    try await Simulator.run(options) { _, environment in
      let address = try #require(environment["WALLBOARD_URL"].flatMap(URL.init(string:)))
      let calls = try await Truth.read(from: address).items("calls", by: "call_sid").keys
      try await body(try #require(calls.sorted().first), environment)
    }
  }
}
