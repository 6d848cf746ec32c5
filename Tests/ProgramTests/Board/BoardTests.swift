import Foundation
import TestSupport
import Testing
import WallboardSimulator

/// The board in a real terminal.
@Suite("The board in a terminal", .fewAtATime, .serialized)
struct BoardTests {
  private static let program = "'\(Program.path)'"

  @Test("demo shows a live contact centre, takes keys and any size, and ends with q")
  func demo() async throws {
    let terminal = try TmuxSession("\(Self.program) demo", columns: 120, rows: 40)
    try await terminal.wait(for: "LIVE")
    try await terminal.wait("the calls are read") { rows in
      rows.contains { $0.contains("caller ") }
    }
    try terminal.type("?")
    try await terminal.wait(for: "Help")
    try terminal.type("Escape")
    try await terminal.wait("the help is closed") { rows in !rows.contains { $0.contains("Help") } }
    for (columns, rows) in [(80, 24), (200, 60), (40, 10)] {
      try terminal.resize(columns: columns, rows: rows)
      try await terminal.wait("the board at \(columns)×\(rows)") { screen in
        screen.count >= rows - 1 && screen.contains { $0.contains("LIVE") }
          && screen.allSatisfy { $0.count <= columns }
      }
    }
    try terminal.resize(columns: 20, rows: 4)
    try await terminal.wait("a polite word") { $0.contains { $0.contains("40") } }
    try terminal.resize(columns: 100, rows: 30)
    try await terminal.wait(for: "LIVE")
    try terminal.type("q")
    try await terminal.wait(for: "ended with 0")
  }

  @Test("A workspace shows the calls that its platform has")
  func workspace() async throws {
    try await withPlatform { simulator, environment in
      let terminal = try TmuxSession(
        Self.program, columns: 160, rows: 60, environment: environment)
      try await terminal.wait(for: "LIVE")
      let address = try #require(environment["WALLBOARD_URL"].flatMap { URL(string: $0) })
      let truth = try await Truth.read(from: address)
      let ends = truth.items("calls", by: "call_sid").keys.map { String($0.suffix(6)) }
      #expect(!ends.isEmpty)
      try terminal.type("z")
      try await terminal.wait("every call of the platform") { rows in
        ends.allSatisfy { end in rows.contains { $0.contains(end) } }
      }
    }
  }

  @Test("The token may come on standard input; keys come from the terminal all the same")
  func tokenOnStandardInput() async throws {
    try await withPlatform { _, environment in
      let terminal = try TmuxSession(
        "sh -c \"echo simulator | \(Self.program) --token-file -\"", columns: 100, rows: 30,
        environment: environment.filter { $0.key != "WALLBOARD_TOKEN" })
      try await terminal.wait(for: "LIVE")
      try terminal.type("q")
      try await terminal.wait(for: "ended with 0")
    }
  }

  @Test("A platform that goes away and comes back is waited for")
  func outage() async throws {
    let held = try HeldPort()
    var options = SimulatorOptions()
    options.port = UInt16(held.number)
    let first = Simulator(options)
    let address = try await first.start()
    let terminal = try TmuxSession(
      Self.program, columns: 120, rows: 30,
      environment: options.environment(at: address))
    try await terminal.wait(for: "LIVE")
    await first.stop()
    try await terminal.wait(for: "NOT CONNECTED")
    let second = Simulator(options)
    _ = try await second.start()
    try terminal.type("r")
    try await terminal.wait(for: "LIVE")
    try terminal.type("q")
    try await terminal.wait(for: "ended with 0")
    await second.stop()
    withExtendedLifetime(held) {}
  }

  @Test("A refused token is shown, and the board stays")
  func refused() async throws {
    try await withPlatform(fault: "401") { _, environment in
      let terminal = try TmuxSession(
        Self.program, columns: 120, rows: 30, environment: environment)
      try await terminal.wait(for: "REFUSED")
      try terminal.type("q")
      try await terminal.wait(for: "ended with 0")
    }
  }

  @Test("Told to end, it gives the terminal back", arguments: [SIGTERM, SIGHUP, SIGINT])
  func terminated(signal: Int32) async throws {
    let terminal = try TmuxSession("\(Self.program) demo", columns: 100, rows: 30)
    try await terminal.wait(for: "LIVE")
    #expect(try terminal.isOnAlternateScreen)
    kill(try terminal.processID, signal)
    try await terminal.wait(for: "ended with 130")
    #expect(try !terminal.isOnAlternateScreen)
  }

  @Test("Enter follows a call as it is spoken, to its end; y copies its id; q asks")
  func follow() async throws {
    try await withPlatform(observerRate: 40) { simulator, environment in
      let terminal = try TmuxSession(
        Self.program, columns: 140, rows: 40, environment: environment)
      try await terminal.wait(for: "LIVE")
      try await terminal.wait("the calls are read") { rows in
        rows.contains { $0.contains("caller ") }
      }
      try terminal.type("Enter")
      try await terminal.wait(for: "● live")
      try await terminal.wait("both sides speak") { rows in
        rows.contains { $0.contains("caller ▸") }
          && rows.contains { $0.contains("AI ◂") || $0.contains("operator ◆") }
      }
      try terminal.type("y")
      try await terminal.wait(for: "Sent to the terminal. Not in the clipboard?")
      let copied = try terminal.clipboard
      #expect(copied.hasPrefix("CA") && copied.count > 10)
      try terminal.type("k", "k", "k", "k", "k")
      try await terminal.wait(for: " new")
      try terminal.type("G")
      try await terminal.wait("the newest line is followed again") { rows in
        !rows.contains { $0.contains(" new") }
      }
      try terminal.type("q")
      try await terminal.wait(for: "Quit?")
      try terminal.type("n", "Escape")
      try await terminal.wait("the pane is closed") { rows in
        !rows.contains { $0.contains("● live ") }
      }
      try terminal.type("q")
      try await terminal.wait(for: "ended with 0")
    }
  }

  private func withPlatform(
    fault: String? = nil, observerRate: Double = 0,
    _ body: (Simulator, [String: String]) async throws -> Void
  ) async throws {
    var options = SimulatorOptions()
    options.rate = 0
    options.observerRate = observerRate
    if let fault { options.faults = [try #require(SimulatorFault.parse(fault))] }
    try await Simulator.run(options, body)
  }
}

/// What the README shows is what the program draws.
@Suite("The screens of the README", .fewAtATime)
struct ScreensTests {
  private let script = Repository.root.appending(path: "Tests/Recordings/screens").path

  @Test("are those of the recorded hour")
  func screens() async throws {
    let outcome = try await Program.run(
      "/bin/sh", [script, "--check"], environment: ["WALLBOARD": Program.path])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }
}
