import WallboardScreen

/// What the signs of a panel or a pane mean, on its lower border. Only those that stand there now,
/// the most urgent first.
struct Legend: Equatable {
  let signs: [Sign]

  static let none = Legend([])

  init(_ signs: some Sequence<Sign>) {
    self.signs = Set(signs).sorted()
  }

  private static let gap = 2

  /// Draws as many as there is room for in whole, with an ellipsis after them if there are more.
  func draw(in area: Rect, on canvas: inout Canvas) {
    let more = StyledText("\(canvas.glyphs.ellipsis) ", .muted)
    let entries = signs.map { Self.entry($0, canvas.glyphs) }
    let widths = entries.map { canvas.lettering.width(of: $0) }
    let whole = widths.reduce(0, +) + Self.gap * (entries.count - 1) + 2
    let reserved = whole <= area.width ? 0 : canvas.lettering.width(of: more.text)
    var rest = area
    var isFirst = true
    for (entry, width) in zip(entries, widths) {
      let needed = width + (isFirst ? 1 : Self.gap) + 1
      guard needed + reserved <= rest.width else { break }
      let space = StyledText(String(repeating: " ", count: isFirst ? 1 : Self.gap))
      rest = canvas.draw([space] + entry, in: rest)
      isFirst = false
    }
    guard !isFirst else { return }
    rest = canvas.draw([StyledText(" ")], in: rest)
    if reserved > 0 { canvas.draw(more, in: rest) }
  }

  private static func entry(_ sign: Sign, _ glyphs: GlyphSet) -> [StyledText] {
    [StyledText(sign.text(glyphs), sign.role), StyledText(" " + sign.word, .hintText)]
  }
}
