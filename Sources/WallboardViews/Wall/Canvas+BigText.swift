import WallboardScreen

extension Canvas {
  /// Draws text in the largest letters that the area has room for, in its middle; in plain ones
  /// where there is room for no others.
  mutating func drawBig(
    _ text: String, _ role: StyleRole, atMost limit: BigText.Size = .huge, in area: Rect,
    alignment: Alignment = .center
  ) {
    let size = BigText.largest(
      text, width: area.width, height: min(area.height, limit.height),
      isASCII: lettering.isASCII)
    let rows = size.map { BigText.rows(text, $0, isASCII: lettering.isASCII) } ?? [text]
    let top = max(0, area.height - rows.count) / 2
    for (index, row) in rows.enumerated() {
      draw(
        Phrase(row, role, emphasis: .bold), in: area.row(top + index), alignment: alignment)
    }
  }

  /// Draws words in the largest letters in which all of them have room, on as many lines as they
  /// need.
  mutating func drawBanner(_ words: [String], _ role: StyleRole, in area: Rect) {
    let lines = bannerLines(words, in: area)
    let height = lines.size?.height ?? 1
    let gap = lines.words.count * (height + 1) <= area.height ? 1 : 0
    let whole = lines.words.count * (height + gap) - gap
    var rest = area.centered(width: area.width, height: whole)
    for line in lines.words {
      let field = rest.cut(height, from: .top)
      drawBig(line, role, atMost: lines.size ?? .small, in: field)
      _ = rest.cut(gap, from: .top)
    }
  }

  private func bannerLines(
    _ words: [String], in area: Rect
  ) -> (size: BigText.Size?, words: [String]) {
    for size in BigText.Size.allCases.reversed() {
      let lines = wrapped(words, size, to: area.width)
      let fits = lines.allSatisfy {
        BigText.width(of: $0, size, isASCII: lettering.isASCII) <= area.width
      }
      if fits, lines.count * size.height <= area.height { return (size, lines) }
    }
    return (nil, [words.joined(separator: " ")])
  }

  private func wrapped(_ words: [String], _ size: BigText.Size, to width: Int) -> [String] {
    words.reduce(into: []) { lines, word in
      let longer = lines.last.map { "\($0) \(word)" }
      if let longer, BigText.width(of: longer, size, isASCII: lettering.isASCII) <= width {
        lines[lines.count - 1] = longer
      } else {
        lines.append(word)
      }
    }
  }
}
