import Foundation
import TestSupport
import Testing
import WallboardSimulator

/// The built program as other programs meet it: output, messages and exit status.
@Suite("The program without a screen", .fewAtATime)
struct ProgramTests {
  /// A simulated platform and the environment in which the program finds it.
  private func withSimulator(
    rate: Double = 0, faults: [String] = [],
    _ body: (Simulator, [String: String]) async throws -> Void
  ) async throws {
    var options = SimulatorOptions()
    options.rate = rate
    options.faults = try faults.map { try #require(SimulatorFault.parse($0)) }
    try await Simulator.run(options, body)
  }

  @Test("snapshot prints the board as text and as JSON, with every key of the interface")
  func snapshot() async throws {
    try await withSimulator { _, environment in
      let text = try await Program.run(["snapshot"], environment: environment)
      #expect(text.status == 0)
      #expect(text.output.contains("Calls ("))
      #expect(text.output.contains("Operators ("))
      let json = try await Program.run(["snapshot", "--json"], environment: environment)
      #expect(json.status == 0)
      let board = try JSONObject(Data(json.output.utf8))
      #expect(board["schema"].string == "wallboard.snapshot/1")
      let keys: Set = [
        "schema", "at", "connection", "counts", "calls", "ended_calls", "operators", "surfaces",
        "text_sessions", "ended_text_sessions", "activity", "observation",
      ]
      #expect(Set(board.members.keys) == keys)
      #expect(board["connection"]["workspace"].string == "open")
    }
  }

  @Test(
    "snapshot --check says in one line and its status whether a condition holds",
    arguments: [
      ("live>0 and longest_wait<5d", Int32(0), "holds: live>0 (it is "),
      ("live>0 and not (live>0 or stale>5d)", 1, "does not hold: not live>0 (it is "),
      ("live>0 and answer_speed<1m", 3, "unknown: answer_speed<1m (not known yet)"),
    ])
  func check(condition: String, status: Int32, line: String) async throws {
    try await withSimulator { _, environment in
      let outcome = try await Program.run(
        ["snapshot", "--check", condition], environment: environment)
      #expect(outcome.status == status)
      #expect(outcome.lines.count == 1 && outcome.output.hasPrefix(line), "\(outcome.output)")
    }
  }

  @Test("snapshot --check does not know what it cannot reach, and says what is no condition")
  func unknownCheck() async throws {
    let outcome = try await Program.run(
      ["snapshot", "--for", "500ms", "--check", "live>0"],
      environment: [
        "WALLBOARD_URL": "http://127.0.0.1:1", "WALLBOARD_TOKEN": "t",
        "WALLBOARD_WORKSPACE": "00000000-0000-4000-8000-000000000001",
      ])
    #expect(outcome.status == 3)
    #expect(outcome.output == "unknown: No connection to the platform in time\n")
    let wrong = try await Program.run(["snapshot", "--check", "live<2m"])
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("live is compared with a number, such as 5"))
  }

  @Test("What may be protected is a mask, unless this command line says open")
  func privacy() async throws {
    try await withSimulator { _, environment in
      let masked = try await Program.run(
        ["snapshot", "--json"],
        environment: environment.merging(["WALLBOARD_PRIVACY": "open"]) { $1 })
      #expect(!masked.output.contains("+1555"))
      #expect(masked.output.contains(#""caller_id":{"masked":""#))
      let open = try await Program.run(
        ["snapshot", "--json", "--privacy", "open"], environment: environment)
      #expect(open.output.contains(#""caller_id":"+1"#))
    }
  }

  @Test("events prints a line per event, and ends when nobody reads any more")
  func events() async throws {
    try await withSimulator(rate: 200) { _, environment in
      let json = try await Program.pipe(["events", "--json"], to: "head -50", environment)
      #expect(json.lines.count == 50)
      for line in json.lines {
        let event = try JSONObject(Data(line.utf8))
        #expect(event["event"].string?.contains(".") == true)
        #expect(event["at"].number.map { $0 > 1_500_000_000_000 } == true)
        #expect(event.members.keys.contains("data"))
      }
      let readable = try await Program.pipe(["events"], to: "head -5", environment)
      #expect(readable.lines.count == 5)
      #expect(readable.errors.contains("Connected"))
    }
  }

  @Test("events --raw prints what the parser dispatched, and needs --privacy open")
  func raw() async throws {
    try await withSimulator(rate: 200) { _, environment in
      let refused = try await Program.run(["events", "--raw"], environment: environment)
      #expect(refused.status == 64)
      #expect(refused.output.isEmpty)
      let raw = try await Program.pipe(
        ["events", "--raw", "--privacy", "open"], to: "head -20", environment)
      #expect(raw.lines.count == 20)
      let first = try JSONObject(Data(try #require(raw.lines.first).utf8))
      #expect(Set(first.members.keys) == ["id", "event", "data"])
      #expect(first["event"].string == "stream.opened")
    }
  }

  @Test("A refused credential is status 2", arguments: ["401", "403"])
  func refused(fault: String) async throws {
    try await withSimulator(faults: [fault]) { _, environment in
      for arguments in [["events"], ["snapshot"]] {
        let outcome = try await Program.run(arguments, environment: environment)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("Refused"))
      }
    }
  }

  @Test("A stream that the platform ends for good is status 1", arguments: ["204"])
  func stopped(fault: String) async throws {
    try await withSimulator(faults: [fault]) { _, environment in
      let outcome = try await Program.run(["events"], environment: environment)
      #expect(outcome.status == 1)
    }
  }

  @Test("A platform that cannot be reached is status 1, and says so")
  func unreachable() async throws {
    let outcome = try await Program.run(
      ["snapshot", "--for", "500ms"],
      environment: [
        "WALLBOARD_URL": "http://127.0.0.1:9", "WALLBOARD_TOKEN": "t",
        "WALLBOARD_WORKSPACE": SimulatorOptions().workspace,
      ])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("refused by 127.0.0.1"))
  }

  @Test("snapshot --until-end prints the board when the stream ends")
  func untilEnd() async throws {
    try await withSimulator(rate: 100, faults: ["end:40"]) { _, environment in
      let outcome = try await Program.run(
        ["snapshot", "--json", "--until-end"], environment: environment)
      #expect(outcome.status == 0)
      let board = try JSONObject(Data(outcome.output.utf8))
      #expect(board["counts"]["events"].number.map { $0 > 0 } == true)
    }
  }

  @Test("The workspace of an API key is asked for")
  func ownWorkspace() async throws {
    try await withSimulator { _, environment in
      let outcome = try await Program.run(
        ["snapshot"], environment: environment.filter { $0.key != "WALLBOARD_WORKSPACE" })
      #expect(outcome.status == 0)
    }
  }

  @Test(
    "A wrong set-up is status 64 with one line that says what to do",
    arguments: [
      (["events"], [:], "WALLBOARD_TOKEN"),
      (["events", "--url", "http://example.org"], ["WALLBOARD_TOKEN": "t"], "unencrypted"),
      (["events", "--token-file", "/nonexistent"], [:], "/nonexistent"),
      (["snapshot", "--privacy", "shut"], ["WALLBOARD_TOKEN": "t"], "wall, desk, open"),
      (["watch", "--filter", "luck:good"], ["WALLBOARD_TOKEN": "t"], "luck"),
      (["demo", "--wall", "--privacy", "desk"], [:], "--privacy desk"),
      (["events"], ["WALLBOARD_TOKEN": "t", "WALLBOARD_WORKSPACE": "x"], "WALLBOARD_WORKSPACE"),
    ])
  func setUp(arguments: [String], environment: [String: String], message: String) async throws {
    let outcome = try await Program.run(arguments, environment: environment)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(outcome.errors.contains(message))
  }

  @Test("The board without a terminal refuses in one line", arguments: ["watch", "demo"])
  func noTerminal(command: String) async throws {
    let outcome = try await Program.run([command], environment: ["WALLBOARD_TOKEN": "t"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(outcome.errors.contains("events") && outcome.errors.contains("snapshot"))
  }

  @Test("The token comes from standard input too, and is in nothing that is printed or logged")
  func token() async throws {
    try await withSimulator(faults: ["503:1"]) { _, environment in
      let log = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString
      defer { try? FileManager.default.removeItem(atPath: log) }
      var environment = environment
      environment["WALLBOARD_TOKEN"] = nil
      environment["WALLBOARD_LOG"] = log
      let outcome = try await Program.run(
        ["snapshot", "--token-file", "-"], environment: environment, input: "simulator\n")
      #expect(outcome.status == 0)
      let logged = try String(contentsOfFile: log, encoding: .utf8)
      #expect(logged.contains("Connected"))
      for text in [outcome.output, outcome.errors, logged] {
        #expect(!text.contains("simulator\n") && !text.contains("Bearer"))
      }
      let mode = try FileManager.default.attributesOfItem(atPath: log)[.posixPermissions]
      #expect(mode as? Int == 0o600)
    }
  }

  @Test("simulate prints where it listens")
  func simulate() async throws {
    let lines = try Program.firstLines(3, of: ["simulate", "--port", "0"])
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("WALLBOARD_URL=http://127.0.0.1:"))
    #expect(lines[1] == "WALLBOARD_WORKSPACE=00000000-0000-4000-8000-000000000001")
    #expect(lines[2] == "WALLBOARD_TOKEN=simulator")
  }

  @Test("Help and version go to standard output")
  func help() async throws {
    let help = try await Program.run(["--help"])
    #expect(help.status == 0)
    #expect(help.output.contains("demo"))
    let version = try await Program.run(["--version"])
    #expect(version.status == 0)
    #expect(version.lines.count == 1)
    for part in ["wallboard 0.1.0 (", "libcurl ", "ncurses "] {
      #expect(version.output.contains(part))
    }
  }
}
