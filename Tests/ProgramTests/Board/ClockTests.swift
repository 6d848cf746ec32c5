import AppFixtures
import Foundation
import OrderedCollections
import TestSupport
import Testing
import WallboardRecording
import WallboardSimulator

@testable import WallboardApp
@testable import WallboardBoard
@testable import WallboardEvents

/// The whole program against a platform whose clock says something else than this machine's.
@Suite("A wrong clock on this machine", .fewAtATime)
struct ClockTests {
  /// Seconds that the platform is ahead, and what is said of this machine then.
  static let cases: [(Int, String)] = [(150, "behind"), (-150, "ahead of"), (5_000, "behind")]

  private func withSimulator(
    ahead seconds: Int, rate: Double = 0, _ body: ([String: String]) async throws -> Void
  ) async throws {
    var options = SimulatorOptions()
    options.rate = rate
    options.faults = [try #require(SimulatorFault.parse("clock:\(seconds)"))]
    try await Simulator.run(options) { try await body($1) }
  }

  /// The platform's time, in milliseconds.
  private func now(ahead seconds: Int) -> Double {
    (Date().timeIntervalSince1970 + Double(seconds)) * 1_000
  }

  @Test("is told, and snapshot counts by the platform's time, --check as well", arguments: cases)
  func snapshot(ahead: Int, words: String) async throws {
    try await withSimulator(ahead: ahead) { environment in
      let before = now(ahead: ahead)
      let json = try await Program.run(["snapshot", "--json"], environment: environment)
      let after = now(ahead: ahead)
      #expect(json.status == 0)
      #expect(json.errors.contains("this machine's clock is "), "\(json.errors)")
      #expect(json.errors.contains(" \(words) the platform's"), "\(json.errors)")
      let board = try JSONObject(Data(json.output.utf8))
      let time = try #require(board["at"].number)
      #expect((before - 1_500...after + 1_500).contains(time), "\(before) \(time) \(after)")
      let waits = board.array("calls").compactMap { call -> Double? in
        guard call["escalation"]["status"].string == "requested" else { return nil }
        return call["escalation"]["requested_at"].number
      }
      let since = try #require(waits.min())
      let least = Int((now(ahead: ahead) - since) / 1_000) - 3
      let check = try await Program.run(
        ["snapshot", "--check", "longest_wait>=\(least)s and longest_wait<=\(least + 120)s"],
        environment: environment)
      #expect(check.status == 0, "\(check.output)")
    }
  }

  @Test("is told in sentences before all else")
  func plain() async throws {
    try await withSimulator(ahead: 150, rate: 20) { environment in
      let outcome = try await Program.pipe(["watch", "--plain"], to: "head -4", environment)
      let first = outcome.lines.first ?? ""
      #expect(
        first.contains(
          /This machine's clock is 2 min (29|30|31) s behind the platform's; all times follow the platform's\./
        ), "\(outcome.lines)")
      #expect(outcome.lines.dropFirst().first?.hasSuffix("Connected: live updates are on.") == true)
      #expect(!outcome.output.contains("00:00:00"))
    }
  }

  @Test("is told where one call alone is followed, whose lines go by the platform's time")
  func follow() async throws {
    var options = SimulatorOptions()
    options.rate = 0
    options.faults = [try #require(SimulatorFault.parse("clock:-150"))]
    let workspace = try await SimulatedWorkspace(options)
    try await workspace.foldUntilComplete()
    let call = try #require(workspace.reader.state.board.calls.keys.reversed().first)
    let outcome = try await Program.pipe(
      ["follow", call.rawValue, "--json"], to: "head -1",
      options.environment(at: workspace.address))
    #expect(outcome.errors.contains(" ahead of the platform's"), "\(outcome.errors)")
    let line = try JSONObject(Data(try #require(outcome.lines.first).utf8))
    let time = try #require(line["at"].number)
    #expect((time - now(ahead: -150)).magnitude < 60_000)
    await workspace.stop()
  }

  @Test("raises no alarm of its own, and stands beside the clock", arguments: cases.prefix(2))
  func board(ahead: Int, words: String) async throws {
    let terminal = try TmuxSession(
      "'\(Program.path)' demo --fault clock:\(ahead)", columns: 120, rows: 30)
    try await terminal.wait(for: "● LIVE")
    let rows = try await terminal.wait("what is wrong") { rows in
      rows[0].contains(/this machine's clock is 2m (29|30|31)s (behind|ahead)/)
    }
    #expect(rows[0].contains(words.split(separator: " ")[0]))
    #expect(!rows.contains { $0.contains("STALE") })
    try terminal.type("q")
    try await terminal.wait(for: "ended with 0")
  }

  @Test("leaves a recording with one clock, the platform's", arguments: cases.prefix(2))
  func recording(ahead: Int, words: String) async throws {
    var options = SimulatorOptions()
    options.rate = 0
    options.faults = [try #require(SimulatorFault.parse("clock:\(ahead)"))]
    let workspace = try await SimulatedWorkspace(options)
    try await withTemporaryFolder { folder in
      let path = folder + "/day"
      let begun = now(ahead: ahead)
      let recorder = try Recorder(
        path: path, habits: RecordingHabits(), workspace: Scratch.workspace,
        privacy: Privacy(mode: .open, pseudonyms: PseudonymKey(1, 2)), at: workspace.session.now)
      workspace.reader.recorder = recorder
      try await workspace.foldUntilComplete()
      await workspace.simulator.emit(count: 50)
      try await workspace.foldUntilLast()
      recorder.stop()
      let times = try Scratch.text(path).split(separator: "\n").map { line in
        let line = try JSONObject(Data(line.utf8))
        return try #require(line["at"].number ?? line["started_at"].number)
      }
      #expect(times.allSatisfy { ($0 - begun).magnitude < 120_000 }, "\(times.prefix(5))")
      #expect(times.dropFirst().elementsEqual(times.dropFirst().sorted()))
      let board = workspace.reader.state.board
      let played = try Scratch.board(of: path)
      #expect(played.calls.mapValues(\.escalation) == board.calls.mapValues(\.escalation))
      // Nothing that is measured in time is wrong for the recording's clock.
      let timed: Set<AlertKind> = [.escalationWaiting, .callTooLong, .streamStale, .surfaceStuck]
      #expect(played.alerts.ranked.allSatisfy { !timed.contains($0.key.kind) })
    }
    await workspace.stop()
  }
}
