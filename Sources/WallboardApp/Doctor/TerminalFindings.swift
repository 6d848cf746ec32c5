import WallboardBoard
import WallboardScreen
import WallboardSystem

/// What is to be told of the terminal.
extension Finding {
  static func terminal(
    _ facts: TerminalFacts, _ environment: [String: String], ancestors: [String]
  ) -> Finding {
    let type = facts.type.isEmpty ? "TERM is not set" : facts.type
    let locale = "\(facts.isUTF8 ? "UTF-8" : "no UTF-8") by \(localeVariable(environment))"
    guard facts.isTerminal else {
      return .warning(
        .terminal,
        "standard output is not a terminal, so nothing was measured (\(type), \(locale))",
        cure: "run it in the terminal that the board will use")
    }
    if let problem = facts.problem { return .failed(.terminal, problem.asClause) }
    let size = facts.size.map { ["\($0.width)×\($0.height)"] } ?? []
    let through = between(facts, environment, ancestors)
    let way = through.isEmpty ? [] : ["through " + through.joined(separator: " and ")]
    let words = ([type] + size + [locale] + way).joined(separator: ", ")
    if let size = facts.size, size.width < 40 || size.height < 10 {
      return .warning(.terminal, "\(words): too small for a board", cure: "make it larger")
    }
    return facts.isUTF8
      ? .ok(.terminal, words)
      : .warning(
        .terminal, "\(words): names of other scripts cannot be shown",
        cure: "use a locale of UTF-8, such as LANG=C.UTF-8")
  }

  /// Which variable decides about characters (setlocale(3)).
  private static func localeVariable(_ environment: [String: String]) -> String {
    let set = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { name in
      environment.variable(name).map { "\(name)=\($0)" }
    }
    return set.first ?? "default, since LANG is not set"
  }

  /// What lies between the board and the person.
  private static func between(
    _ facts: TerminalFacts, _ environment: [String: String], _ ancestors: [String]
  ) -> [String] {
    let known = [
      ("tmux", "tmux"), ("screen", "GNU screen"), ("mosh-server", "mosh"), ("sshd", "ssh"),
    ]
    var all = known.filter { name, _ in ancestors.contains { $0.lowercased().hasPrefix(name) } }
      .map(\.1)
    // Of a session that was begun elsewhere the variables tell, and the processes do not.
    if environment.variable("SSH_CONNECTION") != nil, !all.contains("mosh"), !all.contains("ssh") {
      all.append("ssh")
    }
    switch facts.multiplexer {
    case .tmux where !all.contains("tmux"): all.insert("tmux", at: 0)
    case .screen where !all.contains("GNU screen"): all.insert("GNU screen", at: 0)
    case .none, .tmux, .screen: break
    }
    return all
  }

  static func colours(
    _ facts: TerminalFacts, choice: ColorChoice, choiceSource: String?
  ) -> Finding {
    let support = facts.colors
    let depth = choice.depth(on: support)
    var reasons = ["terminfo has \(support.colors)"]
    if support.isDescribedDirect { reasons.append("and RGB") }
    reasons.append(support.claim.isEmpty ? "COLORTERM is not set" : "COLORTERM=\(support.claim)")
    if support.isMultiplexed, !support.claim.isEmpty {
      reasons.append("which does not hold through a multiplexer")
    }
    if choice != .auto {
      reasons.append("color is \(choice.rawValue) by \(choiceSource ?? "default")")
    }
    let background =
      facts.answers.background.map {
        "; the background is \($0.hexadecimal), \(ThemeBackground(of: $0).rawValue)"
      }
      ?? "; the terminal does not say what its background is"
    let words = "\(depth.words): \(reasons.joined(separator: ", "))\(background)"
    guard depth < .indexed256, choice == .auto else { return .ok(.colours, words) }
    return .warning(
      .colours, words, cure: "set TERM to what the terminal is, such as xterm-256color")
  }

  static func characters(_ facts: TerminalFacts) -> Finding {
    guard facts.isUTF8 else { return .ok(.characters, "ASCII and the locale's own") }
    guard !facts.widths.isEmpty else {
      return .warning(.characters, "their widths could not be measured")
    }
    let wrong = facts.widths.filter { $0.measured != $0.expected }
    guard !wrong.isEmpty else {
      return .ok(
        .characters,
        "\(facts.widths.map(\.character).joined(separator: " ")) are as wide as expected")
    }
    let list = wrong.map { "\($0.character) takes \($0.measured) instead of \($0.expected)" }
    return .warning(
      .characters, list.joined(separator: ", ") + ": lines have gaps, columns stay right",
      cure: "use --ascii, or have the terminal show ambiguous characters narrow")
  }

  static func clipboard(_ facts: TerminalFacts, _ environment: [String: String]) -> Finding {
    if facts.answers.announcesClipboard {
      return .ok(.clipboard, "the terminal says that it takes what is copied (OSC 52)")
    }
    let advice = ClipboardAdvice.words { environment[$0] }
    return .ok(.clipboard, "the terminal does not say whether it takes OSC 52. \(advice)")
  }

  static func line(
    _ facts: TerminalFacts, _ environment: [String: String], ancestors: [String]
  ) -> Finding {
    guard let time = facts.answerTime else {
      return .warning(
        .line, "the terminal does not answer: the board will write cautiously",
        cure: "give --max-bps where the line is known")
    }
    let rate = facts.bytesPerSecond.map { ", takes \(Self.kilobytes($0)) a second or more" } ?? ""
    let words = "answers in \(time.inWords)\(rate)"
    let isSlow = time > .milliseconds(500) || facts.bytesPerSecond.map { $0 < 4_000 } ?? false
    // These answer and take bytes themselves, however slow the line behind them is.
    let between = between(facts, environment, ancestors).first { $0 != "ssh" }
    if let between {
      return .warning(
        .line, "\(between) \(words); the line behind it is not seen",
        cure: "give --max-bps where that line is slow")
    }
    return isSlow
      ? .warning(.line, "\(words): slow", cure: "lower --fps; the board draws what matters first")
      : .ok(.line, words)
  }

  private static func kilobytes(_ bytes: Int) -> String {
    bytes >= 1_000_000 ? "\(bytes / 1_000_000) MB" : "\(max(1, bytes / 1_000)) kB"
  }
}

extension ColorDepth {
  fileprivate var words: String {
    switch self {
    case .mono: "no colours"
    case .ansi8: "8 colours"
    case .ansi16: "16 colours"
    case .indexed256: "256 colours"
    case .truecolor: "true colour"
    }
  }
}
