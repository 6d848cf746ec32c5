import TestSupport
import Foundation
import Testing

/// A real terminal of a fixed size with the program in it.
final class TmuxSession {
  private let name = "wallboard-test-" + UUID().uuidString
  private var arguments: [String] { ["-L", name] }

  /// Starts a command line in a terminal of so many columns and rows. All that it writes to the
  /// terminal goes to the file `output` too. Without an alternate screen it has its history alone.
  init(
    _ command: String, columns: Int, rows: Int, environment: [String: String] = [:],
    output: URL? = nil, hasAlternateScreen: Bool = true
  ) throws {
    let variables = Program.environment(environment).map { "\($0.key)=\($0.value)" }.sorted()
    // Nothing is written before the pipe is there.
    let wait = output == nil ? "" : "read _;"
    let quoted = variables.map { "'\($0)'" }.joined(separator: " ")
    try startServer()
    try tmux(["set-option", "-s", "set-clipboard", "on"])
    if !hasAlternateScreen { try tmux(["set-option", "-g", "alternate-screen", "off"]) }
    try tmux([
      "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
      "\(wait) env -i TERM=screen-256color \(quoted) \(command); echo \"ended with $?\"; sleep 600",
    ])
    if let output {
      try tmux(["pipe-pane", "cat > '\(output.path)'"])
      try tmux(["send-keys", "Enter"])
    }
  }

  deinit {
    _ = try? tmux(["kill-server"])
  }

  /// What the terminal shows, a string per row.
  var rows: [String] {
    get throws {
      try tmux(["capture-pane", "-p"]).split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init)
    }
  }

  /// What it shows and what was scrolled away, but for blank rows.
  var history: [String] {
    get throws {
      try tmux(["capture-pane", "-p", "-S", "-"]).split(separator: "\n").map(String.init)
    }
  }

  /// What a program has put into the terminal's clipboard.
  var clipboard: String {
    get throws { try tmux(["show-buffer"]) }
  }

  /// Types keys, named as tmux names them.
  func type(_ keys: String...) throws {
    try tmux(["send-keys"] + keys)
  }

  /// Types bytes, as a terminal sends them.
  func send(_ text: String) throws {
    try tmux(["send-keys", "-H"] + text.utf8.map { String($0, radix: 16) })
  }

  /// Pastes text, in brackets where the program asked for them.
  func paste(_ text: String) throws {
    try tmux(["set-buffer", text])
    try tmux(["paste-buffer", "-p"])
  }

  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// Whether the program has the terminal's alternate screen.
  var isOnAlternateScreen: Bool {
    get throws {
      try tmux(["display-message", "-p", "#{alternate_on}"]).hasPrefix("1")
    }
  }

  /// The id of the process that runs in the terminal's foreground, below the shell and `env`.
  var processID: Int32 {
    get throws {
      let shell = try tmux(["display-message", "-p", "#{pane_pid}"])
        .trimmingCharacters(in: .whitespacesAndNewlines)
      let children = try String(
        contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
      return try #require(
        children.split(separator: " ").first.flatMap {
          Int32($0.trimmingCharacters(in: .whitespacesAndNewlines))
        })
    }
  }

  /// Waits until a row holds the text, and returns the rows.
  @discardableResult
  func wait(for text: String, deadline: Duration = .seconds(60)) async throws -> [String] {
    try await wait(text, deadline: deadline) { rows in rows.contains { $0.contains(text) } }
  }

  /// Waits until the rows are as they have to be, and returns them.
  @discardableResult
  func wait(
    _ awaited: String, deadline: Duration = .seconds(60), until holds: ([String]) -> Bool
  ) async throws -> [String] {
    var seen: [String] = []
    try await waitUntil(
      awaited, deadline: deadline, lookingEvery: .milliseconds(50),
      seen: { "on the screen\n" + seen.joined(separator: "\n") }
    ) {
      seen = try rows
      return holds(seen)
    }
    return seen
  }

  /// Starts the server in the foreground, as a child that is ended with the session: a daemon would
  /// keep what it inherits open for ever.
  private func startServer() throws {
    _ = try launch(["-f", "/dev/null", "-D"], output: FileHandle.nullDevice)
    let deadline = ContinuousClock.now + .seconds(60)
    while try launch(["-N", "start-server"], output: FileHandle.nullDevice).status != 0 {
      try #require(ContinuousClock.now < deadline, "tmux starts")
    }
  }

  @discardableResult
  private func tmux(_ more: [String]) throws -> String {
    let output = Pipe()
    let process = try launch(more, output: output)
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  private func launch(_ more: [String], output: Any) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["tmux"] + arguments + more
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.start()
    return process
  }
}

extension Process {
  /// The exit status, once there is one.
  fileprivate var status: Int32 {
    waitUntilExit()
    return terminationStatus
  }
}
