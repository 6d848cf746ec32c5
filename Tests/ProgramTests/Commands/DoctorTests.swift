import Foundation
import TestSupport
import Testing
import WallboardSimulator

/// `wallboard doctor` against what may be wrong: the table of the tests' README, row by row.
@Suite("wallboard doctor", .fewAtATime)
struct DoctorTests {
  /// A line, taken apart.
  private struct Line {
    let status: String
    let check: String
    let words: String

    init(_ line: String) {
      status = String(line.prefix { $0 != " " })
      check = line.dropFirst(9).prefix(10).trimmingCharacters(in: .whitespaces)
      words = String(line.dropFirst(21))
    }
  }

  /// A run that says nothing private.
  private func doctor(
    _ environment: [String: String] = [:], _ arguments: [String] = []
  ) async throws -> (lines: [Line], status: Int32) {
    let outcome = try await Program.run(["doctor"] + arguments, environment: environment)
    let token = environment["WALLBOARD_TOKEN"] ?? "planted-token"
    #expect(!outcome.output.contains(token) && outcome.errors.isEmpty, "\(outcome.errors)")
    return (outcome.lines.map(Line.init), outcome.status)
  }

  /// What is told of a run that ended otherwise than it had to.
  private func shown(_ lines: [Line]) -> String {
    lines.filter { $0.status != "ok" }.map { "\($0.status) \($0.check): \($0.words)" }
      .joined(separator: "\n")
  }

  private func failed(_ lines: [Line]) -> [String] {
    lines.filter { $0.status == "failed" }.map(\.check)
  }

  private func line(_ check: String, of lines: [Line]) throws -> Line {
    try #require(lines.first { $0.check == check }, "\(check)")
  }

  /// A platform whose heart beats fast, so that nobody waits.
  private func withPlatform(
    _ faults: [String] = [], _ body: ([String: String]) async throws -> Void
  ) async throws {
    var options = SimulatorOptions()
    options.heartbeatInterval = .milliseconds(200)
    options.token = "planted-token"
    options.faults = faults.compactMap(SimulatorFault.parse)
    try await Simulator.run(options) { try await body($1) }
  }

  @Test("A platform that is right is ok in all but what is true of it and of a pipe")
  func right() async throws {
    try await withPlatform { environment in
      let (lines, status) = try await doctor(environment)
      #expect(status == 0, "\(shown(lines))")
      let odd = lines.filter { $0.status != "ok" }
      // Plain HTTP, and no terminal; the home folder of these tests does not exist.
      #expect(odd.map(\.check) == ["tls", "terminal", "state"], "\(odd)")
      #expect(odd.allSatisfy { $0.status == "warning" })
      #expect(lines.filter { $0.check == "read" }.count == 5)
      let checks = lines.map(\.check)
      for check in [
        "program", "settings", "proxy", "address", "token", "workspace", "stream", "observer",
        "clock", "heartbeat", "resume", "time zone",
      ] { #expect(checks.contains(check), "\(check)") }
      #expect(try line("token", of: lines).words.contains("expires in 30 days"))
      #expect(try line("resume", of: lines).words.contains("opened again"))
    }
  }

  @Test("--json has the same in one object")
  func json() async throws {
    try await withPlatform { environment in
      let outcome = try await Program.run(["doctor", "--json"], environment: environment)
      #expect(outcome.status == 0 && outcome.lines.count == 1, "\(outcome.output)")
      let report = try JSONObject(Data(outcome.output.utf8))
      #expect(report["schema"].string == "wallboard.doctor/1")
      #expect(report["status"].string == "warning")
      let checks = report.array("checks")
      #expect(checks.contains { $0["check"].string == "stream" && $0["status"].string == "ok" })
    }
  }

  @Test("A token that is refused is told once, with status 2")
  func token() async throws {
    try await withPlatform { environment in
      let (lines, status) = try await doctor(
        environment.merging(["WALLBOARD_TOKEN": "another-token"]) { $1 })
      #expect(status == 2 && failed(lines) == ["token"], "\(shown(lines))")
      #expect(try line("token", of: lines).words.hasSuffix("To do: get a new one"))
      // Of an access token nobody knows before the stream has answered.
      let access = try await doctor(
        environment.merging(["WALLBOARD_TOKEN": "eyJhbGciOiJub25lIn0.e30.x"]) { $1 })
      #expect(access.status == 2 && failed(access.lines).contains("stream"))
      #expect(try line("token", of: access.lines).status == "warning")
      let none = try await doctor(environment.filter { $0.key != "WALLBOARD_TOKEN" })
      #expect(none.status == 1 && failed(none.lines) == ["token"])
    }
  }

  @Test("Another workspace than the token's is told, and which one it is")
  func workspace() async throws {
    try await withPlatform { environment in
      let other = ["WALLBOARD_WORKSPACE": "99999999-0000-4000-8000-000000000001"]
      let (lines, status) = try await doctor(environment.merging(other) { $1 })
      #expect(status == 2 && failed(lines) == ["workspace"], "\(shown(lines))")
      let words = try line("workspace", of: lines).words
      #expect(words.contains("99999999…0001 is set by WALLBOARD_WORKSPACE"))
      #expect(words.contains("belongs to 00000000…0001"))
      let own = try await doctor(environment.filter { $0.key != "WALLBOARD_WORKSPACE" })
      #expect(own.status == 0, "\(shown(own.lines))")
    }
  }

  @Test("Nobody at the address, and TLS where there is none")
  func address() async throws {
    let port = try HeldPort()
    let environment = ["WALLBOARD_TOKEN": "planted-token"]
    let nobody = try await doctor(
      environment, ["--url", "http://127.0.0.1:\(port.number)"])
    #expect(nobody.status == 1 && failed(nobody.lines) == ["address"])
    #expect(try line("address", of: nobody.lines).words.contains("refused"))
    #expect(try line("token", of: nobody.lines).words == "in WALLBOARD_TOKEN, an API key")
    try await withPlatform { platform in
      let url = (platform["WALLBOARD_URL"] ?? "").replacing("http:", with: "https:")
      let plain = try await doctor(platform, ["--url", url])
      #expect(plain.status == 1 && failed(plain.lines) == ["tls"], "\(shown(plain.lines))")
    }
  }

  @Test("A proxy that is dead, and one whose variable is wrong, with nothing of its password")
  func proxy() async throws {
    let port = try HeldPort()
    for (proxy, words) in [
      ("http://ada:pass-word@127.0.0.1:\(port.number)", "the proxy 127.0.0.1:"),
      ("htp://ada:pass-word@127.0.0.1", "HTTPS_PROXY: "),
    ] {
      let (lines, status) = try await doctor([
        "HTTPS_PROXY": proxy, "WALLBOARD_TOKEN": "planted-token",
        "WALLBOARD_URL": "https://platform.invalid",
      ])
      #expect(status == 1 && failed(lines) == ["proxy"], "\(shown(lines))")
      #expect(lines.contains { $0.status == "failed" && $0.words.contains(words) })
      #expect(lines.filter { $0.check == "proxy" }.count == 1)
      #expect(!lines.contains { $0.words.contains("pass-word") })
    }
  }

  @Test(
    "A certificate that has expired, or that nobody vouches for",
    .enabled(if: SecureServer.isAvailable),
    arguments: [(-1, true, "expired"), (1, false, "no trusted authority issued it")])
  func certificate(days: Int, isTrusted: Bool, words: String) async throws {
    let server = try SecureServer(days: days)
    defer { server.stop() }
    let trust = isTrusted ? ["CURL_CA_BUNDLE": server.certificate] : [:]
    let (lines, status) = try await doctor(
      trust.merging(["WALLBOARD_TOKEN": "planted-token"]) { $1 },
      ["--url", "https://127.0.0.1:\(server.port)"])
    #expect(status == 1 && failed(lines) == ["tls"], "\(shown(lines))")
    #expect(try line("tls", of: lines).words.contains(words))
  }

  @Test(
    "A server that is no platform, and one that is, with a certificate that ends soon",
    .enabled(if: SecureServer.isAvailable), arguments: [404, 200, 401])
  func nobodysServer(status: Int) async throws {
    let server = try SecureServer()
    defer { server.stop() }
    let wire = server.wire
    Thread.detachNewThread {
      _ = wire.readHead()
      let page = "<html>Welcome</html>"
      wire.send(
        Array(
          "HTTP/1.1 \(status) Yes\r\nContent-Length: \(page.count)\r\n\r\n\(page)".utf8))
    }
    let run = try await doctor(
      ["CURL_CA_BUNDLE": server.certificate, "WALLBOARD_TOKEN": "planted-token"],
      ["--url", "https://127.0.0.1:\(server.port)"])
    guard status == 401 else {
      #expect(run.status == 1 && failed(run.lines) == ["address"])
      #expect(try line("address", of: run.lines).words.contains("answers as no platform does"))
      return
    }
    #expect(run.status == 2 && failed(run.lines).first == "token", "\(shown(run.lines))")
    let tls = try line("tls", of: run.lines)
    #expect(tls.status == "warning" && tls.words.contains(", valid for 2"), "\(tls.words)")
    #expect(tls.words.hasSuffix("To do: tell who runs the platform"))
  }

  @Test("A clock that is an hour off is told, and harms nothing")
  func clock() async throws {
    try await withPlatform(["clock:3600"]) { environment in
      let (lines, status) = try await doctor(environment)
      #expect(status == 0, "\(shown(lines))")
      let clock = try line("clock", of: lines)
      #expect(clock.status == "warning" && clock.words.contains("is 1h behind"))
    }
  }

  @Test("A stream, a read and a call that are refused are told, each by itself")
  func refused() async throws {
    try await withPlatform(["403:100"]) { environment in
      let (lines, status) = try await doctor(environment)
      #expect(status == 2 && failed(lines) == ["stream"], "\(shown(lines))")
    }
    try await withPlatform(["rest-403:surfaces:100", "observer-refuse:400"]) { environment in
      let (lines, status) = try await doctor(environment)
      #expect(status == 2 && failed(lines) == ["read", "observer"], "\(shown(lines))")
      #expect(
        lines.contains { $0.status == "failed" && $0.words.contains("needs surfaces:read") })
      #expect(try line("observer", of: lines).words.contains("a proxy may not pass WebSockets on"))
    }
  }

  @Test("All mistakes of a file are told, and nobody is asked anything")
  func configuration() async throws {
    try await withTemporaryFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/wallboard", withIntermediateDirectories: true)
      let toml = "fps = 99\ncolour = \"auto\"\n[alerts.call_too_long]\nwarning = \"soon\"\n"
      try Data(toml.utf8).write(to: URL(filePath: folder + "/wallboard/config.toml"))
      let environment = ["XDG_CONFIG_HOME": folder, "WALLBOARD_TOKEN": "planted-token"]
      // Where it does not belong it would be quoted.
      let misplaced = ["WALLBOARD_WORKSPACE": "planted-token"]
      let (lines, status) = try await doctor(environment.merging(misplaced) { $1 })
      #expect(
        status == 1 && failed(lines) == Array(repeating: "settings", count: 4), "\(shown(lines))")
      let told = lines.filter { $0.status == "failed" }.map(\.words)
      #expect(told.contains { $0.contains("WALLBOARD_WORKSPACE: “[token]”") }, "\(told)")
      let file = folder + "/token"
      try Data("another-token".utf8).write(to: URL(filePath: file))
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
      let document = try await Program.run(
        ["doctor", "--json", "--token-file", file],
        environment: environment.merging(misplaced) { $1 })
      #expect(document.output.contains("“[token]”") && !document.output.contains("planted-token"))
      let words = told.filter { $0.contains("config.toml") }
      #expect(words.count == 3)
      for (number, words) in zip([1, 2, 4], words) {
        #expect(words.contains("config.toml:\(number): "), "\(words)")
      }
      #expect(try line("address", of: lines).words.hasPrefix("not asked"))
      let text = try await Program.run(["doctor", "--config"], environment: environment)
      #expect(text.status == 64 && text.output.isEmpty)
      #expect(text.errors.split(separator: "\n").count == 3)
    }
  }

  @Test("--config prints what means the same")
  func config() async throws {
    try await withTemporaryFolder { folder in
      let first = try await Program.run(
        ["doctor", "--config", "--theme", "light"],
        environment: ["XDG_CONFIG_HOME": folder, "WALLBOARD_FPS": "12"])
      #expect(first.status == 0 && first.errors.isEmpty)
      #expect(first.output.contains("\nfps = 12  # WALLBOARD_FPS\n"))
      #expect(first.output.contains("\ntheme = \"light\"  # --theme\n"))
      #expect(first.output.contains("\n# mouse = false  # default\n"))
      try FileManager.default.createDirectory(
        atPath: folder + "/wallboard", withIntermediateDirectories: true)
      try Data(first.output.utf8).write(to: URL(filePath: folder + "/wallboard/config.toml"))
      let second = try await Program.run(
        ["doctor", "--config"], environment: ["XDG_CONFIG_HOME": folder])
      // Where a value comes from is another place now.
      let values = { (text: String) -> [Substring] in
        text.split(separator: "\n").map { line in
          line.firstRange(of: "  # ").map { line[..<$0.lowerBound] } ?? line
        }
      }
      #expect(second.status == 0 && values(first.output) == values(second.output))
      #expect(values(first.output).contains("fps = 12"))
      #expect(second.output.contains("\nfps = 12  # config.toml:"))
    }
  }

  @Test("In a terminal it measures that, and gives it back as it was")
  func terminal() async throws {
    try await withPlatform { environment in
      let terminal = try TmuxSession(
        "sh -c \"'\(Program.path)' doctor; stty -a | grep -c ' echo '\"", columns: 200, rows: 50,
        environment: environment)
      let rows = try await terminal.wait(for: "ended with 0").map(Line.init)
      #expect(try line("terminal", of: rows).words.contains("200×50"))
      #expect(try line("terminal", of: rows).words.contains("through tmux"))
      #expect(try line("characters", of: rows).status == "ok")
      #expect(try line("colours", of: rows).words.hasPrefix("256 colours"))
      let measured = try line("line", of: rows)
      #expect(measured.status == "warning" && measured.words.hasPrefix("tmux answers in "))
      #expect(try terminal.rows.contains("1"), "echo is on")
    }
  }
}
