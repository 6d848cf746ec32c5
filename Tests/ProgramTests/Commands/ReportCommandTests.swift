import AppFixtures
import Foundation
import TestSupport
import Testing

@testable import WallboardApp

/// `wallboard report`, as a person runs it.
@Suite("The report of a shift", .fewAtATime) struct ReportCommandTests {
  private static let flags: [[String]] = [[], ["--markdown"], ["--csv"], ["--json"]]

  private func withRecording(
    _ lines: [String] = Scratch.tenMinutes, _ body: (String) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      try Scratch.write(lines, to: folder + "/day.ndjson")
      try await body(folder + "/day.ndjson")
    }
  }

  private func json(_ arguments: [String], input: String = "") async throws -> JSONObject {
    let outcome = try await Program.run(["report"] + arguments + ["--json"], input: input)
    #expect(outcome.status == 0 && outcome.errors.isEmpty && outcome.lines.count == 1)
    return try JSONObject(Data(outcome.output.utf8))
  }

  @Test("begins with what was seen, in each form")
  func forms() async throws {
    try await withRecording { path in
      let heads = [
        "Report of \(Scratch.workspace)", "# Report of \(Scratch.workspace)", "seen,what,value",
        #"{"alerts":"#,
      ]
      for (form, head) in zip(Self.flags, heads) {
        let outcome = try await Program.run(["report", "--from", path] + form)
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        #expect(outcome.output.hasPrefix(head), "\(outcome.output)")
      }
      let text = try await Program.run(["report", "--from", path])
      #expect(text.output.contains("2026-08-03 10:10:00"))
      // From 4:10 to 5:00 and on: a caller waits to the end.
      #expect(text.output.contains("still waiting"))
    }
  }

  @Test("tells what happened in a part of the recording")
  func part() async throws {
    try await withRecording { path in
      let whole = try await json(["--from", path])
      #expect(whole["calls"]["started"].number == 10 && whole["waits"]["count"].number == 1)
      #expect(whole["schema"].string == "wallboard.report/1")
      #expect(whole["waits"]["longest"] != .null && whole["seen"]["seconds"].number == 600)
      let part = try await json(["--from", path, "--since", "10:05", "--until", "+8m"])
      #expect(part["seen"]["seconds"].number == 180)
      // At five, six, seven and eight minutes; what comes at the first of them came before.
      #expect(part["calls"]["started"].number == 3)
      let pipe = try await json(["--from", "-", "--until", "+61s"], input: Scratch.text(path))
      #expect(pipe["calls"]["started"].number == 2)
    }
  }

  @Test("is refused where such a time was not recorded", arguments: flags)
  func refusedMoment(form: [String]) async throws {
    try await withRecording { path in
      try await expectRefusal(["--from", path, "--since", "+3h"] + form)
      try await expectRefusal(["--from", path, "--until", "23:00"] + form)
      try await expectRefusal(["--from", path, "--since", "+5m", "--until", "+4m"] + form)
      try await expectRefusal(["--from", "-", "--since", "50%"] + form, Scratch.text(path))
      try await expectRefusal(["--from", "-", "--since", "+3h"] + form, Scratch.text(path))
    }
  }

  @Test(
    "is refused in one line for what is no recording",
    arguments: ["", "notes\n", "{}\n", #"{"schema":"wallboard.recording/9"}"# + "\n"])
  func refused(_ text: String) async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/day"
      try Data(text.utf8).write(to: URL(filePath: path))
      try await expectRefusal(["--from", path])
      try await expectRefusal(["--from", folder, "--json"])
      try await expectRefusal(["--from", folder + "/missing", "--csv"])
    }
  }

  private func expectRefusal(_ arguments: [String], _ input: String = "") async throws {
    let outcome = try await Program.run(["report"] + arguments, input: input)
    #expect(outcome.status == 1 && outcome.output.isEmpty, "\(arguments)")
    #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
  }

  @Test("tells of a recording that is cut what is left of it, and of an empty one nothing")
  func cut() async throws {
    try await withRecording(["{", "\u{1B}[2J"] + Scratch.tenMinutes) { path in
      let torn = String(try Scratch.text(path).dropLast(30))
      try Data(torn.utf8).write(to: URL(filePath: path))
      let outcome = try await Program.run(["report", "--from", path, "--json"])
      let report = try JSONObject(Data(outcome.output.utf8))
      #expect(outcome.status == 0 && report["calls"]["started"].number == 9)
      #expect(report["recording"]["skipped_lines"].number == 2)
      #expect(outcome.errors == "wallboard: 2 lines could not be read.\n")
    }
    try await withRecording([]) { path in
      let report = try await json(["--from", path])
      #expect(report["seen"]["seconds"].number == 0 && report["calls"]["started"].number == 0)
      #expect(report["waits"]["answer_seconds_mean"] == .null)
      let text = try await Program.run(["report", "--from", path])
      #expect(text.status == 0 && text.output.contains("not known"))
    }
  }

  @Test("fails in a sentence where it cannot print", arguments: flags)
  func fullDisk(form: [String]) async throws {
    try await withRecording { path in
      let arguments = (["--from", "'\(path)'"] + form).joined(separator: " ")
      let outcome = try await Program.run(
        "/bin/sh", ["-c", "'\(Program.path)' report \(arguments) >/dev/full"])
      #expect(outcome.status == 1)
      #expect(outcome.errors == "wallboard: standard output: No space left on device\n")
    }
  }

  @Test("is told how it is used", arguments: [[], ["--json", "--csv"], ["--since", "soon"]])
  func usage(_ arguments: [String]) async throws {
    let file = arguments.isEmpty ? [] : ["--from", "day"]
    let outcome = try await Program.run(["report"] + file + arguments)
    #expect(outcome.status == 64 && outcome.output.isEmpty)
  }

  /// 2026-10-25 00:00 UTC, an hour before summer time ends in Berlin.
  private static let autumn = 1_792_886_400_000

  @Test("says what was not seen, in the local time of where it was recorded")
  func unseen() async throws {
    try await withTemporaryFolder { folder in
      let header =
        #"{"privacy":"open","schema":"wallboard.recording/1","started_at":\#(Self.autumn),"#
        + #""workspace":"w","utc_offset":7200,"#
        + #""utc_offset_changes":[{"at":1792890000000,"utc_offset":3600}]}"#
      // The stream was never opened.
      let lines = (0...120).map {
        #"{"at":\#(Self.autumn + $0 * 60_000),"from":"connection","event":"heard"}"#
      }
      let path = folder + "/night"
      try Data(([header] + lines).joined(separator: "\n").utf8).write(to: URL(filePath: path))
      let outcome = try await Program.run(["report", "--from", path])
      #expect(outcome.status == 0)
      for words in [
        "2026-10-25 02:00:00", "UTC+02:00, then UTC+01:00", "0:00 (0%)",
        "not connected: events are missing", "counted nowhere",
      ] {
        #expect(outcome.output.contains(words), "\(outcome.output)")
      }
      let seen = try await json(["--from", path])["seen"]
      #expect(seen["seconds"].number == 7_200 && seen["seen_seconds"].number == 0)
    }
  }

  /// What the platform names may be meant for a terminal, a renderer or a spreadsheet.
  @Test("prints nothing that somebody obeys", arguments: flags)
  func hostile(form: [String]) async throws {
    let name = #"=HYPERLINK(\"http://x\")\u001b[2J\u202e<b>|x|\r\n# y [z](w)"#
    let services =
      #""from":"snapshot","event":"read","data":{"source":"services","items":[{"id":"s-1","name":"\#(name)"}]}"#
    let lines = [Scratch.open(0), Scratch.line(0, services)] + Scratch.tenMinutes.dropFirst()
    try await withRecording(lines) { path in
      let outcome = try await Program.run(["report", "--from", path] + form)
      #expect(outcome.status == 0 && outcome.output.contains("HYPERLINK"))
      #expect(!outcome.output.unicodeScalars.contains { ["\u{1B}", "\u{202E}"].contains($0) })
      switch form.first {
      case "--markdown":
        #expect(!outcome.output.contains("\n# y"))
        let row = try #require(outcome.lines.first { $0.contains("HYPERLINK") })
        #expect(row.contains("`") && row.replacing(#"\|"#, with: "").count { $0 == "|" } == 8)
      case "--csv":
        #expect(outcome.output.contains("'=HYPERLINK") && !outcome.output.contains(",=HYPERLINK"))
      default: break
      }
    }
  }
}
