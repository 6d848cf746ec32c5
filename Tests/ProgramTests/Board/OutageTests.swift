import Foundation
import TestSupport
import Testing
import WallboardSimulator

/// The whole program while its platform goes away without a word, or again and again, and while it is
/// asleep itself: it stays, shows nothing old as live, and is right again by itself.
@Suite("An outage in a terminal", .fewAtATime, .serialized, .thorough)
struct OutageTests {
  /// Seconds after which the stream is given up; it is stale after three fifths of them.
  private static let silence = 10

  @Test("A platform that is there and says nothing is stale, and live again once it speaks")
  func halfOpen() async throws {
    try await withBoard(["simulate", "--port", "0", "--rate", "5"]) { platform, terminal in
      kill(platform.processIdentifier, SIGSTOP)
      try await terminal.wait(for: "STALE")
      let start = ContinuousClock.now
      try await terminal.wait("it is connected anew, in vain") { rows in
        rows.contains { $0.contains("NOT CONNECTED") || $0.contains("CONNECTING") }
      }
      while start.duration(to: .now) < .seconds(2 * Self.silence) {
        let rows = try terminal.rows
        #expect(rows.contains { Self.isWarning($0) }, "\(rows.first ?? "")")
        #expect(!rows.contains { $0.contains("● LIVE") || $0.contains(" live ─") })
        try await Task.sleep(for: .milliseconds(300))
      }
      kill(platform.processIdentifier, SIGCONT)
      try await terminal.wait(for: "● LIVE", deadline: .seconds(120))
    }
  }

  /// Two minutes with `WALLBOARD_LONG` set.
  @Test("A program that was asleep wakes up to what has happened since")
  func asleep() async throws {
    let isLong = ProcessInfo.processInfo.environment["WALLBOARD_LONG"] != nil
    var options = SimulatorOptions()
    options.rate = 0
    options.heartbeatInterval = .seconds(1)
    let simulator = Simulator(options)
    let address = try await simulator.start()
    try await withTemporaryFolder { folder in
      let terminal = try board(address, options, folder)
      try await terminal.wait(for: "● LIVE")
      let process = try terminal.processID
      kill(process, SIGSTOP)
      try await Task.sleep(for: .seconds(isLong ? 120 : Self.silence + 3))
      await simulator.emit(count: 400)
      kill(process, SIGCONT)
      try await expectTruth(of: address, in: terminal)
      try terminal.type("q")
      try await terminal.wait(for: "ended with 0")
    }
    await simulator.stop()
  }

  @Test("A platform that starts anew a dozen times is found each time, and shown as it is at last")
  func restarts() async throws {
    let held = try HeldPort()
    var options = SimulatorOptions()
    options.rate = 0
    options.heartbeatInterval = .seconds(1)
    options.port = UInt16(held.number)
    var simulator = Simulator(options)
    let address = try await simulator.start()
    try await withTemporaryFolder { folder in
      let terminal = try board(address, options, folder)
      try await terminal.wait(for: "● LIVE")
      for number in 0..<12 {
        await simulator.stop()
        try await terminal.wait("it is not live") { rows in
          rows.contains { $0.contains("NOT CONNECTED") || $0.contains("CONNECTING") }
        }
        options.seed = UInt64(number + 2)
        simulator = Simulator(options)
        _ = try await simulator.start()
        try terminal.type("r")
        try await terminal.wait(for: "● LIVE", deadline: .seconds(120))
      }
      // Reads follow each other no sooner than after half a minute.
      try await expectTruth(of: address, in: terminal)
      try terminal.type("q")
      try await terminal.wait(for: "ended with 0")
    }
    await simulator.stop()
    withExtendedLifetime(held) {}
  }

  /// Whether the row says that what is shown is not live.
  private static func isWarning(_ row: String) -> Bool {
    ["STALE", "NOT CONNECTED", "CONNECTING", "NO LIVE UPDATES"].contains { row.contains($0) }
  }

  /// Waits until the calls on the screen are the platform's, and no others.
  private func expectTruth(of address: URL, in terminal: TmuxSession) async throws {
    let truth = try await Truth.read(from: address)
    let ends = truth.items("calls", by: "call_sid").keys.map { String($0.suffix(6)) }
    try terminal.type("z")
    try await terminal.wait("every call of the platform", deadline: .seconds(120)) { rows in
      rows.contains { $0.contains("● LIVE") }
        && rows.contains { $0.contains("1 Calls \(ends.count) ") }
        && ends.allSatisfy { end in rows.contains { $0.contains(end) } }
    }
  }

  private func withBoard(
    _ arguments: [String], _ body: (Process, TmuxSession) async throws -> Void
  ) async throws {
    let platform = Process()
    platform.executableURL = URL(filePath: Program.path)
    platform.arguments = arguments
    platform.environment = Program.environment()
    let output = Pipe()
    platform.standardOutput = output
    try platform.start()
    defer { kill(platform.processIdentifier, SIGKILL) }
    let address = try #require(Self.address(in: output))
    try await withTemporaryFolder { folder in
      let terminal = try board(address, SimulatorOptions(), folder)
      try await terminal.wait(for: "● LIVE")
      try await body(platform, terminal)
      try terminal.type("q")
      try await terminal.wait(for: "ended with 0")
    }
  }

  /// The first of the simulator's three lines.
  private static func address(in output: Pipe) -> URL? {
    var data = Data()
    while data.count(where: { $0 == 0x0A }) < 3 {
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { return nil }
      data += more
    }
    let line = String(decoding: data, as: UTF8.self).split(separator: "\n").first
    return line?.split(separator: "=").last.flatMap { URL(string: String($0)) }
  }

  private func board(
    _ address: URL, _ options: SimulatorOptions, _ folder: String
  ) throws -> TmuxSession {
    let directory = URL(filePath: folder).appending(path: "wallboard")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    try Data("[watchdogs]\nstream = \(Self.silence)\n".utf8)
      .write(to: directory.appending(path: "config.toml"))
    return try TmuxSession(
      "'\(Program.path)'", columns: 160, rows: 60,
      environment: options.environment(at: address).merging(["XDG_CONFIG_HOME": folder]) { $1 })
  }
}
