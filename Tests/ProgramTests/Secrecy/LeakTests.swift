import Foundation
import TestSupport
import Testing
import WallboardSimulator

/// A long session in which calls are followed: no word and no identifier may be found anywhere in
/// `wall` mode. The same search finds them in `open` mode, so that it can fail. The words are
/// written in a cipher, for the program has words of its own.
@Suite("What is said on a call", .fewAtATime, .serialized)
struct LeakTests {
  /// All that came out of the program in a session, and what the platform had said by then.
  private struct Traces {
    /// The terminal's bytes, and what the screen showed from time to time.
    var terminal = ""
    var log = ""
    /// `follow`, `events` and `snapshot`, as JSON and for people.
    var printed = ""
    /// The command lines of all processes.
    var processes = ""
    /// What stands in the files that it left behind, and what it told the command of an alert.
    var files = ""
    /// What of that are the last minutes.
    var blackBox = ""
    /// The file of notes, which is the one place for the note that was written.
    var notes = ""
    /// The files that it could write to while it ran, through a descriptor or through its memory.
    var writable: Set<String> = []
    var token = ""
    var spoken: Spoken
  }

  @Test("is in wall mode neither on the terminal nor in the log, in a pipe or in a process list")
  func wall() async throws {
    let traces = try await session(privacy: "wall")
    let spoken = traces.spoken
    #expect(spoken.words.count > 200 && spoken.identifiers.count > 10)
    for text in [traces.terminal, traces.log, traces.printed, traces.processes, traces.files] {
      #expect(spoken.identifiers(in: text).isEmpty)
      #expect(spoken.words(in: text).isEmpty)
    }
    expectTokenNowhere(traces)
  }

  @Test("is in desk mode on the terminal of who follows the call, and in no file that is written")
  func desk() async throws {
    let traces = try await session(privacy: "desk")
    #expect(traces.spoken.words(in: traces.terminal).count > 100)
    for text in [traces.log, traces.printed, traces.files] {
      #expect(traces.spoken.identifiers(in: text).isEmpty)
      #expect(traces.spoken.words(in: text).isEmpty)
    }
    expectTokenNowhere(traces)
    // The search has found the saved view, the remembered layout, the log, the alert and the last
    // minutes.
    for sign in ["Calls", "\"theme\"", "Connecting", "WALLBOARD_ALERT_KIND=", "following"] {
      #expect(traces.files.contains(sign), "\(sign)")
    }
    #expect(traces.writable.allSatisfy { $0.hasSuffix("/log") }, "\(traces.writable)")
  }

  private static let note = "zqplantednote"

  private func expectTokenNowhere(_ traces: Traces) {
    #expect(traces.notes.contains(Self.note))
    for text in [traces.log, traces.printed, traces.processes, traces.files] {
      #expect(!text.contains(Self.note))
    }
    for text in [traces.terminal, traces.log, traces.printed, traces.files] {
      #expect(!text.contains(traces.token))
    }
  }

  @Test("is in open mode on the terminal and in the pipe, where the same search finds it")
  func open() async throws {
    let traces = try await session(privacy: "open")
    let spoken = traces.spoken
    #expect(spoken.identifiers(in: traces.terminal).count > 5)
    #expect(spoken.words(in: traces.terminal).count > 100)
    #expect(spoken.identifiers(in: traces.printed).count > 5)
    #expect(spoken.words(in: traces.printed).count > 100)
    // Whatever the mode, the last minutes are masked.
    #expect(spoken.words(in: traces.blackBox).isEmpty)
    #expect(spoken.identifiers(in: traces.blackBox).isEmpty)
    #expect(traces.blackBox.contains("wallboard.recording/1"))
    #expect(
      traces.blackBox.contains(#""event":"story""#), "the stories that were read are searched")
    // Whatever the mode, the log is masked, and no argument tells anything.
    #expect(spoken.words(in: traces.log).isEmpty && spoken.identifiers(in: traces.log).isEmpty)
    #expect(spoken.identifiers(in: traces.processes).isEmpty)
  }

  private func session(privacy: String) async throws -> Traces {
    var options = SimulatorOptions()
    options.rate = 10
    options.observerRate = 40
    options.ciphersWords = true
    options.token = "planted-" + UUID().uuidString
    let simulator = Simulator(options)
    let address = try await simulator.start()
    let environment = options.environment(at: address)
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let home = folder.appending(path: "home")
    try configure(home)
    defer { try? FileManager.default.removeItem(at: folder) }
    let log = home.appending(path: "log")
    let bytes = folder.appending(path: "bytes")
    let terminal = try TmuxSession(
      "sh -c 'cd \"$HOME\" && exec \"\(Program.path)\" --privacy \(privacy) --log log'",
      columns: 160, rows: 50, environment: environment.merging(["HOME": home.path]) { $1 },
      output: bytes)
    try await terminal.wait(for: "LIVE")
    var traces = Traces(spoken: try await Spoken.read(from: address))
    traces.token = options.token
    async let printed = print(privacy, environment, address)
    traces.terminal += try await follow(in: terminal, at: address)
    traces.processes = try Self.commandLines()
    traces.writable = try Self.writableFiles(of: terminal.processID)
    traces.printed = try await printed
    traces.spoken = try await Spoken.read(from: address)
    try await writeBlackBox(in: terminal)
    try terminal.type("q", "y")
    try await terminal.wait(for: "ended with 0")
    traces.terminal += String(decoding: try Data(contentsOf: bytes), as: UTF8.self)
    traces.log = String(decoding: try Data(contentsOf: log), as: UTF8.self)
    let notes = home.appending(path: ".local/state/wallboard/notes.ndjson")
    traces.notes = String(decoding: try Data(contentsOf: notes), as: UTF8.self)
    try FileManager.default.removeItem(at: notes)
    traces.files = try Self.contents(of: home)
    traces.blackBox = try Self.contents(of: home.appending(path: ".local/state/wallboard"))
    await simulator.stop()
    return traces
  }

  /// A home in which an alert tells a command, which writes down all that it knows.
  private func configure(_ home: URL) throws {
    let folder = home.appending(path: ".config/wallboard")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let told = home.appending(path: "told").path
    try Data(
      """
      [alerts]
      sound = "command"
      command = ["sh", "-c", "env >>'\(told)'; echo \\"$0\\" >>'\(told)'", "{sentence}"]
      [alerts.escalation_waiting]
      warning = "1s"
      critical = "2s"
      """.utf8
    ).write(to: folder.appending(path: "config.toml"))
  }

  /// Follows three calls, and presses every key that shows something, until enough was said.
  private func follow(in terminal: TmuxSession, at address: URL) async throws -> String {
    var seen = ""
    try terminal.type("m", Self.note, "Enter")
    try await terminal.wait(for: "Note kept")
    try terminal.type("Enter", "1", "j", "+", "1", "j", "+")
    let keys = [
      "z", "x", "Enter", "k", "k", "Enter", "PageUp", "/", "a", "Enter", "n", "Y", "y", "d",
      "Escape", "G", "z", "Tab", "Space", "Space", "f", "g", "G", "5", "4", "d", "Escape", "Tab",
      "e", "t", "Down", "Enter",
    ]
    let deadline = ContinuousClock.now + .seconds(120)
    for step in 0... {
      if step > keys.count * 2, step % keys.count == 0,
        try await Spoken.read(from: address).words.count > 400
      {
        break
      }
      try #require(ContinuousClock.now < deadline)
      try terminal.type(keys[step % keys.count])
      try await Task.sleep(for: .milliseconds(150))
      seen += try terminal.rows.joined(separator: "\n")
    }
    return seen
  }

  /// Asks for the last minutes, whatever lies on top.
  private func writeBlackBox(in terminal: TmuxSession) async throws {
    try terminal.type("Escape", "Escape", "1", ":")
    try await terminal.wait(for: "Command")
    try terminal.type("blackbox", "Enter")
    try await terminal.wait(for: "Saved, masked: ~/.local")
  }

  /// What the commands without a screen print meanwhile. A call may be over before much is said: where all
  /// is shown others are followed, too, until there is enough to search.
  private func print(
    _ privacy: String, _ environment: [String: String], _ address: URL
  ) async throws -> String {
    let options = ["--privacy", privacy]
    let calls = try await Truth.read(from: address).items("calls", by: "call_sid").keys.sorted()
    try #require(!calls.isEmpty)
    var printed = ""
    for call in calls.prefix(6) {
      for arguments in [
        ["follow", call, "--json"], ["follow", call], ["events", "--json"], ["events"],
      ] {
        printed += try await Program.run(
          arguments + options, environment: environment, deadline: .seconds(5)
        ).output
      }
      let spoken = try await Spoken.read(from: address)
      guard privacy == "open", spoken.words(in: printed).count <= 100 else { break }
    }
    for arguments in [["snapshot", "--json"], ["snapshot"]] {
      printed += try await Program.run(arguments + options, environment: environment).output
    }
    return printed
  }

  /// What the process could write to beside its terminal: a file through a descriptor that is open for
  /// writing, or one that is mapped to be written and shared.
  private static func writableFiles(of process: Int32) throws -> Set<String> {
    let folder = "/proc/\(process)"
    let open = try FileManager.default.contentsOfDirectory(atPath: folder + "/fd").filter {
      number in
      let info = try? String(contentsOfFile: "\(folder)/fdinfo/\(number)", encoding: .utf8)
      // The last octal digit of the flags is 0 where nothing but reading is allowed.
      return info?.firstMatch(of: /flags:\s+[0-7]*[12]\n/) != nil
    }
    let targets = open.compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/fd/\($0)")
    }
    let mapped = try String(contentsOfFile: folder + "/maps", encoding: .utf8)
      .matches(of: /(?m)^\S+ \S*w\S*s .*? (\/.*)$/).map { String($0.1) }
    return Set(targets + mapped).filter {
      $0.hasPrefix("/") && !$0.hasPrefix("/dev/") && !$0.hasPrefix("/memfd:")
    }
  }

  /// All that stands in the files of a folder and below.
  private static func contents(of folder: URL) throws -> String {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return paths.compactMap { try? Data(contentsOf: folder.appending(path: $0)) }
      .map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
  }

  private static func commandLines() throws -> String {
    try FileManager.default.contentsOfDirectory(atPath: "/proc")
      .filter { Int($0) != nil }
      .compactMap { try? Data(contentsOf: URL(filePath: "/proc/\($0)/cmdline")) }
      .map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: "\n")
  }
}
