import Foundation
import TestSupport
import Testing

/// What other programs of the machine learn of this one.
@Suite("The process", .fewAtATime)
struct ProcessSecrecyTests {
  @Test("writes no core file, and lets nobody of its user read its memory")
  func dumps() async throws {
    let terminal = try TmuxSession("'\(Program.path)' demo", columns: 80, rows: 24)
    try await terminal.wait(for: "LIVE")
    let folder = "/proc/\(try terminal.processID)"
    let limits = try String(contentsOfFile: folder + "/limits", encoding: .utf8)
    let core = try #require(limits.split(separator: "\n").first { $0.contains("core file") })
    #expect(core.firstMatch(of: /size\s+0\s+0\s/) != nil)
    // Of a process that may not be dumped, the system itself owns what tells of it; of one that
    // belongs to the system, too.
    if geteuid() != 0 {
      let owner = try FileManager.default.attributesOfItem(atPath: folder + "/environ")
      #expect(owner[.ownerAccountID] as? Int == 0)
    }
    try terminal.type("q")
    try await terminal.wait(for: "ended with 0")
  }
}

/// The simulated platform has what a person types for an action, and keeps it to itself.
@Suite("The simulated platform", .fewAtATime)
struct SimulatorSecrecyTests {
  private static let words = "xylophone-in-the-attic"

  @Test("prints nothing of what it is sent, whether it is refused or gets lost")
  func bodies() async throws {
    let workspace = "/v1/00000000-0000-4000-8000-000000000001"
    let nobody = "00000000-0000-4000-8000-00000000dead"
    let bodies = [
      #"{"call_sid":"CA0","message":"\#(Self.words)"}"#,
      #"{"call_sid":"CA0","message":"\#(Self.words)"}"#,
      #"{"call_sid":["\#(Self.words)"],"message":"x"}"#, #"{"message":"\#(Self.words)"#,
    ]
    let script = """
      coproc S { exec '\(Program.path)' simulate --port 0 --fault action-lost:1 2>&1; }
      ended=$S_PID
      exec 5<&${S[0]}
      for _ in 1 2 3; do read -r -u 5 line; case $line in *URL=*) url=$line;; esac; done
      while read -r body; do
        exec 6<>/dev/tcp/127.0.0.1/${url##*:}
        printf 'POST %s HTTP/1.1\\r\\n' \(workspace)/operators/\(nobody)/send-guidance >&6
        printf 'Authorization: Bearer simulator\\r\\nContent-Type: application/json\\r\\n' >&6
        printf 'Content-Length: %d\\r\\n\\r\\n%s' ${#body} "$body" >&6
        cat <&6 >&2
        exec 6>&-
      done
      kill $ended
      cat <&5
      """
    let input = bodies.map { $0 + "\n" }.joined()
    let outcome = try await Program.run("/bin/bash", ["-c", script], input: input)
    // What cannot be read comes back, so that it has been there.
    #expect(outcome.errors.contains(Self.words) && outcome.errors.contains("Operator not found"))
    #expect(outcome.output.isEmpty, "\(outcome.output)")
  }
}

/// What one person left behind for the next is read by that person, and not by whoever passes a wall.
@Suite("A note", .fewAtATime)
struct NoteSecrecyTests {
  @Test("is shown at a desk, and never on a wall", arguments: [false, true])
  func wall(isWall: Bool) async throws {
    try await withTemporaryFolder { folder in
      let state = folder + "/state/wallboard"
      try FileManager.default.createDirectory(
        atPath: state, withIntermediateDirectories: true)
      let now = Int(Date().timeIntervalSince1970 * 1_000) - 60_000
      let workspace = "00000000-0000-4000-8000-000000000001"
      try #"{"at":\#(now),"text":"zqplantednote","workspace":"\#(workspace)"}"#.write(
        toFile: state + "/notes.ndjson", atomically: true, encoding: .utf8)
      let terminal = try TmuxSession(
        "'\(Program.path)' demo \(isWall ? "--wall" : "")", columns: 100, rows: 40,
        environment: ["XDG_STATE_HOME": folder + "/state"])
      try await terminal.wait(for: isWall ? "█" : "LIVE")
      try terminal.type(":")
      try await Task.sleep(for: .milliseconds(300))
      try terminal.type("notes", "Enter")
      if !isWall { try await terminal.wait(for: "zqplantednote") }
      try await Task.sleep(for: .milliseconds(700))
      #expect(try terminal.rows.joined().contains("zqplantednote") == !isWall)
      try terminal.type("C-c")
    }
  }
}

/// A password that a variable holds for a proxy is nowhere in what the program prints, draws and writes,
/// whatever is wrong with the proxy.
@Suite("A proxy's password", .fewAtATime)
struct ProxySecrecyTests {
  private static let name = "planted-name"
  private static let password = "Winter2025!"

  private static let malformedAddresses = [
    "htp://\(name):\(password)@127.0.0.1:1", "socks5x://\(name):\(password)@127.0.0.1:1",
    "http://\(name):\(password) x@127.0.0.1:1", "http://\(name):\(password)%ZZ@127.0.0.1:1",
    "http://\(name):1/\(password)@127.0.0.1:1", "\(name):\(password)",
  ]
  private static let deadAddresses = ["http", "https", "socks5h"].map {
    "\($0)://\(name):\(password)@127.0.0.1:1"
  }

  private func environment(_ proxy: String) -> [String: String] {
    [
      "HTTPS_PROXY": proxy, "WALLBOARD_URL": "https://platform.invalid",
      "WALLBOARD_WORKSPACE": "00000000-0000-4000-8000-000000000001",
      "WALLBOARD_TOKEN": "planted-token",
    ]
  }

  private func expectNothing(in text: String) {
    #expect(!text.contains(Self.name) && !text.contains("Winter"), "\(text)")
  }

  @Test(
    "is not told where the address of the proxy is wrong: the variable is",
    arguments: malformedAddresses)
  func malformed(_ proxy: String) async throws {
    try await withTemporaryFolder { folder in
      for arguments in [
        ["events"], ["watch", "--plain", "--privacy", "wall"], ["record", folder + "/recording"],
        ["snapshot"], ["follow", "CA00000000000000000000000000000001"],
      ] {
        let outcome = try await Program.run(
          arguments + ["--log", folder + "/log"], environment: environment(proxy))
        #expect(outcome.status == 64)
        #expect(outcome.errors.hasPrefix("wallboard: HTTPS_PROXY: "), "\(outcome.errors)")
        expectNothing(in: outcome.output + outcome.errors)
      }
      expectNothing(in: try contents(of: folder))
    }
  }

  @Test("nor where nobody answers there", arguments: deadAddresses)
  func dead(_ proxy: String) async throws {
    let told = "Connection refused by the proxy 127.0.0.1:1"
    let plain = try await Program.run(
      ["watch", "--plain", "--privacy", "wall"], environment: environment(proxy),
      deadline: .seconds(5))
    #expect(plain.output.contains(told), "\(plain.output)")
    expectNothing(in: plain.output + plain.errors)
    try await withTemporaryFolder { folder in
      let terminal = try TmuxSession(
        "'\(Program.path)' --privacy wall --log '\(folder)/log' --record '\(folder)/recording'",
        columns: 120, rows: 30, environment: environment(proxy))
      try await terminal.wait(for: told)
      expectNothing(in: try terminal.rows.joined(separator: "\n"))
      try terminal.type("q")
      try await terminal.wait(for: "ended with 0")
      let written = try contents(of: folder)
      for words in [told, "wallboard.recording/1"] { #expect(written.contains(words)) }
      expectNothing(in: written)
    }
  }

  private func contents(of folder: String) throws -> String {
    try FileManager.default.contentsOfDirectory(atPath: folder)
      .map { try String(contentsOfFile: folder + "/" + $0, encoding: .utf8) }.joined()
  }
}
