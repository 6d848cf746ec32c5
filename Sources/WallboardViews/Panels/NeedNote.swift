import WallboardBoard
import WallboardScreen

/// Rows that need somebody and are out of sight, counted, on the border of their panel: whoever looks
/// at other rows must not miss them.
struct NeedNote: Equatable {
  let words: StyledText
  let panel: Panel
  /// The most urgent of the rows, to which a press goes.
  let first: RowID

  /// What is out of sight of a panel whose window shows these places, the most urgent first; `waits`
  /// is how bad the worst wait is.
  static func notes(
    of needy: [NeedyRow], in panel: Panel, outside window: Range<Int>, waits: Severity?,
    _ glyphs: GlyphSet
  ) -> [NeedNote] {
    var notes: [NeedNote] = []
    var rest = needy.filter { !window.contains($0.place ?? -1) }[...]
    while let first = rest.first {
      let alike = rest.prefix { $0.need == first.need }
      rest = rest.dropFirst(alike.count)
      let severity = first.need.severity(ofWaits: waits)
      let sign = severity?.mark(glyphs) ?? glyphs.waiting
      let mark = notes.isEmpty ? "\(sign) " : ""
      let words = " \(mark)\(first.need.words(alike, around: window)) "
      notes.append(
        NeedNote(
          words: StyledText(words, severity?.fillRole ?? .waiting), panel: panel, first: first.row))
    }
    return notes
  }
}

extension Need {
  /// `2 waiting above, 1 below`.
  fileprivate func words(_ rows: ArraySlice<NeedyRow>, around window: Range<Int>) -> String {
    let above = rows.count { $0.place.map { $0 < window.lowerBound } ?? false }
    let hidden = rows.count { $0.place == nil }
    let sides = [
      (above, "above"), (rows.count - above - hidden, "below"),
      (hidden, hidden == rows.count ? "hidden by the filter" : "hidden"),
    ].filter { $0.0 > 0 }
    let counts = sides.map { "\($0.0) \($0.1)" }
    guard let first = sides.first, sides.count < 3 else {
      return "\(rows.count) \(word(isOne: rows.count == 1)) out of sight"
    }
    let told = ["\(first.0) \(word(isOne: first.0 == 1)) \(first.1)"] + counts.dropFirst()
    return told.joined(separator: ", ")
  }

  private func word(isOne: Bool) -> String {
    switch self {
    case .waiting: "waiting"
    case .criticalRisk: "at critical risk"
    case .safetyConcern: isOne ? "safety concern" : "safety concerns"
    case .alert(.critical): "critical"
    case .alert(.warning): isOne ? "warning" : "warnings"
    }
  }

  fileprivate func severity(ofWaits waits: Severity?) -> Severity? {
    switch self {
    case .waiting: waits
    case .criticalRisk: .critical
    case .safetyConcern: .warning
    case .alert(let severity): severity
    }
  }
}
