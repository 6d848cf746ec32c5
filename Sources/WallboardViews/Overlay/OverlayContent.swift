import WallboardScreen

/// What an overlay shows, broken into lines.
struct OverlayContent {
  let title: String
  let lines: [[Phrase]]
  /// The line under the cursor, of a list; it is always seen.
  private(set) var cursor: Int?

  /// Breaks the facts into lines of that width; `labelWidth` columns are for the labels.
  init(
    title: String, facts: [Fact], labelWidth: Int, labelRole: StyleRole = .label, width: Int
  ) {
    self.title = title
    let blank = Phrase(TextLayout.fitted("", to: min(labelWidth, width / 2)), labelRole)
    lines = facts.flatMap { Self.lines(of: $0, blankLabel: blank, width: width) }
  }

  /// A list of which one line is under the cursor.
  init(title: String, list: [[Phrase]], cursor: Int) {
    self.title = title
    lines = list
    self.cursor = min(max(0, cursor), max(0, list.count - 1))
  }

  /// The first line that is seen, of so many, where the person scrolled to that one.
  func top(scrolledTo top: Int, visible: Int) -> Int {
    max(0, min(cursor.map { $0 - visible / 2 } ?? top, lastTop(visible: visible)))
  }

  /// The first line when scrolled to the end.
  func lastTop(visible: Int) -> Int {
    max(0, lines.count - visible)
  }

  private static func lines(of fact: Fact, blankLabel: Phrase, width: Int) -> [[Phrase]] {
    switch fact {
    case .blank: return [[]]
    case .line(let phrases): return [phrases]
    case .heading(let text): return [[Phrase(text, .title)]]
    case .entry(let label, let value):
      let labelWidth = TextLayout.width(of: blankLabel.text)
      let pieces = TextLayout.wrapped(value.text, to: max(1, width - labelWidth - 1))
      let name = Phrase(TextLayout.fitted(label, to: labelWidth), blankLabel.role)
      return pieces.enumerated().map { index, piece in
        var phrase = value
        phrase.text = piece
        return [index == 0 ? name : blankLabel, Phrase(" "), phrase]
      }
    }
  }
}
