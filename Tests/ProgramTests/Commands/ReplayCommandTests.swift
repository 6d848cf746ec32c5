import AppFixtures
import Foundation
import TestSupport
import Testing

@testable import WallboardApp
@testable import WallboardBoard
@testable import WallboardEvents

/// `wallboard replay`, as a person runs it.
@Suite("Looking at a recording", .fewAtATime) struct ReplayCommandTests {
  private func withRecording(
    _ lines: [String] = Scratch.tenMinutes, _ body: (String) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      try Scratch.write(lines, to: folder + "/day.ndjson")
      try await body(folder + "/day.ndjson")
    }
  }

  private func calls(_ outcome: Program.Outcome) throws -> Int {
    try JSONObject(Data(outcome.output.utf8)).array("calls").count
  }

  @Test(
    "prints the board at any of its moments",
    arguments: [(nil, 10), ("+61s", 2), ("10:02", 3), ("2026-08-03 10:07:01", 7), ("0%", 1)])
  func json(at target: String?, count: Int) async throws {
    try await withRecording { path in
      let outcome = try await Program.run(
        ["replay", path, "--json"] + (target.map { ["--at", $0] } ?? []))
      #expect(outcome.status == 0 && outcome.errors.isEmpty && outcome.lines.count == 1)
      #expect(try calls(outcome) == count)
    }
  }

  /// 2026-10-25 00:00 UTC, an hour before summer time ends in Berlin.
  private static let autumn = 1_792_886_400_000

  @Test(
    "shows and finds local time across the end of summer time, as it was where it was recorded",
    arguments: [
      // An hour before and after that is told; the place's rules where it is not.
      (
        #","utc_offset":7200,"utc_offset_changes":[{"at":1792890000000,"utc_offset":3600}]"#,
        "UTC"
      ), ("", "CET-1CEST,M3.5.0,M10.5.0/3"),
    ])
  func summerTime(offsets: String, zone: String) async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/night"
      let header =
        #"{"privacy":"open","schema":"wallboard.recording/1","started_at":\#(Self.autumn),"#
        + #""workspace":"w"\#(offsets)}"#
      let lines = (0...600).map {
        #"{"at":\#(Self.autumn + $0 * 60_000),"from":"connection","event":"heard"}"#
      }
      try Data(([header] + lines).joined(separator: "\n").utf8).write(to: URL(filePath: path))
      for (time, hours, note) in [
        ("02:30", 0.5, "wallboard: --at: 02:30:00 comes twice: this is the first.\n"),
        ("03:00", 2, ""), ("2026-10-25 09:00", 8, ""),
      ] {
        let json = try await Program.run(
          ["replay", path, "--json", "--at", time], environment: ["TZ": zone])
        let moment = try JSONObject(Data(json.output.utf8))["at"].number
        #expect(moment == Double(Self.autumn) + hours * 3_600_000, "\(time)")
        #expect(json.errors == note)
      }
      let picture = try await Program.run(
        ["replay", path, "--print", "--at", "09:00"], environment: ["TZ": zone])
      #expect(picture.lines.first?.hasSuffix("09:00:00") == true)
      #expect(picture.output.contains("11:00:00"))
    }
  }

  @Test("reads standard input to its end, or to a moment")
  func pipe() async throws {
    try await withRecording { path in
      let text = try Scratch.text(path)
      let whole = try await Program.run(["replay", "-", "--json"], input: text)
      #expect(try whole.status == 0 && calls(whole) == 10)
      let part = try await Program.run(["replay", "-", "--json", "--at", "+61s"], input: text)
      #expect(try part.status == 0 && calls(part) == 2)
      let screen = try await Program.run(["replay", "-"], input: text)
      #expect(screen.status == 1 && screen.output.isEmpty)
    }
  }

  @Test("prints the board's text, of the size that is asked for")
  func text() async throws {
    try await withRecording { path in
      for arguments in [["--print", "80x24", path], [path, "--print", "80x24"]] {
        let outcome = try await Program.run(["replay"] + arguments)
        let rows = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(outcome.status == 0 && rows.count == 25 && rows.allSatisfy { $0.count <= 80 })
        #expect(outcome.output.contains("10:10:00") && !outcome.output.contains("\u{1B}"))
      }
    }
  }

  @Test("fails in a sentence where it cannot print")
  func fullDisk() async throws {
    try await withRecording { path in
      for form in ["--json", "--print"] {
        let outcome = try await Program.run(
          "/bin/sh", ["-c", "'\(Program.path)' replay '\(path)' \(form) >/dev/full"])
        #expect(outcome.status == 1)
        #expect(outcome.errors == "wallboard: standard output: No space left on device\n")
      }
    }
  }

  @Test("prints nothing that steers a terminal")
  func hostile() async throws {
    try await withRecording { path in
      let hostile = try Scratch.text(path)
        .replacing(Scratch.workspace, with: #"north\u001b[2J\u202eside"#)
      try Data(hostile.utf8).write(to: URL(filePath: path))
      let outcome = try await Program.run(["replay", path, "--print"])
      #expect(outcome.status == 0 && outcome.output.contains("north"))
      #expect(!outcome.output.unicodeScalars.contains { ["\u{1B}", "\u{202E}"].contains($0) })
    }
  }

  @Test("counts what cannot be read, and reads a torn end")
  func damaged() async throws {
    try await withRecording(["{", "\u{1B}[2J"] + Scratch.tenMinutes) { path in
      let torn = String(try Scratch.text(path).dropLast(30))
      try Data(torn.utf8).write(to: URL(filePath: path))
      let outcome = try await Program.run(["replay", path, "--json"])
      #expect(try outcome.status == 0 && calls(outcome) == 9)
      #expect(outcome.errors.contains("2 lines could not be read."))
      #expect(!outcome.errors.contains("\u{1B}"))
    }
  }

  @Test(
    "is refused in one line for what is no recording",
    arguments: [
      "", "notes\n", "{}\n", #"{"schema":"wallboard.recording/9"}"# + "\n",
      #"{"schema":"wallboard.recording/\u001b[2J\u202e"}"# + "\n",
    ])
  func refused(_ text: String) async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/day"
      try Data(text.utf8).write(to: URL(filePath: path))
      try await expectRefusal(["replay", path, "--json"])
      try await expectRefusal(["replay", folder, "--json"])
      try await expectRefusal(["replay", folder + "/missing", "--print"])
    }
  }

  @Test("is refused for a moment that was not recorded, and without a terminal")
  func refusedMoment() async throws {
    try await withRecording { path in
      try await expectRefusal(["replay", path, "--json", "--at", "+3h"])
      try await expectRefusal(["replay", path])
    }
  }

  private func expectRefusal(_ arguments: [String]) async throws {
    let outcome = try await Program.run(arguments)
    #expect(outcome.status == 1 && outcome.output.isEmpty, "\(arguments)")
    #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    #expect(
      outcome.errors.dropLast().unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E }
    )
  }

  @Test(
    "is told how it is used",
    arguments: [
      ["day", "--json", "--print"], ["day", "--plain"], ["day", "80x24"], ["day", "--at", "soon"],
      ["day", "--print", "0x0"], [], ["day", "--json", "--at", "25:00"],
    ])
  func usage(_ arguments: [String]) async throws {
    let outcome = try await Program.run(["replay"] + arguments)
    #expect(outcome.status == 64 && outcome.output.isEmpty)
  }

  @Test("offers nothing that it refuses")
  func help() async throws {
    let help = try await Program.run(["replay", "--help"])
    #expect(help.status == 0 && help.output.contains("--filter"))
    #expect(!help.output.contains("--plain"))
  }

  @Test("is steered by keys")
  func keys() async throws {
    try await withRecording { path in
      let terminal = try TmuxSession(
        "'\(Program.path)' replay '\(path)'", columns: 100, rows: 30)
      try await terminal.wait("the bar") { $0.contains { $0.hasPrefix(" ▸") } }
      try terminal.type("Space")
      try await terminal.wait("a pause") { $0.allSatisfy { !$0.hasPrefix(" ▸") } }
      try terminal.type("]")
      try await terminal.wait(for: "2×")
      try terminal.type("}")
      try await terminal.wait(for: "10:01:0")
      try terminal.type("E")
      try await terminal.wait(for: "10:04:10")
      try await terminal.wait(for: "WAITING")
      try terminal.type(".")
      try await terminal.wait(for: "10:05:00")
      try terminal.type(",")
      try await terminal.wait(for: "10:04:10")
      try terminal.type("b")
      try await terminal.wait(for: "Bookmark set")
      try terminal.type("T")
      try terminal.send("10:08")
      try terminal.type("Enter")
      try await terminal.wait(for: "10:08:00")
      try terminal.type("B")
      try await terminal.wait(for: "bookmark")
      try terminal.type("q")
      try await terminal.wait(for: "ended with 0")
    }
  }
}
