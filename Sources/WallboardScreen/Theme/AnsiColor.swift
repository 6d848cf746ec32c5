/// The sixteen colours that the terminal's own palette defines, in the order of their numbers.
package enum AnsiColor: UInt8, CaseIterable, Sendable {
  case black, red, green, yellow, blue, magenta, cyan, white
  case brightBlack, brightRed, brightGreen, brightYellow
  case brightBlue, brightMagenta, brightCyan, brightWhite

  /// The name in a theme file.
  package var name: String {
    switch self {
    case .black: "black"
    case .red: "red"
    case .green: "green"
    case .yellow: "yellow"
    case .blue: "blue"
    case .magenta: "magenta"
    case .cyan: "cyan"
    case .white: "white"
    case .brightBlack: "bright-black"
    case .brightRed: "bright-red"
    case .brightGreen: "bright-green"
    case .brightYellow: "bright-yellow"
    case .brightBlue: "bright-blue"
    case .brightMagenta: "bright-magenta"
    case .brightCyan: "bright-cyan"
    case .brightWhite: "bright-white"
    }
  }

  /// The colour of the darker half of the palette, for terminals that have no other.
  package var base: AnsiColor {
    AnsiColor(rawValue: rawValue % 8) ?? self
  }

  /// Whether it is one of the second eight.
  package var isBright: Bool { rawValue >= 8 }
}
