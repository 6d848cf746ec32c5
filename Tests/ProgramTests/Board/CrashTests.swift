import Foundation
import Glibc
import TestSupport
import Testing

/// What the program leaves behind when it crashes, and only then.
@Suite("A crash", .fewAtATime, .serialized)
struct CrashTests {
  @Test(
    "leaves the last minutes and the screen, masked, and the next start tells where they are",
    arguments: [SIGSEGV, SIGILL, SIGTRAP, SIGABRT])
  func crash(signal: Int32) async throws {
    try await withTemporaryFolder { folder in
      let terminal = try board(folder, "--privacy open")
      try await terminal.wait(for: "LIVE")
      try await terminal.wait("a telephone number") { hasNumber(terminal.bytes) }
      // A frame is kept every five seconds: one of these has been, with the number on it.
      try await terminal.waitForSeconds(7, columns: 200, rows: 40)
      terminal.signal(signal)
      let end = try await terminal.waitForEnd()
      #expect(end.status == -signal)
      let files = try self.files(folder)
      let recording = try #require(files.first { $0.hasSuffix(".ndjson") })
      #expect(files == [recording, "crashed", recording.dropLast(7) + ".txt"].sorted { $0 < $1 })
      for name in files {
        let attributes = try FileManager.default.attributesOfItem(atPath: state(folder) + name)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let bytes = try Data(contentsOf: URL(filePath: state(folder) + name))
        #expect(!hasNumber(Array(bytes)), "\(name)")
      }
      let frame = try String(
        contentsOfFile: state(folder) + recording.dropLast(7) + ".txt", encoding: .utf8)
      #expect(frame.contains("LIVE") && frame.contains("caller "))
      try await terminal.wait(for: "wallboard replay \(state(folder))\(recording)")
      #expect(terminal.has("Please report it, with what wallboard doctor says"))
      let outcome = try await Program.run(["replay", state(folder) + recording, "--json"])
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
      let board = try JSONObject(Data(outcome.output.utf8))
      #expect(!board.items("calls", by: "call_sid").isEmpty)
      try await tellsOnce(folder, recording)
    }
  }

  /// Starts twice, and quits.
  private func tellsOnce(_ folder: String, _ recording: String) async throws {
    for isFirst in [true, false] {
      let terminal = try board(folder, "")
      try await terminal.wait(for: "LIVE")
      try await terminal.wait("the hints") { terminal.has(isFirst ? recording : "filter") }
      terminal.type("q")
      #expect(try await terminal.waitForEnd().status == 0)
      #expect(terminal.has("wallboard crashed at ") == isFirst)
      #expect(try files(folder).count == 2)
    }
  }

  @Test("has nothing to leave where there is no folder, and a quiet end leaves nothing anywhere")
  func nothing() async throws {
    let homeless = try PseudoTerminal("exec '\(Program.path)' demo")
    try await homeless.wait(for: "LIVE")
    homeless.signal(SIGSEGV)
    #expect(try await homeless.waitForEnd().status == -SIGSEGV)
    #expect(!homeless.has("wallboard replay"))
    try await withTemporaryFolder { folder in
      for signal in [nil, SIGTERM, SIGHUP] {
        let terminal = try board(folder, "")
        try await terminal.wait(for: "LIVE")
        if let signal { terminal.signal(signal) } else { terminal.type("q") }
        #expect(try await terminal.waitForEnd().status == (signal == nil ? 0 : 130))
      }
      #expect(try files(folder) == [])
    }
  }

  @Test("removes the oldest of five, and :blackbox writes the same without being told of later")
  func request() async throws {
    try await withTemporaryFolder { folder in
      try FileManager.default.createDirectory(
        atPath: state(folder), withIntermediateDirectories: true)
      for day in 1...5 {
        try Data().write(to: URL(filePath: state(folder) + "blackbox-2025010\(day)-000000.ndjson"))
      }
      let terminal = try board(folder, "")
      try await terminal.wait(for: "LIVE")
      terminal.type(":blackbox\r")
      try await terminal.wait(for: "Saved, masked: ~/")
      #expect(try recordings(folder).count == 5)
      #expect(try recordings(folder)[0].contains("20250102"))
      terminal.signal(SIGBUS)
      #expect(try await terminal.waitForEnd().status == -SIGBUS)
      #expect(try recordings(folder).count == 5)
      #expect(try recordings(folder)[0].contains("20250103"))
    }
  }

  @Test("writes the same when somebody outside asks for it, and goes on")
  func signal() async throws {
    try await withTemporaryFolder { folder in
      let terminal = try board(folder, "")
      try await terminal.wait(for: "LIVE")
      terminal.signal(SIGUSR1)
      // The words on the screen take over letters of what was there before.
      try await waitUntil("the last minutes") { try recordings(folder).count == 1 }
      terminal.type("q")
      #expect(try await terminal.waitForEnd().status == 0)
    }
  }

  private func board(_ folder: String, _ options: String) throws -> PseudoTerminal {
    try PseudoTerminal(
      "exec '\(Program.path)' demo \(options)", columns: 200, rows: 40,
      environment: ["HOME": folder])
  }

  private func state(_ folder: String) -> String { folder + "/.local/state/wallboard/" }

  private func files(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: state(folder))
      .filter { $0 != "layout.json" }.sorted { $0 < $1 }
  }

  private func recordings(_ folder: String) throws -> [String] {
    try files(folder).filter { $0.hasSuffix(".ndjson") }
  }

  private func hasNumber(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes, as: UTF8.self).contains(/\+1\d{5}/)
  }
}
