import WallboardScreen

/// What an overlay shows, broken into lines.
struct OverlayContent {
  let title: String
  let lines: [[Phrase]]

  /// Breaks the facts into lines of that width; `labelWidth` columns are for the labels.
  init(title: String, facts: [Fact], labelWidth: Int, width: Int) {
    self.title = title
    let labelWidth = min(labelWidth, width / 2)
    lines = facts.flatMap { Self.lines(of: $0, labelWidth: labelWidth, width: width) }
  }

  /// The first line when scrolled to the end.
  func lastTop(visible: Int) -> Int {
    max(0, lines.count - visible)
  }

  private static func lines(of fact: Fact, labelWidth: Int, width: Int) -> [[Phrase]] {
    switch fact {
    case .blank: return [[]]
    case .heading(let text): return [[Phrase(text, .title)]]
    case .entry(let label, let value):
      let pieces = TextLayout.wrapped(value.text, to: max(1, width - labelWidth - 1))
      return pieces.enumerated().map { index, piece in
        var phrase = value
        phrase.text = piece
        let name = TextLayout.fitted(index == 0 ? label : "", to: labelWidth)
        return [Phrase(name + " ", .label), phrase]
      }
    }
  }
}
