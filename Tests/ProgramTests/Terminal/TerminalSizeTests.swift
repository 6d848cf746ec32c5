import Foundation
import Glibc
import TestSupport
import Testing
import WallboardSimulator

/// A terminal of any size, and of many in a moment; a program that is stopped and goes on.
@Suite("A board whose terminal changes", .fewAtATime, .serialized, .thorough)
struct TerminalSizeTests {
  private static let sizes = [
    (100, 30), (1, 1), (500, 200), (0, 0), (80, 24), (2, 200), (500, 1), (160, 50), (39, 9),
  ]

  @Test("is right for the last of many sizes", arguments: [(100, 30), (80, 24), (160, 50)])
  func storm(columns: Int, rows: Int) async throws {
    try await PseudoTerminal.withBoard { _, terminal in
      try await terminal.wait(for: "LIVE")
      try await terminal.expectRightPicture(columns: columns, rows: rows) {
        for lap in 0..<400 {
          let (width, height) = Self.sizes[lap % Self.sizes.count]
          terminal.resize(columns: width, rows: height)
          try await Task.sleep(for: .milliseconds(2))
        }
        let stormy = terminal.count
        terminal.resize(columns: columns, rows: rows)
        try await terminal.wait(for: "\u{1B}[2J", since: stormy)
      }
      #expect(terminal.picture(columns: columns, rows: rows).lines[0].contains("LIVE"))
      try await quit(terminal)
    }
  }

  @Test("begins on any size", arguments: [(1, 1), (500, 200), (0, 0), (80, 24), (39, 9)])
  func begins(columns: Int, rows: Int) async throws {
    try await PseudoTerminal.withBoard(columns: columns, rows: rows) { _, terminal in
      try await terminal.wait(for: "\u{1B}[2J")
      let (width, height) = columns > 0 ? (columns, rows) : (80, 24)
      if columns * rows > 2_000 { try await terminal.wait(for: "LIVE") }
      try await terminal.expectRightPicture(columns: width, rows: height) {}
      let bytes = try await terminal.repaint()
      Figures.note("\(columns)x\(rows): full repaint \(bytes) bytes")
      try await quit(terminal)
    }
  }

  @Test("takes another size when it goes on after a stop")
  func resizedWhileStopped() async throws {
    try await PseudoTerminal.withBoard { _, terminal in
      try await terminal.wait(for: "LIVE")
      try await terminal.expectRightPicture(columns: 132, rows: 43) {
        terminal.resize(columns: 100, rows: 30)
        try await terminal.waitForQuiet()
        terminal.signal(SIGSTOP)
        try await terminal.wait("the stop") { terminal.isStopped }
        terminal.resize(columns: 132, rows: 43)
        let stopped = terminal.count
        terminal.signal(SIGCONT)
        try await terminal.wait(for: "LIVE", since: stopped)
      }
      try await quit(terminal)
    }
  }

  @Test("survives a storm of stops", arguments: [SIGSTOP, SIGTSTP])
  func stops(signal: Int32) async throws {
    try await PseudoTerminal.withBoard { _, terminal in
      let modes = terminal.firstModes
      try await terminal.wait(for: "LIVE")
      try await terminal.expectRightPicture(columns: 100, rows: 30) {
        for _ in 0..<150 {
          terminal.signal(signal)
          try await Task.sleep(for: .milliseconds(1))
          terminal.signal(SIGCONT)
          try await Task.sleep(for: .milliseconds(1))
        }
      }
      #expect(terminal.modes != modes)
      try await quit(terminal)
      #expect(terminal.modes == modes)
    }
  }

  @Test("gives the terminal to a shell while it is stopped, and takes it again, many times")
  func jobs() async throws {
    try await PseudoTerminal.withBoard(start: Self.job) { _, terminal in
      try await terminal.wait(for: "LIVE")
      let program = terminal.modes
      for lap in 1...10 {
        let since = terminal.count
        terminal.type("\u{1A}")
        try await terminal.wait(for: "stopped \(lap).", since: since)
        #expect(terminal.has("\u{1B}[?1049l", since: since))
        try await terminal.wait(for: "\u{1B}[2J", since: since)
        try await terminal.waitForQuiet()
      }
      #expect(terminal.modes == program)
      #expect(terminal.picture(columns: 100, rows: 30).lines[0].contains("LIVE"))
      terminal.type("q")
      try await terminal.wait(for: "ended with 0")
    }
  }

  /// A shell that brings its job back whenever it is stopped (its status is 128 + SIGTSTP then).
  private static let job = """
    run() { n=0; set -m; "$@"; s=$?; \
    while [ $s -eq 148 ]; do n=$((n+1)); echo "stopped $n."; fg >/dev/null; s=$?; done; \
    echo "ended with $s"; }; run
    """

  private func quit(_ terminal: PseudoTerminal) async throws {
    terminal.type("q")
    #expect(try await terminal.waitForEnd().status == 0)
  }
}
