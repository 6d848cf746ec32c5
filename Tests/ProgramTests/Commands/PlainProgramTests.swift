import Foundation
import TestSupport
import Testing
import WallboardSimulator

/// The built program as a log or a screen reader has it.
@Suite("watch --plain", .fewAtATime, .serialized)
struct PlainProgramTests {
  private func lines(
    _ count: Int, _ arguments: [String], rate: Double = 40, fault: String? = nil
  ) async throws -> [String] {
    var options = SimulatorOptions()
    options.rate = rate
    if let fault { options.faults = [try #require(SimulatorFault.parse(fault))] }
    var lines: [String] = []
    try await Simulator.run(options) { _, environment in
      let loose = ["WALLBOARD_PRIVACY": "open", "WALLBOARD_WALL": "1"]
      let outcome = try await Program.pipe(
        arguments, to: "head -\(count)", environment.merging(loose) { $1 })
      lines = outcome.lines
    }
    return lines
  }

  @Test("Each line is a time and a whole sentence, masked, in order, without a control character")
  func sentences() async throws {
    let lines = try await lines(60, ["watch", "--plain"])
    #expect(lines.count == 60)
    for line in lines {
      #expect(line.wholeMatch(of: /\d\d:\d\d:\d\d \S.*\./) != nil, "\(line)")
      #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "▒" && $0 != "…" })
      #expect(!line.contains("+1555"))
    }
    #expect(lines.first?.hasSuffix("Connected: live updates are on.") == true)
    #expect(lines.contains { $0.contains(" calls live, ") })
    #expect(lines.contains { $0.contains(" more: ") })
    let times = lines.map { String($0.prefix(8)) }
    #expect(times == times.sorted() || times.contains { $0.hasPrefix("00:00") })
  }

  @Test("Open needs this very command line")
  func open() async throws {
    let lines = try await lines(20, ["watch", "--plain", "--privacy", "open"], rate: 100)
    #expect(lines.contains { $0.contains("+1") })
  }

  @Test("demo has it too, and ends when nobody reads any more")
  func demo() async throws {
    let outcome = try await Program.pipe(["demo", "--plain"], to: "head -3", [:])
    #expect(outcome.lines.count == 3)
  }

  @Test("A refused credential is status 2")
  func refused() async throws {
    var options = SimulatorOptions()
    options.faults = [try #require(SimulatorFault.parse("401"))]
    try await Simulator.run(options) { _, environment in
      let outcome = try await Program.run(["--plain"], environment: environment)
      #expect(outcome.status == 2)
      #expect(outcome.lines.last?.contains("refused") == true)
    }
  }

  @Test("What does not go with it is a usage error", arguments: ["--wall", "--mouse"])
  func exclusions(flag: String) async throws {
    let outcome = try await Program.run(["watch", "--plain", flag])
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
  }
}
