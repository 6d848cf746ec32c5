import Foundation
import TestSupport
import Testing

@testable import WallboardApp
@testable import wallboard

/// The pages that `wallboard manual` writes.
@Suite("The manual", .fewAtATime)
struct ManualTests {
  private func withPages(
    _ body: (String, [String: String]) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      let outcome = try await Program.run(["manual", folder])
      try #require(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty)
      try await body(folder, try pages(in: folder))
    }
  }

  private func pages(in folder: String) throws -> [String: String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    return Dictionary(
      uniqueKeysWithValues: try names.map {
        ($0, try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8))
      })
  }

  /// The words of a page, without what is there for the formatter alone.
  private func words(_ page: String) -> String {
    [
      ("\\%", ""), ("\\&", ""), ("\\fB", ""), ("\\fR", ""), ("\\-", "-"), ("\\(dq", "\""),
      ("\\(aq", "'"), ("\\(ti", "~"), ("Fl -", "--"),
    ].reduce(page) { $0.replacing($1.0, with: $1.1) }
  }

  private struct Tool: Decodable {
    let command: Command

    struct Command: Decodable {
      let commandName: String
      let shouldDisplay: Bool
      let abstract: String
      let subcommands: [Command]?
      let arguments: [Argument]?
    }

    struct Argument: Decodable {
      struct Name: Decodable {
        let name: String
      }

      let names: [Name]?
      let abstract: String?
    }
  }

  @Test("has a page for each command, with every option; none for what is hidden")
  func commands() async throws {
    let help = try await Program.run(["--experimental-dump-help"])
    let program = try JSONDecoder().decode(Tool.self, from: Data(help.output.utf8)).command
    let commands = (program.subcommands ?? []).filter {
      $0.shouldDisplay && $0.commandName != "help"
    }
    try #require(commands.count >= 10)
    try await withPages { _, pages in
      let expected = commands.map { "wallboard-\($0.commandName).1" }
      #expect(
        Set(pages.keys) == Set(expected + ["wallboard.1", "wallboard.5", "wallboard-recording.5"]))
      let main = words(try #require(pages["wallboard.1"]))
      for command in commands {
        #expect(main.contains(".Xr wallboard-\(command.commandName) 1"))
        let page = words(try #require(pages["wallboard-\(command.commandName).1"]))
        for argument in command.arguments ?? [] {
          for name in argument.names ?? [] {
            let flag = name.name.count == 1 ? "Fl \(name.name)" : "--\(name.name)"
            #expect(page.contains(".It \(flag)") || page.contains(", \(flag)"), "\(flag)")
          }
        }
        for word in page.split(whereSeparator: { " \n`".contains($0) })
        where word.hasPrefix("--") && word.dropFirst(2).allSatisfy({ $0.isLetter || $0 == "-" }) {
          #expect(help.output.contains("\"\(word.dropFirst(2))\""), "there is no \(word)")
        }
      }
    }
  }

  @Test("does not tell of an argument that is hidden")
  func hiddenArguments() throws {
    let argument = { (name: String, isShown: Bool) in
      """
      {"kind":"option","isOptional":true,"isRepeating":false,"shouldDisplay":\(isShown),
       "names":[{"kind":"long","name":"\(name)"}]}
      """
    }
    let json = """
      {"commandName":"x","shouldDisplay":true,
       "arguments":[\(argument("shown", true)),\(argument("hidden", false))]}
      """
    let command = try JSONDecoder().decode(CommandDescription.self, from: Data(json.utf8))
    #expect(command.shownArguments.map(\.flags) == [["-shown"]])
    #expect(command.has(anyOf: ["shown"]) && !command.has(anyOf: ["hidden"]))
  }

  @Test("has every setting, variable, key and column in the page of config.toml")
  func settings() async throws {
    try await withPages { _, pages in
      let page = words(try #require(pages["wallboard.5"]))
      let rows = SettingsCheck(flags: [:], environment: [:]).rows
      try #require(rows.count > 100)
      for row in rows {
        #expect(page.contains("\"\(row.key)") || page.contains(" \(row.key) = "), "\(row.name)")
        #expect(row.table.isEmpty || page.contains("[\(row.table.joined(separator: "."))]"))
      }
      let main = words(try #require(pages["wallboard.1"]))
      for setting in Setting.allCases {
        guard let variable = setting.variable else { continue }
        #expect(page.contains(variable) && main.contains(variable))
      }
    }
  }

  @Test("describes each member of a recorded hour, and a recording that can be played")
  func recording() async throws {
    let hour = try String(
      contentsOf: Repository.root.appending(path: "Tests/Recordings/hour.ndjson"), encoding: .utf8)
    var members: Set<String> = []
    for line in hour.split(separator: "\n") {
      let line = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
      members.formUnion(line.keys)
      guard let source = line["from"] as? String, let event = line["event"] as? String else {
        continue
      }
      members.formUnion([source, event])
      if ["snapshot", "connection"].contains(source), let data = line["data"] as? [String: Any] {
        members.formUnion(data.keys)
      }
    }
    try #require(members.count > 20)
    try await withPages { folder, pages in
      let page = words(try #require(pages["wallboard-recording.5"]))
      for member in members { #expect(page.contains(member), "\(member)") }
      let lines = RecordingPage.example.replacing("\n    ", with: "")
      let path = folder + "/example.ndjson"
      try Data((lines + "\n").utf8).write(to: URL(filePath: path))
      let board = try await Program.run(["replay", path, "--json"])
      #expect(board.status == 0 && board.errors.isEmpty && board.output.contains("\"CA01\""))
    }
  }

  @Test("is the same each time, over what was there; its date is that of the changelog")
  func reproducible() async throws {
    try await withPages { folder, pages in
      let again = try await Program.run(["manual", folder], environment: ["TZ": "Asia/Tokyo"])
      #expect(again.status == 0)
      #expect(try self.pages(in: folder) == pages)
      let changelog = try String(
        contentsOf: Repository.root.appending(path: ".ci/debian/changelog"), encoding: .utf8)
      let signature = try #require(changelog.firstMatch(of: #/\n -- .*>  \w+, (\d+) (\w+) (\d+) /#))
      for (name, page) in pages {
        let date = try #require(page.firstMatch(of: /^\.Dd (\w+) (\d+), (\d+)\n/), "\(name)")
        #expect(date.1.hasPrefix(signature.2) && Int(date.2) == Int(signature.1))
        #expect(date.3 == signature.3)
        #expect(page.utf8.allSatisfy { $0 < 0x80 })
      }
    }
  }

  @Test(
    "has nothing that mandoc would warn of",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/mandoc")))
  func lint() async throws {
    try await withPages { folder, pages in
      let paths = pages.keys.sorted().map { "\(folder)/\($0)" }
      let outcome = try await Program.run(
        "/usr/bin/mandoc", ["-T", "lint", "-W", "warning"] + paths)
      #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.output)")
    }
  }

  @Test("says where it cannot be written; nobody is told of the command")
  func refused() async throws {
    let outcome = try await Program.run(["manual", "/nonexistent"])
    #expect(outcome.status == 1)
    #expect(outcome.errors == "wallboard: /nonexistent/wallboard.1: No such file or directory.\n")
    for arguments in [["--help"], ["x"], ["manua"], ["--generate-completion-script", "bash"]] {
      let told = try await Program.run(arguments)
      #expect(!(told.output + told.errors.replacing("“manua”", with: "")).contains("manual"))
    }
  }
}
