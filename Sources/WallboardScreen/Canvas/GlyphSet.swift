/// The characters that views draw with besides text, and which there are for text. Every character
/// is one column wide.
package struct GlyphSet: Hashable, Sendable {
  package let horizontal: Character
  package let vertical: Character
  package let topLeft: Character
  package let topRight: Character
  package let bottomLeft: Character
  package let bottomRight: Character
  package let teeLeft: Character
  package let teeRight: Character
  package let teeTop: Character

  package let ellipsis: Character
  package let bullet: Character
  package let separator: Character
  package let pointer: Character
  package let pointerBack: Character
  package let diamond: Character
  package let caret: Character
  package let arrowUp: Character
  package let arrowDown: Character
  package let arrowRight: Character
  package let check: Character
  package let failure: Character
  /// What is critical; no other thing has this sign, nor the next.
  package let critical: Character
  package let warning: Character
  /// A caller who has not waited for too long.
  package let waiting: Character
  package let filledDot: Character
  package let hollowDot: Character
  package let halfDot: Character
  package let gap: Character
  package let gaugeFull: Character
  package let gaugeEmpty: Character
  /// A stronger line than ``horizontal``.
  package let rail: Character
  /// One of the two strokes that mean a pause.
  package let pause: Character

  /// Bars of rising height, for a history in one row; at least two.
  package let levels: [Character]
  /// What the parts of a bar are made of; as many as a turn has stages.
  package let fills: [Character]

  /// Of what text can be made.
  package private(set) var repertoire = Repertoire.everything

  /// Whether the set itself is ASCII.
  package var isASCII: Bool { horizontal.isASCII }

  /// The same characters, for text of these.
  package func with(_ repertoire: Repertoire) -> GlyphSet {
    var set = self
    set.repertoire = repertoire
    return set
  }
}

extension GlyphSet {
  /// For a UTF-8 locale.
  package static let unicode = GlyphSet(
    horizontal: "─", vertical: "│", topLeft: "╭", topRight: "╮", bottomLeft: "╰",
    bottomRight: "╯", teeLeft: "├", teeRight: "┤", teeTop: "┬",
    ellipsis: "…", bullet: "•", separator: "·", pointer: "▸", pointerBack: "◂",
    diamond: "◆", caret: "▍", arrowUp: "↑", arrowDown: "↓",
    arrowRight: "→", check: "✓", failure: "✗", critical: "▲", warning: "△", waiting: "◇",
    filledDot: "●",
    hollowDot: "○", halfDot: "◐", gap: "┄", gaugeFull: "█",
    gaugeEmpty: "░", rail: "━", pause: "▌", levels: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    fills: ["╍", "▒", "▓", "█", "▄", "▚", "═"])

  /// For the console of Linux, whose fonts have IBM's code page 437 (the kernel's own has no more,
  /// drivers/tty/vt/cp437.uni) and stand-ins for the rest of Latin-1.
  package static let console = GlyphSet(
    horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└",
    bottomRight: "┘", teeLeft: "├", teeRight: "┤", teeTop: "┬",
    ellipsis: "~", bullet: "•", separator: "·", pointer: "►", pointerBack: "◄",
    diamond: "♦", caret: "▌", arrowUp: "↑", arrowDown: "↓",
    arrowRight: "→", check: "√", failure: "x", critical: "▲", warning: "!", waiting: "•",
    filledDot: "■",
    hollowDot: "○", halfDot: "◘", gap: "-", gaugeFull: "█",
    gaugeEmpty: "░", rail: "═", pause: "│", levels: ["_", "░", "▒", "▄", "█"],
    fills: ["·", "▒", "▓", "█", "▄", "■", "═"]
  ).with(.asciiAnd(consoleScalars))

  /// For terminals and locales that know ASCII alone.
  package static let ascii = GlyphSet(
    horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+",
    bottomRight: "+", teeLeft: "+", teeRight: "+", teeTop: "+",
    ellipsis: "~", bullet: "*", separator: ".", pointer: ">", pointerBack: "<",
    diamond: "#", caret: "_", arrowUp: "^", arrowDown: "v",
    arrowRight: ">", check: "+", failure: "x", critical: "!", warning: "&", waiting: "@",
    filledDot: "*",
    hollowDot: "o", halfDot: "%", gap: "-", gaugeFull: "#",
    gaugeEmpty: ".", rail: "=", pause: "|", levels: ["_", ".", "-", "=", "+", "*", "#"],
    fills: ["-", "n", "r", "#", "a", "t", "="]
  ).with(.ascii)

  // What boards and names are made of; Greek and mathematics are left out.
  private static let consoleScalars = Set(
    (0xA0...0xFF).compactMap { Unicode.Scalar($0) }
      + "•○■◘♦►◄▲▼↑↓←→↔√≥≤≈∞─│┌┐└┘├┤┬┴┼═║░▒▓█▄▌▐▀".unicodeScalars)
}
