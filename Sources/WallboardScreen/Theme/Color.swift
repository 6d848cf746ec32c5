/// A colour as a theme names it; a terminal may only have a nearer or poorer one.
package enum Color: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case terminalDefault

  case ansi(AnsiColor)

  /// A number in the 256-colour palette.
  case indexed(UInt8)

  case rgb(RGB)
}
