extension GlyphSet {
  /// For a UTF-8 locale.
  package static let unicode = GlyphSet(
    horizontal: "─", vertical: "│", topLeft: "╭", topRight: "╮", bottomLeft: "╰",
    bottomRight: "╯", teeLeft: "├", teeRight: "┤", teeTop: "┬", teeBottom: "┴", cross: "┼",
    ellipsis: "…", bullet: "•", separator: "·", pointer: "▸", pointerBack: "◂",
    diamond: "◆", caret: "▍", arrowUp: "↑", arrowDown: "↓",
    arrowLeft: "←", arrowRight: "→", check: "✓", failure: "✗", warning: "▲", filledDot: "●",
    hollowDot: "○", halfDot: "◐", gap: "┄", scrollThumb: "█", scrollTrack: "│", gaugeFull: "█",
    gaugeEmpty: "░", levels: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"])

  /// For terminals and locales that know ASCII alone.
  package static let ascii = GlyphSet(
    horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+",
    bottomRight: "+", teeLeft: "+", teeRight: "+", teeTop: "+", teeBottom: "+", cross: "+",
    ellipsis: "~", bullet: "*", separator: ".", pointer: ">", pointerBack: "<",
    diamond: "#", caret: "_", arrowUp: "^", arrowDown: "v",
    arrowLeft: "<", arrowRight: ">", check: "+", failure: "x", warning: "!", filledDot: "*",
    hollowDot: "o", halfDot: "%", gap: "-", scrollThumb: "#", scrollTrack: "|", gaugeFull: "#",
    gaugeEmpty: ".", levels: ["_", ".", "-", "=", "+", "*", "#"])
}
