/// A colour as a theme names it; a terminal may only have a nearer or poorer one.
package enum Color: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case terminalDefault

  case ansi(AnsiColor)

  /// A number in the 256-colour palette.
  case indexed(UInt8)

  case rgb(RGB)

  /// What it looks like; `nil` where only the person knows, who chose the terminal's own colours
  /// and its first sixteen.
  package var rgb: RGB? {
    switch self {
    case .terminalDefault, .ansi: nil
    case .indexed(let index): index < 16 ? nil : Palette.rgb(index)
    case .rgb(let color): color
    }
  }
}
