import Foundation
import Glibc
import TestSupport
import Testing
import WallboardSimulator

/// Whatever is said and named would steer the terminal if it could (the simulator's fault `hostile`):
/// every panel, pane and overlay is opened over it, and what comes out is read by somebody strict.
@Suite("Hostile text", .fewAtATime, .serialized, .thorough)
struct HostileTextTests {
  static let types = ["xterm-256color", "screen-256color", "tmux-256color", "vt100", "linux"]

  struct Place: CustomTestStringConvertible {
    let type: String
    var language = "C.UTF-8"
    var options = ""

    var testDescription: String { "\(type) \(language) \(options)" }
    /// The others are about what a terminal is told in another way.
    var isFirst: Bool { type == "xterm-256color" && !isASCII && options.isEmpty }
    var isASCII: Bool { language == "C" || options.contains("--ascii") }
  }

  static let places =
    types.map { Place(type: $0) }
    + [
      Place(type: "xterm-256color", language: "C"), Place(type: "vt100", language: "C"),
      Place(type: "linux", options: "--ascii"), Place(type: "xterm-256color", options: "--wall"),
    ]

  /// Through every panel: its detail, its columns, its explanation; then what lies over them.
  private static let tour =
    ["1", "d", "\u{1B}", "2", "d", "\u{1B}", "3", "d", "\u{1B}", "4", "z", "d", "\u{1B}", "G", "d"]
    + ["\u{1B}", "z", "5", "i", "\u{1B}", "6", "i", "\u{1B}", "x", "!", "a", "?", "\u{1B}", "t"]
    + ["j", "\u{1B}", "c", "\u{1B}", ":", "call", "\u{1B}", "1", "s", "S", "e", "M", "\r", "d"]
    + ["\u{1B}", "G", "k", "\r", "x", "+", "\t", "z", "z", "\u{1B}", " ", "\u{1B}", "f"]

  private static let shortTour =
    ["1", "d", "\u{1B}", "3", "d", "\u{1B}", "4", "z", "d", "\u{1B}", "z", "?", "\u{1B}", "t"]
    + ["\u{1B}", "1", "G", "k", "\r", "z"]

  @Test("would be seen, if it came out as it is", arguments: Hostility.texts)
  func isRejected(text: String) throws {
    // What is drawn as it is: it is harmless, or merely long.
    let harmless = ["漢字", "ｆｕｌｌ", "\u{1100}\u{1161}\u{11A8}", "AAAA"].contains {
      text.hasPrefix($0)
    }
    let text = TerminalTokens(Array(text.utf8), TerminalDialect(isText: true))
    #expect(text.forbidden.isEmpty == harmless)
  }

  @Test("steers no terminal", arguments: places)
  func board(_ place: Place) async throws {
    let paste = "\u{1B}[200~" + Hostility.texts.joined(separator: " ") + "\u{1B}[201~"
    try await withTemporaryFolder { folder in
      let variables = try environment(place, folder)
      try await PseudoTerminal.withBoard(
        .hostile, start: "cd '\(folder)'; exec", arguments: place.options, columns: 160, rows: 50,
        environment: variables
      ) { simulator, terminal in
        try await terminal.wait("something was cleaned") {
          terminal.has("(-")
        }
        for keys in place.isFirst ? Self.tour : Self.shortTour {
          terminal.type(keys)
          try await terminal.waitForSomething()
        }
        try await fail(simulator, terminal)
        for keys in ["/", paste, "\r", "\u{1B}", ":", paste, "\u{1B}"] {
          terminal.type(keys)
          try await terminal.waitForSomething()
        }
        terminal.resize(columns: 80, rows: 24)
        try await terminal.waitForSomething()
        terminal.signal(SIGTERM)
        _ = try await terminal.waitForEnd()
        let output = TerminalTokens(
          terminal.bytes, TerminalDialect(type: place.type, isASCII: place.isASCII))
        #expect(output.forbidden.isEmpty, "\(output.forbidden.prefix(5))")
        Figures.note("\(place.testDescription): \(terminal.count) bytes")
        // The console's font has no picture of it.
        if !place.isASCII, place.type != "linux" {
          #expect(terminal.has("␛"))
        }
        try expectHarmlessFiles(in: folder)
      }
    }
  }

  @Test("does not get into a clipboard")
  func clipboard() async throws {
    try await PseudoTerminal.withBoard(.hostile, arguments: "--privacy open") { _, terminal in
      try await terminal.wait("something was cleaned") {
        terminal.has("(-")
      }
      for keys in ["1", "G", "y", "k", "y", "3", "y", "4", "y", "1", "g", "\r", "k", "Y", "Y"] {
        terminal.type(keys)
        try await terminal.waitForSomething()
      }
      var dialect = TerminalDialect()
      dialect.allowsClipboard = true
      let output = TerminalTokens(terminal.bytes, dialect)
      #expect(output.forbidden.isEmpty, "\(output.forbidden.prefix(5))")
      let copied = output.tokens.compactMap { token in
        if case .clipboard(let base64) = token { Data(base64Encoded: base64) } else { nil }
      }
      #expect(copied.count > 1)
      for text in copied { expectHarmless(Array(text)) }
      terminal.signal(SIGTERM)
      _ = try await terminal.waitForEnd()
    }
  }

  /// Stream, reads and followed calls are refused, in hostile words.
  private func fail(_ simulator: Simulator, _ terminal: PseudoTerminal) async throws {
    let faults = [
      "rest-500:operators", "observer-close:4003:0:1", "observer-refuse:403:1", "503:1",
    ]
    for fault in faults {
      await simulator.turnOn(try #require(SimulatorFault.parse(fault)))
    }
    await simulator.dropStreams()
    let before = terminal.count
    try await terminal.wait("the refusal") {
      ["503", "NOT CONNECTED", "unavailable"].contains { terminal.has($0, since: before) }
    }
  }

  /// A theme whose name and words are hostile, and one that is no theme.
  private func environment(_ place: Place, _ folder: String) throws -> [String: String] {
    let themes = "\(folder)/wallboard/themes"
    try FileManager.default.createDirectory(atPath: themes, withIntermediateDirectories: true)
    for (name, text) in [
      ("a\u{1B}]0;x\u{7}b", #"summary = "\u001b[2J\u202e\u009b31m""#),
      ("c\u{9B}2J\u{202E}d", "\u{1B}]0;owned\u{7} = 1"),
    ] {
      try text.write(toFile: "\(themes)/\(name).toml", atomically: false, encoding: .utf8)
    }
    return [
      "TERM": place.type, "LANG": place.language, "XDG_CONFIG_HOME": folder, "HOME": folder,
      "WALLBOARD_PRIVACY": place.options.contains("--wall") ? "wall" : "open",
    ]
  }

  private func expectHarmlessFiles(in folder: String) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where name.hasSuffix(".txt") {
      expectHarmless(Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))))
    }
  }
}

func expectHarmless(_ bytes: [UInt8], _ comment: String = "") {
  let output = TerminalTokens(bytes, TerminalDialect(isText: true))
  #expect(output.forbidden.isEmpty, "\(comment) \(output.forbidden.prefix(5))")
}

extension SimulatorOptions {
  /// A busy centre whose fault is `hostile`.
  static var hostile: SimulatorOptions {
    var options = SimulatorOptions()
    options.rate = 60
    options.observerRate = 20
    options.faults = [SimulatorFault.parse("hostile")].compactMap { $0 }
    return options
  }
}
