import Foundation
import TestSupport
import Testing
import WallboardSimulator

/// What goes to standard output, standard error and files, while everything said and named is
/// hostile.
@Suite("Hostile text without a screen", .fewAtATime, .serialized, .thorough)
struct HostileOutputTests {
  @Test(
    "stays in its line and moves nothing",
    arguments: [
      ["events"], ["events", "--json"], ["events", "--privacy", "open"],
      ["events", "--json", "--privacy", "open"], ["events", "--raw", "--privacy", "open"],
      ["watch", "--plain"], ["watch", "--plain", "--privacy", "open"],
    ])
  func lines(_ arguments: [String]) async throws {
    try await withHostility { _, environment, folder in
      let log = ["--log", "\(folder)/log"]
      let count = arguments.contains("--plain") ? 20 : 250
      let outcome = try await Program.pipe(
        arguments + log, to: "head -\(count)", environment)
      #expect(outcome.lines.count == count)
      expectHarmless(Array(outcome.output.utf8), "output")
      expectHarmless(Array(outcome.errors.utf8), "errors")
      expectHarmless(Array(try Data(contentsOf: URL(filePath: log[1]))), "log")
      if arguments.contains("--json") {
        for line in outcome.lines { _ = try JSONObject(Data(line.utf8)) }
      } else if arguments == ["events", "--privacy", "open"] {
        #expect(outcome.output.contains("removed)"))
      }
    }
  }

  @Test(
    "is in no board that is printed",
    arguments: [[], ["--json"], ["--privacy", "open"], ["--json", "--privacy", "open"]])
  func snapshot(_ options: [String]) async throws {
    try await withHostility { _, environment, _ in
      let outcome = try await Program.run(
        ["snapshot", "--for", "4s"] + options, environment: environment)
      #expect(outcome.status == 0)
      expectHarmless(Array(outcome.output.utf8), "output")
      expectHarmless(Array(outcome.errors.utf8), "errors")
    }
  }

  @Test("is in no line of a followed call", arguments: [[], ["--json"], ["--privacy", "open"]])
  func follow(_ options: [String]) async throws {
    try await withHostility { simulator, environment, _ in
      let truth = try JSONObject(Data(await simulator.truth.text.utf8))
      let call = try #require(truth.array("calls").last?["call_sid"].string)
      let outcome = try await Program.pipe(
        ["follow", call] + options, to: "head -40", environment)
      #expect(outcome.lines.count > 5)
      expectHarmless(Array(outcome.output.utf8), "output")
      expectHarmless(Array(outcome.errors.utf8), "errors")
    }
  }

  @Test(
    "of a refusal says what it can",
    arguments: [
      "401", "403", "500:1", "503:1", "429:1", "rest-500:sessions:1", "observer-refuse:403",
    ])
  func refusals(fault: String) async throws {
    try await withHostility([fault]) { _, environment, folder in
      let outcome = try await Program.run(
        ["snapshot", "--for", "1s", "--log", "\(folder)/log"], environment: environment)
      expectHarmless(Array(outcome.output.utf8), "output")
      expectHarmless(Array(outcome.errors.utf8), "errors")
      expectHarmless(Array(try Data(contentsOf: URL(filePath: "\(folder)/log"))), "log")
      let call = try await Program.run(
        ["follow", "CA\u{1B}]0;x\u{7}\u{202E}"], environment: environment, deadline: .seconds(3))
      expectHarmless(Array(call.errors.utf8), "follow")
    }
  }

  @Test(
    "in an argument or a file is told without it",
    arguments: [
      ["watch", "--plain", "--filter", "age>\u{1B}]0;x\u{7}\u{202E}"],
      ["events", "--url", "ht\u{1B}[2Jtp://x\u{202E}"], ["events", "--workspace", "\u{9B}2J\u{7}"],
      ["snapshot", "--for", "\u{1B}c5s"], ["snapshot", "--theme", "\u{1B}[2J"],
      ["themes", "\u{1B}]0;x\u{7}"], ["events", "--token-file", "/\u{1B}]0;x\u{7}\u{202E}"],
      ["events", "--log", "/no\u{1B}[2J/\u{202E}x"], ["events", "--ca-file", "/\u{1B}]0;x\u{7}"],
      ["\u{1B}]0;x\u{7}"], ["events", "--\u{1B}[2J\u{202E}"], ["themes"],
    ])
  func arguments(_ arguments: [String]) async throws {
    try await withTemporaryFolder { folder in
      let themes = "\(folder)/wallboard/themes"
      try FileManager.default.createDirectory(atPath: themes, withIntermediateDirectories: true)
      try "summary = \"\\u001b[2J\\u202e\"".write(
        toFile: "\(themes)/a\u{1B}]0;x\u{7}b.toml", atomically: false, encoding: .utf8)
      try "\u{1B}]0;owned\u{7} = 1".write(
        toFile: "\(themes)/c\u{9B}2J\u{202E}.toml", atomically: false, encoding: .utf8)
      let outcome = try await Program.run(
        arguments,
        environment: [
          "XDG_CONFIG_HOME": folder, "WALLBOARD_TOKEN": "t", "WALLBOARD_URL": Self.nowhere[1],
        ], deadline: .seconds(5))
      expectHarmless(Array(outcome.output.utf8), "output")
      expectHarmless(Array(outcome.errors.utf8), "errors")
    }
  }

  @Test(
    "in the configuration is told without it",
    arguments: [
      "\u{1B}]0;x\u{7} = 1", "theme = \"\\u001b[2J\\u202e\"", "\"\\u001b[2J\\u009b\" = 1",
      "privacy = \"\\u001b]0;x\\u0007\"", "[keys]\n\"\\u001b[2J\" = \"quit\"", "url = \"\u{9B}2J\"",
      "workspace = \"\\u202eabc\"", "[keys]\nq = \"\\u001bc\"", "fps = \"\\u001b[6n\"",
    ])
  func configuration(text: String) async throws {
    try await withTemporaryFolder { folder in
      try FileManager.default.createDirectory(
        atPath: "\(folder)/wallboard", withIntermediateDirectories: true)
      try text.write(
        toFile: "\(folder)/wallboard/config.toml", atomically: false, encoding: .utf8)
      let outcome = try await Program.run(
        ["snapshot", "--for", "1s"] + (text.hasPrefix("url") ? [] : Self.nowhere),
        environment: ["XDG_CONFIG_HOME": folder, "WALLBOARD_TOKEN": "t"],
        deadline: .seconds(5))
      #expect(outcome.status == (text.hasPrefix("theme") ? 1 : 64))
      expectHarmless(Array(outcome.errors.utf8), "errors")
    }
  }

  /// Where nobody listens.
  private static let nowhere = ["--url", "http://127.0.0.1:1"]

  private func withHostility(
    _ faults: [String] = [],
    _ body: (Simulator, [String: String], String) async throws -> Void
  ) async throws {
    var options = SimulatorOptions.hostile
    options.faults += try faults.map { try #require(SimulatorFault.parse($0)) }
    try await Simulator.run(options) { simulator, environment in
      try await withTemporaryFolder { try await body(simulator, environment, $0) }
    }
  }
}
