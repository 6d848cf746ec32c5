extension GlyphSet {
  /// For a UTF-8 locale.
  package static let unicode = GlyphSet(
    horizontal: "─", vertical: "│", topLeft: "╭", topRight: "╮", bottomLeft: "╰",
    bottomRight: "╯", teeLeft: "├", teeRight: "┤", teeTop: "┬", teeBottom: "┴", cross: "┼",
    ellipsis: "…", bullet: "•", separator: "·", pointer: "▸", pointerBack: "◂",
    diamond: "◆", caret: "▍", arrowUp: "↑", arrowDown: "↓",
    arrowLeft: "←", arrowRight: "→", check: "✓", failure: "✗", warning: "▲", filledDot: "●",
    hollowDot: "○", halfDot: "◐", gap: "┄", scrollThumb: "█", scrollTrack: "│", gaugeFull: "█",
    gaugeEmpty: "░", rail: "━", pause: "▌", levels: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"])

  /// For the console of Linux, whose fonts have IBM's code page 437 (the kernel's own has no more,
  /// drivers/tty/vt/cp437.uni) and stand-ins for the rest of Latin-1.
  package static let console = GlyphSet(
    horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└",
    bottomRight: "┘", teeLeft: "├", teeRight: "┤", teeTop: "┬", teeBottom: "┴", cross: "┼",
    ellipsis: "~", bullet: "•", separator: "·", pointer: "►", pointerBack: "◄",
    diamond: "♦", caret: "▌", arrowUp: "↑", arrowDown: "↓",
    arrowLeft: "←", arrowRight: "→", check: "√", failure: "x", warning: "▲", filledDot: "■",
    hollowDot: "○", halfDot: "◘", gap: "-", scrollThumb: "█", scrollTrack: "│", gaugeFull: "█",
    gaugeEmpty: "░", rail: "═", pause: "│", levels: ["_", "░", "▒", "▄", "█"]
  ).with(.asciiAnd(consoleScalars))

  /// For terminals and locales that know ASCII alone.
  package static let ascii = GlyphSet(
    horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+",
    bottomRight: "+", teeLeft: "+", teeRight: "+", teeTop: "+", teeBottom: "+", cross: "+",
    ellipsis: "~", bullet: "*", separator: ".", pointer: ">", pointerBack: "<",
    diamond: "#", caret: "_", arrowUp: "^", arrowDown: "v",
    arrowLeft: "<", arrowRight: ">", check: "+", failure: "x", warning: "!", filledDot: "*",
    hollowDot: "o", halfDot: "%", gap: "-", scrollThumb: "#", scrollTrack: "|", gaugeFull: "#",
    gaugeEmpty: ".", rail: "=", pause: "|", levels: ["_", ".", "-", "=", "+", "*", "#"]
  ).with(.ascii)

  // What boards and names are made of; Greek and mathematics are left out.
  private static let consoleScalars = Set(
    (0xA0...0xFF).compactMap { Unicode.Scalar($0) }
      + "•○■◘♦►◄▲▼↑↓←→↔√≥≤≈∞─│┌┐└┘├┤┬┴┼═║░▒▓█▄▌▐▀".unicodeScalars)
}
