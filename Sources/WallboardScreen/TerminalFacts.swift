/// What was found out about the terminal on standard output, for a person who wonders why the board
/// looks as it does.
package struct TerminalFacts: Equatable, Sendable {
  /// What `TERM` says; empty for nothing.
  package var type = ""
  /// Whether standard output is a terminal.
  package var isTerminal = false
  /// Why there can be no board on it; `nil` where there can.
  package var problem: String?
  package var size: Size?
  package var isUTF8 = false
  package var colors = ColorSupport(colors: 0)
  package var multiplexer = Multiplexer.none
  /// How long it took to answer; `nil` where it does not.
  package var answerTime: Duration?
  package var answers = TerminalAnswers()
  /// How many columns characters of doubtful width take.
  package var widths: [MeasuredWidth] = []
  /// How many bytes a second the line takes, at least.
  package var bytesPerSecond: Int?

  package init() {}

  /// A character, how many columns the board takes it for, and how many the terminal gave it.
  package struct MeasuredWidth: Equatable, Sendable {
    package let character: String
    package let expected: Int
    package let measured: Int

    package init(character: String, measured: Int) {
      self.character = character
      expected = TextLayout.width(of: character)
      self.measured = measured
    }
  }

  /// Characters that the board draws with or that names are written in, and about whose width terminals
  /// disagree.
  package static let doubtful = ["─", "▲", "●", "…", "ё", "李", "🙂"]
}

/// What a terminal has answered, as far as it was asked: where the cursor stands, what it can do, what
/// its background is.
package struct TerminalAnswers: Equatable, Sendable {
  /// The columns of the cursor, from 1 on, in the order of the questions (CPR: ECMA-48 8.3.14).
  package private(set) var columns: [Int] = []
  /// What it says of itself (DA1: ECMA-48 8.3.24); `nil` before it has.
  package private(set) var attributes: [Int]?
  package private(set) var background: RGB?

  package init() {}

  /// Reads what came; what a person typed meanwhile is passed over.
  package init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while let escape = rest.firstIndex(of: 0x1B) {
      rest = rest[(escape + 1)...]
      switch rest.popFirst() {
      case UInt8(ascii: "["): readSequence(&rest)
      case UInt8(ascii: "]"): readString(&rest)
      default: break
      }
    }
  }

  /// Whether it announces that programs may fill its clipboard, as some do.
  package var announcesClipboard: Bool { attributes?.contains(52) == true }

  private mutating func readSequence(_ rest: inout ArraySlice<UInt8>) {
    let parameters = rest.prefix { (0x30...0x3F).contains($0) }
    guard let final = rest.dropFirst(parameters.count).first else { return }
    rest = rest.dropFirst(parameters.count + 1)
    let numbers = parameters.drop { $0 == UInt8(ascii: "?") }
      .split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
    switch final {
    case UInt8(ascii: "R") where numbers.count == 2: columns.append(numbers[1])
    case UInt8(ascii: "c") where parameters.first == UInt8(ascii: "?"): attributes = numbers
    default: break
    }
  }

  /// A control string ends with BEL, or with ESC and a backslash.
  private mutating func readString(_ rest: inout ArraySlice<UInt8>) {
    let text = rest.prefix { $0 != 0x07 && $0 != 0x1B }
    rest = rest.dropFirst(text.count)
    background = BackgroundAnswer.color(of: text) ?? background
  }
}
