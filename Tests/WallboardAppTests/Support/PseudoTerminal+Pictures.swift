import Foundation
import Testing
import WallboardSimulator

extension PseudoTerminal {
  /// The board of a simulated platform of its own, which the test steers.
  static func withBoard(
    _ options: SimulatorOptions = .silent, start: String = "exec", arguments: String = "",
    columns: Int = 100, rows: Int = 30, environment: [String: String] = [:],
    _ body: (Simulator, PseudoTerminal) async throws -> Void
  ) async throws {
    let simulator = Simulator(options)
    let address = try await simulator.start()
    let variables = [
      "WALLBOARD_URL": address.absoluteString, "WALLBOARD_WORKSPACE": options.workspace,
      "WALLBOARD_TOKEN": options.token,
    ]
    let terminal = try PseudoTerminal(
      "\(start) '\(Program.path)' watch \(arguments)", columns: columns, rows: rows,
      environment: variables.merging(environment) { $1 })
    do {
      try await body(simulator, terminal)
    } catch {
      await simulator.stop()
      throw error
    }
    await simulator.stop()
  }

  /// What stands on the screen by all that was written since the screen was last cleared.
  func picture(columns: Int, rows: Int, upTo end: Int? = nil) -> TerminalPicture {
    let bytes = Array(bytes.prefix(end ?? .max))
    let clears = bytes.ranges(of: Array("\u{1B}[H\u{1B}[2J".utf8))
    var picture = TerminalPicture(columns: columns, rows: rows)
    picture.apply(Array(bytes[(clears.last?.lowerBound ?? 0)...]))
    return picture
  }

  /// Waits until nothing more comes; a clock may tick.
  func waitForQuiet() async throws {
    var (last, since) = (count, ContinuousClock.now)
    try await wait("a quiet moment") {
      if count != last { (last, since) = (count, .now) }
      return since.duration(to: .now) > .milliseconds(250)
    }
  }

  /// Waits for what comes of a key, if anything does.
  func waitForSomething() async throws {
    let (first, since) = (count, ContinuousClock.now)
    try await wait("something") {
      count > first + 20 || since.duration(to: .now) > .milliseconds(150)
    }
    try await Task.sleep(for: .milliseconds(40))
  }

  /// Has the whole screen drawn again; how many bytes that takes.
  @discardableResult
  func repaint() async throws -> Int {
    try await waitForQuiet()
    let first = count
    type("\u{0C}")
    try await wait(for: "\u{1B}[H\u{1B}[2J", since: first)
    try await waitForQuiet()
    return count - first
  }

  /// What the screen shows when only its clocks go on.
  private func settledPicture(columns: Int, rows: Int) async throws -> [String] {
    var (last, since) = ([String](), ContinuousClock.now)
    try await wait("a picture that stays") {
      let now = picture(columns: columns, rows: rows).timeless
      if now != last { (last, since) = (now, .now) }
      return since.duration(to: .now) > .milliseconds(1_500)
    }
    return last
  }

  /// Expects that the screen is as it is after it was drawn from nothing. So many rows may have
  /// changed meanwhile by themselves.
  func expectRightPicture(columns: Int, rows: Int, besides changing: Int = 0) async throws {
    let before = try await settledPicture(columns: columns, rows: rows)
    try await repaint()
    let after = picture(columns: columns, rows: rows).timeless
    let different = zip(before, after).filter { $0 != $1 }
    let shown = different.map { "\($0)\n\($1)" }.joined(separator: "\n")
    #expect(different.count <= changing, "\(columns)x\(rows):\n\(shown)")
    #expect(before.contains { !$0.allSatisfy { $0 == " " } } || columns * rows < 100)
  }
}

extension SimulatorOptions {
  /// Nothing happens unless a test says so.
  static var silent: SimulatorOptions {
    var options = SimulatorOptions()
    options.rate = 0
    return options
  }
}
