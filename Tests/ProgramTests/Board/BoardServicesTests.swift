import Foundation
import TestSupport
import Testing
import WallboardSimulator

/// What the board does beside its screen, in a real terminal.
@Suite("The board beside its screen", .fewAtATime, .serialized)
struct BoardServicesTests {
  private let folder = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString

  /// A board in a folder of its own, which is its home too.
  private func board(
    _ arguments: String, configuration: String = "", columns: Int = 120, rows: Int = 40,
    output: URL? = nil
  ) throws -> TmuxSession {
    try FileManager.default.createDirectory(
      atPath: folder + "/wallboard", withIntermediateDirectories: true)
    try Data(configuration.utf8).write(to: URL(filePath: folder + "/wallboard/config.toml"))
    return try TmuxSession(
      "sh -c \"cd '\(folder)'; exec '\(Program.path)' \(arguments)\"", columns: columns,
      rows: rows, environment: ["XDG_CONFIG_HOME": folder, "XDG_STATE_HOME": folder + "/state"],
      output: output)
  }

  private func withFolder(_ body: () async throws -> Void) async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body()
  }

  private func hasNumber(_ text: String) -> Bool {
    text.contains(/\+1\d{5}/)
  }

  @Test("e saves what is on the screen to the current folder, masked even in open mode")
  func save() async throws {
    try await withFolder {
      let terminal = try board("demo --privacy open")
      try await terminal.wait(for: "LIVE")
      try await terminal.wait("a telephone number") { $0.contains(where: hasNumber) }
      try terminal.type("e")
      let rows = try await terminal.wait(for: "Saved, masked: wallboard-")
      #expect(rows.contains(where: hasNumber))
      let name = try #require(
        FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".txt") })
      let saved = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
      #expect(saved.contains("LIVE") && saved.contains("caller "))
      #expect(!hasNumber(saved))
      try terminal.type("q")
      try await terminal.wait(for: "ended with 0")
    }
  }

  @Test(":reload takes over what was written meanwhile, and says what is wrong with it")
  func reload() async throws {
    try await withFolder {
      let terminal = try board("demo")
      try await terminal.wait(for: "LIVE")
      let file = URL(filePath: folder + "/wallboard/config.toml")
      try Data("fps = 10\n".utf8).write(to: file)
      try terminal.type(":reload", "Enter")
      try await terminal.wait(for: "fps 30 → 10")
      try Data("fps = 100\n".utf8).write(to: file)
      try terminal.type(":reload", "Enter")
      try await terminal.wait(for: "Nothing changed: config.toml:1: fps: ")
      try terminal.type("q")
      try await terminal.wait(for: "ended with 0")
    }
  }

  @Test("The next start opens on the calls, in the order that was chosen")
  func layout() async throws {
    try await withFolder {
      for isFirst in [true, false] {
        let terminal = try board("demo", columns: 80, rows: 24)
        try await terminal.wait(for: "LIVE")
        if isFirst { try terminal.type("s") }
        try await terminal.wait("the calls by their state") { rows in
          rows.contains { $0.contains(" 1 Calls") && $0.contains("by state ↑") }
        }
        if isFirst {
          try terminal.type("3z")
          try await terminal.wait(for: "STAGE")
        }
        try terminal.type("q")
        try await terminal.wait(for: "ended with 0")
      }
    }
  }

  @Test("A broken memory is told of, and forgotten")
  func brokenLayout() async throws {
    try await withFolder {
      try FileManager.default.createDirectory(
        atPath: folder + "/state/wallboard", withIntermediateDirectories: true)
      let path = folder + "/state/wallboard/layout.json"
      try Data("{".utf8).write(to: URL(filePath: path))
      let terminal = try board("demo", columns: 160)
      try await terminal.wait(for: "The saved layout is not used")
      try terminal.type("q")
      try await terminal.wait(for: "ended with 0")
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text.contains("\"hints\" : true"))
    }
  }

  @Test("An alert rings the terminal's bell")
  func bell() async throws {
    try await withFolder {
      let output = URL(filePath: folder + ".bytes")
      defer { try? FileManager.default.removeItem(at: output) }
      let terminal = try board(
        "demo",
        configuration: "[alerts]\nsound = \"bell\"\n[alerts.call_too_long]\nwarning = \"1s\"",
        output: output)
      try await terminal.wait(for: "LIVE")
      try await waitUntil("the bell") { try Data(contentsOf: output).contains(0x07) }
      try terminal.type("q")
      try await terminal.wait(for: "ended with 0")
    }
  }

  @Test("An alert runs a command, once for each incident, with nothing private")
  func command() async throws {
    try await withFolder {
      let terminal = try board(
        "demo --privacy open",
        configuration: """
          [alerts]
          command = ["sh", "-c", "echo \\"$1\\" >> alarms", "sh", "{severity} {kind} {sentence}"]
          [alerts.call_too_long]
          warning = "1s"
          critical = "2s"
          """)
      try await terminal.wait(for: "LIVE")
      let path = folder + "/alarms"
      var lines: [String] = []
      try await waitUntil("five alarms") {
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        lines = text.split(separator: "\n").map(String.init)
          .filter { $0.contains(" call_too_long ") }
        return lines.count >= 5
      }
      #expect(!lines.contains(where: hasNumber))
      let callers = lines.compactMap {
        $0.firstMatch(of: /: the call with (call\w* \S+) has lasted/)?.1
      }
      #expect(callers.count == lines.count && Set(callers).count == callers.count)
      try terminal.type("q")
      try await terminal.wait(for: "ended with 0")
    }
  }

  @Test("A token that ends soon is told of")
  func tokenEnd() async throws {
    let end = Int(Date.now.timeIntervalSince1970) + 7_000
    let claims = Data("{\"exp\":\(end)}".utf8).base64EncodedString().replacing("=", with: "")
    var options = SimulatorOptions()
    options.token = "eyJhbGciOiJub25lIn0.\(claims).s"
    try await Simulator.run(options) { _, environment in
      let terminal = try TmuxSession(
        "'\(Program.path)'", columns: 120, rows: 40, environment: environment)
      try await terminal.wait(for: "The token expires in 1h")
      try terminal.type("q")
      try await terminal.wait(for: "ended with 0")
    }
  }
}
