import WallboardBoard
import WallboardScreen

extension TableMaker {
  /// What is being typed to filter the panel by; `nil` while nothing is.
  var typedWords: [String]? {
    guard let prompt = view.prompt, prompt.purpose == .filter(panel) else { return nil }
    let words = prompt.text.lowercased().split(separator: " ").compactMap(\.wanted)
    return words.isEmpty ? nil : words
  }
}

extension Canvas {
  /// Marks where the words stand in what is drawn in a line.
  mutating func highlight(_ words: [String], in line: Rect) {
    let y = line.rows.lowerBound
    let cells = line.columns.compactMap { x in
      cell(at: Point(x: x, y: y)).flatMap { $0.glyph.isContinuation ? nil : (x, $0.glyph) }
    }
    let letters = cells.map { $0.1.base.properties.lowercaseMapping }
    for word in words where !word.isEmpty {
      let wanted = word.unicodeScalars.map(\.properties.lowercaseMapping)
      for start in letters.indices where letters[start...].starts(with: wanted) {
        for (x, glyph) in cells[start...].prefix(wanted.count) {
          restyle(Rect(x: x, y: y, width: glyph.width, height: 1), role: .match)
        }
      }
    }
  }
}

extension Substring {
  /// The word that is looked for in a piece of a filter: itself, or what stands behind the field's
  /// name; `nil` for one that must not stand there, and for a comparison.
  fileprivate var wanted: String? {
    let isOperator = self == "or" || self == "and" || self == "not"
    guard !isOperator, !hasPrefix("-"), !hasPrefix("!"), !contains(where: { "<>".contains($0) })
    else { return nil }
    let word = firstIndex(of: ":").map { self[index(after: $0)...] } ?? self
    let plain = word.filter { !"\"()".contains($0) }
    return plain.isEmpty ? nil : plain
  }
}
