/// A role's style as it is written: colours may be names of the palette.
struct StyleDescription: Sendable {
  /// A colour, or the name of one.
  enum ColorWord: Sendable {
    case color(Color)
    case named(String)

    /// The colour itself; a name that the palette lacks is the terminal's own.
    func color(_ palette: [String: Color]) -> Color {
      switch self {
      case .color(let color): color
      case .named(let name): palette[name] ?? .terminalDefault
      }
    }
  }

  var foreground: ColorWord?
  var background: ColorWord?
  var attributes: TextAttributes = []

  func style(_ palette: [String: Color]) -> Style {
    Style(
      foreground?.color(palette) ?? .terminalDefault,
      on: background?.color(palette) ?? .terminalDefault, attributes)
  }
}
