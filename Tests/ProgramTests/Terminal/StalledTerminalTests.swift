import Foundation
import Glibc
import TestSupport
import Testing
import WallboardSimulator

/// A terminal that takes nothing: a frozen link, Ctrl-S, a laptop asleep. `WALLBOARD_STALL=600` has
/// it sleep for so many seconds, at 200 events a second; else it does for a few.
@Suite("A board whose terminal is stalled", .fewAtATime, .serialized, .thorough)
struct StalledTerminalTests {
  private static let long = ProcessInfo.processInfo.environment["WALLBOARD_STALL"].flatMap {
    Int($0)
  }

  @Test("goes on reading in little memory, and then draws what is so now, once")
  func goesOn() async throws {
    try await PseudoTerminal.withBoard { simulator, terminal in
      try await terminal.wait(for: "LIVE")
      try await terminal.waitForQuiet()
      terminal.stall()
      try await terminal.repaintUntilFull()
      let drawn = terminal.count
      let before = terminal.residentBytes(of: terminal.process)
      let processor = terminal.processorSeconds(of: terminal.process)
      let (laps, events) = Self.long.map { ($0 * 2, 100) } ?? (20, 400)
      for _ in 0..<laps {
        await simulator.emit(count: events)
        try await Task.sleep(for: .milliseconds(Self.long == nil ? 250 : 500))
      }
      let after = terminal.residentBytes(of: terminal.process)
      let seconds = terminal.processorSeconds(of: terminal.process) - processor
      // What 8,000 events leave behind has been filled long before.
      #expect(after - before < 24 << 20)
      terminal.type("?")
      let asleep = terminal.count
      #expect(asleep == drawn)
      terminal.resume()
      try await terminal.wait(for: "Help", since: asleep)
      try await terminal.waitForQuiet()
      let awake = terminal.count - asleep
      terminal.type("\u{1B}")
      try await terminal.wait("the help is closed") {
        !terminal.picture(columns: 100, rows: 30).lines.contains { $0.contains("Help") }
      }
      try await terminal.expectRightPicture(columns: 100, rows: 30, besides: 3) {
        try await stallOnce(simulator, terminal)
      }
      let full = try await terminal.repaint()
      #expect(awake < 64 << 10)
      try await expectTruth(simulator, terminal)
      Figures.note(
        """
        stalled: \(laps * events) events, resident \(before >> 10) kB before, \(after >> 10) kB \
        after, \(seconds) s of processor time, \(awake) bytes on waking, full repaint \(full)
        """)
    }
  }

  @Test(
    "ends when it is told to, and gives back what it can", arguments: [SIGTERM, SIGHUP, SIGINT])
  func ends(signal: Int32) async throws {
    try await PseudoTerminal.withBoard { _, terminal in
      let modes = terminal.firstModes
      try await terminal.wait(for: "LIVE")
      #expect(terminal.modes != modes)
      terminal.stall()
      try await terminal.repaintUntilFull()
      let began = ContinuousClock.now
      terminal.signal(signal)
      let end = try await terminal.waitForEnd()
      #expect(end.status == 130)
      #expect(terminal.modes == modes)
      Figures.note("stalled, signal \(signal): gone after \(end.at - began)")
      let asleep = terminal.count
      terminal.resume()
      try await terminal.wait(for: "\u{1B}[?1049l", since: asleep)
    }
  }

  @Test("reads keys meanwhile")
  func keys() async throws {
    try await PseudoTerminal.withBoard { _, terminal in
      try await terminal.wait(for: "LIVE")
      terminal.stall()
      try await terminal.repaintUntilFull()
      terminal.type("q")
      let end = try await terminal.waitForEnd()
      #expect(end.status == 0)
    }
  }

  @Test("keeps little of what is asked for meanwhile")
  func queue() async throws {
    try await PseudoTerminal.withBoard { _, terminal in
      try await terminal.wait("the calls are read") {
        terminal.picture(columns: 100, rows: 30).lines.contains { $0.contains("caller ") }
      }
      terminal.stall()
      try await terminal.repaintUntilFull()
      let asleep = terminal.count
      for _ in 0..<2_000 { terminal.type("\u{0C}y") }
      terminal.type("?")
      try await terminal.wait("all is read") { terminal.hasReadAll }
      terminal.resume()
      try await terminal.wait(for: "Help", since: asleep)
      try await terminal.waitForQuiet()
      #expect(terminal.count - asleep < 256 << 10)
      terminal.type("\u{1B}")
      try await terminal.waitForQuiet()
      #expect(!terminal.picture(columns: 100, rows: 30).lines.contains { $0.contains("Help") })
    }
  }

  private func stallOnce(_ simulator: Simulator, _ terminal: PseudoTerminal) async throws {
    terminal.stall()
    try await terminal.repaintUntilFull()
    await simulator.emit(count: 400)
    try await Task.sleep(for: .seconds(1))
    terminal.resume()
  }

  /// The board counts the calls that there are.
  private func expectTruth(_ simulator: Simulator, _ terminal: PseudoTerminal) async throws {
    let truth = try JSONObject(Data(await simulator.truth.text.utf8))
    let calls = truth.array("calls").count
    try await terminal.wait("Calls \(calls)") {
      terminal.picture(columns: 100, rows: 30).lines.contains { $0.contains("Calls \(calls)") }
    }
  }
}
