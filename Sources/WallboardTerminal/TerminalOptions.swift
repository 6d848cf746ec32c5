package import WallboardScreen

/// What a person may choose about the terminal.
package struct TerminalOptions: Sendable {
  package var color: ColorChoice
  package var theme: Theme

  /// Whether to draw with ASCII alone, whatever the locale says.
  package var asciiOnly: Bool

  /// Whether presses and the wheel of the mouse are keys. While they are, selecting text takes the
  /// Shift key in most terminals.
  package var mouse: Bool

  /// What is not given is left to the terminal.
  package init(
    color: ColorChoice = .auto, theme: Theme = .default, asciiOnly: Bool = false,
    mouse: Bool = false
  ) {
    self.color = color
    self.theme = theme
    self.asciiOnly = asciiOnly
    self.mouse = mouse
  }
}
