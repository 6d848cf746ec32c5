/// The control sequence that fills a terminal's clipboard (xterm's "Manipulate Selection Data").
package struct ClipboardSequence: Equatable, Sendable {
  /// Bytes of base64 that terminals take; more is cut off by many.
  package static let longest = 74_992
  /// Bytes of text of which that base64 is made.
  private static let longestText = longest / 4 * 3
  /// Bytes that GNU screen passes on in one string.
  private static let screenChunk = 512

  private let sequence: String

  /// The sequence for text in base64; empty for one that is too long.
  package init(base64: String) {
    sequence = base64.utf8.count <= Self.longest ? "\u{1B}]52;c;\(base64)\u{7}" : ""
  }

  /// As much of a text as terminals take; one that is cut ends in a mark.
  package static func fitting(_ text: String) -> String {
    guard text.utf8.count > longestText else { return text }
    let mark = "…"
    var (end, length) = (text.startIndex, mark.utf8.count)
    for index in text.indices {
      length += text[index].utf8.count
      guard length <= longestText else { break }
      end = text.index(after: index)
    }
    return text[..<end] + mark
  }

  /// The sequence as it has to be written so that it comes through.
  package func text(through multiplexer: Multiplexer) -> String {
    guard !sequence.isEmpty else { return "" }
    return switch multiplexer {
    case .none: sequence
    // tmux obeys the plain one where set-clipboard is on, and passes the other where
    // allow-passthrough is.
    case .tmux: sequence + "\u{1B}Ptmux;\u{1B}" + sequence + "\u{1B}\\"
    case .screen: screenStrings.joined()
    }
  }

  private var screenStrings: [String] {
    var rest = sequence[...]
    var strings: [String] = []
    while !rest.isEmpty {
      strings.append("\u{1B}P\(rest.prefix(Self.screenChunk))\u{1B}\\")
      rest = rest.dropFirst(Self.screenChunk)
    }
    return strings
  }
}

/// What lies between the program and the terminal that a person sits at.
package enum Multiplexer: Equatable, Sendable {
  case none, tmux, screen

  /// By the variables that tmux and GNU screen set.
  package init(environment: (String) -> String?) {
    if environment("TMUX")?.isEmpty == false {
      self = .tmux
    } else if environment("STY")?.isEmpty == false {
      self = .screen
    } else {
      self = .none
    }
  }
}

/// How to make the terminal accept what is copied. It never says whether it did.
package enum ClipboardAdvice {
  /// A line for a person who finds nothing in the clipboard; the environment tells the terminal.
  package static func words(environment: (String) -> String?) -> String {
    let cure =
      switch Multiplexer(environment: environment) {
      case .tmux: "tmux: set -g set-clipboard on"
      case .screen: "the terminal around screen has to allow OSC 52"
      case .none where environment("XTERM_VERSION") != nil: "xterm: XTerm*allowWindowOps: true"
      case .none: "the terminal has to allow OSC 52"
      }
    return "Not in the clipboard? \(cure)"
  }
}
