import Foundation
import Testing
import WallboardSimulator

extension PseudoTerminal {
  /// The board of a simulated platform of its own, which the test steers.
  static func withBoard(
    _ options: SimulatorOptions = .silent, start: String = "exec", arguments: String = "",
    columns: Int = 100, rows: Int = 30, environment: [String: String] = [:],
    line: PseudoTerminal.Line = PseudoTerminal.Line(),
    _ body: (Simulator, PseudoTerminal) async throws -> Void
  ) async throws {
    try await Simulator.run(options) { simulator, variables in
      let terminal = try PseudoTerminal(
        "\(start) '\(Program.path)' watch \(arguments)", columns: columns, rows: rows,
        environment: variables.merging(environment) { $1 }, line: line)
      try await body(simulator, terminal)
    }
  }

  /// What stands on the screen by all that was written since the screen was last cleared.
  func picture(
    columns: Int, rows: Int, ambiguousWidth: Int = 1, upTo end: Int? = nil
  ) -> TerminalPicture {
    let bytes = Self.whole(Array(bytes.prefix(end ?? .max)))
    let clear = Data(bytes).range(of: Data("\u{1B}[H\u{1B}[2J".utf8), options: .backwards)
    var picture = TerminalPicture(columns: columns, rows: rows, ambiguousWidth: ambiguousWidth)
    picture.apply(Array(bytes[(clear?.lowerBound ?? 0)...]))
    return picture
  }

  /// What came, without a sequence or character of which the rest is still to come: a terminal waits for
  /// it, and a slow line brings it later.
  static func whole(_ bytes: [UInt8]) -> [UInt8] {
    if let escape = bytes.suffix(24).lastIndex(of: 0x1B) {
      let rest = bytes[escape...].dropFirst()
      let isWhole =
        switch rest.first {
        case nil: false
        case UInt8(ascii: "["): rest.dropFirst().contains { (0x40...0x7E).contains($0) }
        case UInt8(ascii: "("), UInt8(ascii: ")"): rest.count > 1
        default: true
        }
      if !isWhole { return Array(bytes[..<escape]) }
    }
    guard let lead = bytes.suffix(4).lastIndex(where: { $0 >= 0xC0 }) else { return bytes }
    let length = bytes[lead] >= 0xF0 ? 4 : bytes[lead] >= 0xE0 ? 3 : 2
    return lead + length > bytes.count ? Array(bytes[..<lead]) : bytes
  }

  /// Waits until nothing more comes; a clock may tick.
  func waitForQuiet() async throws {
    var (last, since) = (count, ContinuousClock.now)
    try await wait("a quiet moment") {
      if count != last { (last, since) = (count, .now) }
      return since.duration(to: .now) > .milliseconds(250)
    }
  }

  /// Waits until the clock of the board has shown so many seconds more.
  func waitForSeconds(_ count: Int, columns: Int, rows: Int) async throws {
    var clocks: Set<String> = []
    try await wait("\(count) seconds") {
      let row = picture(columns: columns, rows: rows).lines.first
      if let clock = row?.firstMatch(of: /\d\d:\d\d:\d\d/) { clocks.insert(String(clock.0)) }
      return clocks.count > count
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

  /// What the screen shows when all is read and only its clocks have gone on for so long.
  private func settledPicture(
    columns: Int, rows: Int, for quiet: Duration
  ) async throws -> [String] {
    var (last, since, looked) = ([String](), ContinuousClock.now, -1)
    let hasCalls = columns >= 80 && rows >= 24
    try await wait("a picture that stays") {
      let isNew = count != looked
      looked = count
      let now = isNew ? picture(columns: columns, rows: rows).timeless : last
      if now != last { (last, since) = (now, .now) }
      let isRead = !hasCalls || now.contains { $0.contains("caller ") }
      return isRead && !now.contains { $0.contains("Loading ") }
        && since.duration(to: .now) > quiet
    }
    return last
  }

  /// Expects that the screen after something is as it is after it was drawn from nothing. So many
  /// rows may have changed meanwhile by themselves; where more have, such as when an alert has come,
  /// it is tried again. On a slow line a picture comes in parts, with pauses between them, which have
  /// to be shorter than `pause`.
  func expectRightPicture(
    columns: Int, rows: Int, besides changing: Int = 0, inPartsWithin pause: Duration? = nil,
    after something: () async throws -> Void
  ) async throws {
    var different: [(String, String)] = []
    for _ in 0..<4 {
      try await something()
      let before = try await settledPicture(
        columns: columns, rows: rows, for: pause ?? .milliseconds(1_500))
      try await repaint()
      // Marks of what is new go by themselves meanwhile: where it came at once, it is looked at at once.
      let after =
        if let pause {
          try await settledPicture(columns: columns, rows: rows, for: pause)
        } else {
          picture(columns: columns, rows: rows).timeless
        }
      #expect(before.contains { !$0.allSatisfy { $0 == " " } } || columns * rows < 100)
      different = zip(before, after).filter { $0 != $1 }
      if different.count <= changing { return }
    }
    let shown = different.map { "\($0)\n\($1)" }.joined(separator: "\n")
    Issue.record("\(columns)x\(rows):\n\(shown)")
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
