import Foundation
import Glibc
import TestSupport
import Testing
import WallboardSimulator

/// A terminal behind a line that takes little, before which the system keeps 17 kB. What it is held
/// against is the goal, plus what a busy machine takes.
@Suite("A board on a slow line", .fewAtATime, .serialized)
struct SlowLineTests {
  /// 9.6 kbit/s, and the way there and back.
  private static let slow = PseudoTerminal.Line(rate: 960, latency: .milliseconds(100))

  @Test("shows what is so now, and answers keys, whatever happens")
  func busy() async throws {
    var options = SimulatorOptions()
    options.rate = 200
    try await PseudoTerminal.withBoard(
      options, columns: 160, rows: 50, environment: ["TZ": "UTC"], line: Self.slow
    ) { _, terminal in
      try await terminal.wait(for: "LIVE")
      try await terminal.wait(for: "SLOW LINE")
      // Before, the clock was a minute behind by then, and went on falling behind.
      try await terminal.wait("a clock that goes right") { terminal.lag <= 3 }
      let asked = terminal.count
      terminal.type("?")
      try await terminal.wait(for: " Help ", since: asked)
      // What waited in the system's buffer came before it: no more than is under way in a moment.
      #expect(terminal.count - asked < 6_000)
      terminal.type("q")
      try await terminal.wait("the board again") {
        !terminal.picture(columns: 160, rows: 50).lines.contains { $0.contains(" Help ") }
      }
      terminal.type("q")
      #expect(try await terminal.waitForEnd().status == 0)
    }
  }

  @Test("draws all of it in the end")
  func quiet() async throws {
    try await PseudoTerminal.withBoard(line: .init(rate: 4_000)) { simulator, terminal in
      try await terminal.wait(for: "LIVE")
      // Calls that have ended go by themselves after a while, and the next try finds them gone.
      await simulator.emit(count: 300)
      try await terminal.expectRightPicture(
        columns: 100, rows: 30, besides: 3, inPartsWithin: .seconds(5)
      ) {
        terminal.type("z")
        try await terminal.waitForSomething()
        terminal.type("z")
      }
    }
  }

  @Test(
    "is looked at without what has not come in all",
    arguments: [
      ("ab\u{1B}", "ab"), ("ab\u{1B}[1;9", "ab"), ("ab\u{1B}(", "ab"), ("ab\u{1B}[m", "ab\u{1B}[m"),
      ("ab\u{1B}(Bx", "ab\u{1B}(Bx"), ("ab\u{1B}7", "ab\u{1B}7"), ("ab", "ab"), ("aé", "aé"),
      ("", ""),
    ])
  func cut(written: String, looked: String) {
    #expect(PseudoTerminal.whole(Array(written.utf8)) == Array(looked.utf8))
    #expect(PseudoTerminal.whole(Array("a╭".utf8.dropLast())) == Array("a".utf8))
  }

  @Test("does not need answers", arguments: ["", "--max-bps 9600"])
  func mute(options: String) async throws {
    try await PseudoTerminal.withBoard(
      arguments: options, line: .init(answers: false)
    ) { simulator, terminal in
      try await terminal.wait(for: "LIVE")
      let first = terminal.count
      await simulator.emit(count: 300)
      terminal.type("?")
      try await terminal.wait(for: " Help ", since: first)
      terminal.type("\u{1B}")
      let asked = terminal.questions
      try await terminal.wait("the board again") {
        !terminal.picture(columns: 100, rows: 30).lines.contains { $0.contains(" Help ") }
      }
      // It is not asked again and again.
      #expect(asked <= 2)
      terminal.type("q")
      #expect(try await terminal.waitForEnd().status == 0)
    }
  }

  @Test("lets nothing pile up while its terminal sleeps")
  func stalled() async throws {
    try await PseudoTerminal.withBoard { simulator, terminal in
      try await terminal.wait("the calls are read") {
        terminal.picture(columns: 100, rows: 30).lines.contains { $0.contains("caller ") }
      }
      try await terminal.waitForQuiet()
      terminal.stall()
      let asleep = terminal.count
      for _ in 0..<20 {
        await simulator.emit(count: 100)
        terminal.type("\u{0C}")
      }
      terminal.type("?")
      try await terminal.wait("all is read") { terminal.hasReadAll }
      #expect(!terminal.isFull)
      terminal.resume()
      try await terminal.wait(for: " Help ", since: asleep)
      try await terminal.waitForQuiet()
      #expect(terminal.count - asleep < 32 << 10)
    }
  }

  @Test("waits for an answer that is still to come before the shell gets the terminal")
  func farewell() async throws {
    let line = PseudoTerminal.Line(latency: .milliseconds(400))
    try await PseudoTerminal.withBoard(line: line) { simulator, terminal in
      try await terminal.wait(for: "LIVE")
      let modes = terminal.firstModes
      terminal.type("zq")
      #expect(try await terminal.waitForEnd().status == 0)
      #expect(terminal.modes == modes)
      try await terminal.wait("all answers") { terminal.answers == terminal.questions }
      // A terminal that is a shell's writes what is typed.
      #expect(!terminal.has("^[[?62"))
    }
  }

  @Test("does not wait for ever", arguments: [SIGINT, SIGTERM])
  func silent(signal: Int32) async throws {
    try await PseudoTerminal.withBoard { _, terminal in
      try await terminal.wait(for: "LIVE")
      terminal.fallSilent()
      let asked = terminal.questions
      terminal.type("?")
      try await terminal.wait("a question") { terminal.questions > asked }
      let began = ContinuousClock.now
      terminal.signal(signal)
      let end = try await terminal.waitForEnd()
      #expect(end.status == 130)
      Figures.note("without an answer: gone after \(end.at - began)")
    }
  }
}

extension PseudoTerminal {
  /// By how many seconds the clock on a screen of 160 by 50 is behind.
  fileprivate var lag: Int {
    let clock = picture(columns: 160, rows: 50).lines.first?.firstMatch(
      of: /(\d\d):(\d\d):(\d\d) *$/)
    guard let clock, let hours = Int(clock.1), let minutes = Int(clock.2),
      let seconds = Int(clock.3)
    else { return .max }
    let now = Int(Date().timeIntervalSince1970) % 86_400
    return (now - hours * 3_600 - minutes * 60 - seconds + 86_400) % 86_400
  }
}
