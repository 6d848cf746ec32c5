import AppFixtures
import Foundation
import TestSupport
import Testing
import WallboardSimulator

@testable import WallboardApp

/// The command line where something is wrong with it, or with what its output goes to.
@Suite("The command line", .fewAtATime)
struct CommandLineTests {
  /// Runs a line of a shell in which `wallboard` is the program.
  private func shell(
    _ line: String, _ environment: [String: String] = [:]
  ) async throws -> Program.Outcome {
    let function = "wallboard() { '\(Program.path)' \"$@\"; }"
    return try await Program.run(
      "/bin/sh", ["-c", "\(function); \(line)"], environment: environment)
  }

  private func withSimulator(
    _ body: ([String: String]) async throws -> Void
  ) async throws {
    var options = SimulatorOptions()
    options.rate = 200
    try await Simulator.run(options) { try await body($1) }
  }

  @Test(
    "A word that is no command is told with the near ones, and shows no other command's help",
    arguments: [
      (["doctr", "--help"], "Did you mean “doctor”?"),
      (["x", "--help"], "The commands are watch, demo"),
      (["snapshto"], "Did you mean “snapshot”?"),
      (["help", "snapsho"], "Did you mean “snapshot”?"),
      (["re"], "Did you mean “record” or “replay” or “report”?"),
      (["Watch", "--wall"], "Did you mean “watch”?"),
      (["xyz"], "The commands are"), ([""], "The commands are"),
      ([String(repeating: "x", count: 10_000)], "The commands are"),
    ])
  func unknownCommand(arguments: [String], hint: String) async throws {
    let outcome = try await Program.run(arguments)
    #expect(outcome.status == 64 && outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("Error: No such command: “") && outcome.errors.count < 500)
    #expect(outcome.errors.contains(hint))
  }

  @Test("Every command's help is its own")
  func help() async throws {
    for arguments in [["help", "replay"], ["replay", "--help"], ["help"], ["--wall", "--help"]] {
      let outcome = try await Program.run(arguments)
      #expect(outcome.status == 0 && outcome.output.contains("USAGE: wallboard"))
    }
  }

  @Test(
    "Output that cannot be written is a failure in a sentence",
    arguments: [
      "--help", "--version", "help record", "record --help", "themes", "themes dark",
      "--generate-completion-script bash", "simulate --port 0",
    ])
  func fullDisk(arguments: String) async throws {
    for target in [">/dev/full", ">&-"] {
      let outcome = try await shell("wallboard \(arguments) \(target)")
      #expect(outcome.status == 1)
      #expect(outcome.errors.hasPrefix("wallboard: standard output: "), "\(outcome.errors)")
      #expect(outcome.errors.split(separator: "\n").count == 1)
    }
    guard !arguments.hasPrefix("simulate") else { return }
    let gone = try await shell("{ wallboard \(arguments); echo $? >&2; } | true")
    #expect(gone.errors == "0\n")
  }

  @Test("So is that of commands that connect; a reader who is gone is none")
  func fullDiskOnline() async throws {
    try await withSimulator { environment in
      for arguments in ["snapshot", "snapshot --json", "events", "events --json", "record -"] {
        let full = try await shell("wallboard \(arguments) >/dev/full", environment)
        #expect(full.status == 1, "\(arguments)")
        #expect(full.errors.contains("No space left on device"), "\(arguments)")
        let gone = try await shell(
          "{ wallboard \(arguments); echo ended with $? >&2; } | true", environment)
        #expect(gone.errors.contains("ended with 0\n"), "\(arguments)")
      }
    }
  }

  @Test("A recording on standard output is one, masked, and leaves no file")
  func recordingOnOutput() async throws {
    try await withSimulator { environment in
      try await withTemporaryFolder { folder in
        let recording = try await shell(
          "cd '\(folder)'; wallboard record - | head -100", environment)
        #expect(recording.lines.count == 100 && !recording.output.contains("+1555"))
        let board = try await Program.run(["replay", "-", "--json"], input: recording.output)
        #expect(board.status == 0 && board.errors.isEmpty)
        #expect(try Scratch.files(folder).isEmpty)
        let moved = environment.merging(["TZ": "CET-1CEST,M3.5.0,M10.5.0/3"]) { $1 }
        let header = try await shell("wallboard record - | head -1", moved)
        #expect(header.output.contains(#","utc_offset_changes":[{"at":"#))
      }
    }
  }

  @Test(
    "Standard output holds one thing, and is one file",
    arguments: [
      ["watch", "--record", "-"], ["demo", "--plain", "--record", "-"],
      ["record", "-", "--record-rotate", "day"], ["record", "-", "--record-keep", "3"],
    ])
  func takenOutput(arguments: [String]) async throws {
    let outcome = try await Program.run(arguments)
    #expect(outcome.status == 64 && outcome.output.isEmpty)
  }

  @Test(
    "A day before may have any number of calls up to a limit", arguments: ["-1", "100001", "x"])
  func pastCalls(number: String) async throws {
    let outcome = try await Program.run(["simulate", "--port", "0", "--past-calls=\(number)"])
    #expect(outcome.status == 64 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("past-calls"))
  }

  @Test(
    "With too few files left, every command says so before it begins, and traps nowhere",
    arguments: [
      "demo --plain", "simulate --port 0", "watch --plain", "events", "replay x --json", "doctor",
    ])
  func fewFiles(arguments: String) async throws {
    let environment = ["WALLBOARD_TOKEN": "t"]
    for count in [4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 18] {
      let outcome = try await shell("ulimit -n \(count); wallboard \(arguments)", environment)
      #expect(outcome.status == 1 && outcome.output.isEmpty, "\(count)")
      #expect(outcome.errors.hasPrefix("wallboard: Too many open files: "), "\(outcome.errors)")
      #expect(outcome.errors.hasSuffix("To allow more, run: ulimit -n 1024\n"))
    }
  }

  @Test("A simulated platform that has no file left for a client says so and ends")
  func manyClients() async throws {
    let script = """
      coproc S { ulimit -n 40; exec '\(Program.path)' simulate --port 0 2>&1; }
      ended=$S_PID
      read -r -u ${S[0]} url
      exec 5<&${S[0]}
      for _ in {1..60}; do { exec {client}<>/dev/tcp/127.0.0.1/${url##*:} || break; } 2>&-; done
      cat <&5
      wait $ended
      """
    let outcome = try await Program.run("/bin/bash", ["-c", script])
    #expect(outcome.status == 1)
    #expect(
      outcome.output.contains("wallboard: The simulated platform stopped: Too many open files.\n"))
  }

  @Test("A file that may not get larger ends a recording in a sentence, with 1")
  func fileTooLarge() async throws {
    try await withSimulator { environment in
      try await withTemporaryFolder { folder in
        for blocks in [0, 1] {
          let outcome = try await shell(
            "ulimit -f \(blocks); wallboard record '\(folder)/\(blocks)'", environment)
          #expect(outcome.status == 1)
          #expect(outcome.errors.contains("File too large"), "\(outcome.errors)")
        }
      }
    }
  }

  @Test("A message on standard error steers no terminal, whatever it quotes")
  func messageInSettings() async throws {
    try await withTemporaryFolder { folder in
      let toml = "\"\\u001b]0;evil\\u0007\" = 1\n"
      let path = folder + "/wallboard"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try Data(toml.utf8).write(to: URL(filePath: path + "/config.toml"))
      let end = try await Program.run(["snapshot"], environment: ["XDG_CONFIG_HOME": folder])
      #expect(end.status == 64)
      #expect(end.errors.contains("␛]0;evil␇ is not a setting"))
      #expect(!end.errors.contains("\u{1B}"))
    }
  }

  private static let setpriv = "/usr/bin/setpriv"

  @Test(
    "Settings that another user may not read end the program: a wall never becomes a desk",
    .enabled(if: geteuid() == 0 && FileManager.default.isExecutableFile(atPath: setpriv)))
  func forbiddenSettings() async throws {
    try await withTemporaryFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/wallboard", withIntermediateDirectories: true)
      let path = folder + "/wallboard/config.toml"
      try Data("privacy = \"wall\"".utf8).write(to: URL(filePath: path))
      unsafe chmod(folder + "/wallboard", 0o700)
      let outcome = try await Program.run(
        Self.setpriv,
        ["--reuid", "65534", "--regid", "65534", "--clear-groups", Program.path, "snapshot"],
        environment: ["XDG_CONFIG_HOME": folder, "WALLBOARD_TOKEN": "t"])
      #expect(outcome.status == 1)
      #expect(outcome.errors == "wallboard: \(path): Permission denied.\n")
      let themes = try await Program.run(
        Self.setpriv,
        ["--reuid", "65534", "--regid", "65534", "--clear-groups", Program.path, "themes"],
        environment: ["XDG_CONFIG_HOME": folder])
      #expect(themes.errors.contains("wallboard/themes: Permission denied."))
    }
  }
}
