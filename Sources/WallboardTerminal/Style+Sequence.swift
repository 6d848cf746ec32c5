package import WallboardScreen

extension Style {
  /// The sequence that has a terminal write in this style from here on (ECMA-48, SGR; the colours as
  /// ITU-T T.416 and every terminal of 256 colours or more have them). The style is one that was
  /// reduced to what the terminal has.
  package var sequence: String {
    let codes = ["0"] + attributeCodes + foregroundCode + backgroundCode
    return "\u{1B}[" + codes.joined(separator: ";") + "m"
  }

  /// What ends it.
  package static let endOfSequence = "\u{1B}[0m"

  private var attributeCodes: [String] {
    let codes: [(TextAttributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
    ]
    return codes.filter { attributes.contains($0.0) }.map(\.1)
  }

  private var foregroundCode: [String] { foreground.code(plain: 30, bright: 90, other: 38) }

  private var backgroundCode: [String] { background.code(plain: 40, bright: 100, other: 48) }
}

extension Color {
  fileprivate func code(plain: Int, bright: Int, other: Int) -> [String] {
    switch self {
    case .terminalDefault: []
    case .ansi(let color):
      [String(Int(color.base.rawValue) + (color.isBright ? bright : plain))]
    case .indexed(let index): ["\(other)", "5", "\(index)"]
    case .rgb(let color): ["\(other)", "2", "\(color.red)", "\(color.green)", "\(color.blue)"]
    }
  }
}
