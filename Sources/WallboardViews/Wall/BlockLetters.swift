import WallboardScreen

extension Lettering {
  /// The words as block letters can spell them, which have capitals alone; `nil` where one of them
  /// has no picture.
  func capitals(_ words: String) -> String? {
    let clean = TextSafety.clean(words).text
    let folded = ASCIILetters.folded(clean)
    // What has no letter that is near is a question mark, which tells nothing.
    guard folded.contains("?") == clean.contains("?") else { return nil }
    let capitals = String(folded.uppercased().map { $0 == "&" ? "+" : $0 })
    return BigText.spells(capitals) ? capitals : nil
  }

  /// The largest size in which those capitals fit on one line.
  func size(of capitals: String, atMost limit: BigText.Size, in space: Size) -> BigText.Size? {
    let height = min(space.height, limit.height)
    let size = BigText.largest(capitals, width: space.width, height: height, isASCII: isASCII)
    // In ASCII, bars and underscores make digits but no letters.
    return isASCII && size == .small ? nil : size
  }

  func width(of figure: String, in size: BigText.Size) -> Int {
    BigText.width(of: figure, size, isASCII: isASCII)
  }

  /// As many of the capitals as fit in that size, with two dots for the rest.
  func cut(_ capitals: String, _ size: BigText.Size, to width: Int) -> String {
    guard self.width(of: capitals, in: size) > width else { return capitals }
    var kept = capitals
    while !kept.isEmpty, self.width(of: kept + "..", in: size) > width { kept.removeLast() }
    while kept.hasSuffix(" ") { kept.removeLast() }
    return kept + ".."
  }
}

extension Canvas {
  /// Draws text in the middle of an area, in the largest letters that fit; in plain ones if none
  /// do.
  mutating func drawBig(
    _ text: String, _ role: StyleRole, atMost limit: BigText.Size = .giant, in area: Rect,
    alignment: Alignment = .center
  ) {
    let size = BigText.largest(
      text, width: area.width, height: min(area.height, limit.height),
      isASCII: lettering.isASCII)
    let rows = size.map { BigText.rows(text, $0, isASCII: lettering.isASCII) } ?? [text]
    let top = max(0, area.height - rows.count) / 2
    for (index, row) in rows.enumerated() {
      draw(
        StyledText(row, role, emphasis: .bold), in: area.row(top + index), alignment: alignment)
    }
    if size != nil { emphasize(area, .figure) }
  }

  /// Draws words in the middle of an area: the first that fit in block letters, else the first that
  /// fit at all.
  mutating func drawWords(
    _ choices: [String], _ role: StyleRole, atMost limit: BigText.Size = .small, in area: Rect,
    alignment: Alignment = .center
  ) {
    for words in choices {
      guard let capitals = lettering.capitals(words),
        let size = lettering.size(of: capitals, atMost: limit, in: area.size)
      else { continue }
      return drawBig(capitals, role, atMost: size, in: area, alignment: alignment)
    }
    let words = choices.first { lettering.width(of: $0) <= area.width } ?? choices.last ?? ""
    draw(
      StyledText(words, role, emphasis: .bold), in: area.row(max(0, area.height - 1) / 2),
      alignment: alignment)
  }

  /// Draws words in the largest letters in which all of them fit, on as many lines as needed.
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
      // Large letters that touch each other and the edges are no more than a pattern.
      let margin = size > .medium ? 1 : 0
      let width = area.width - 4 * margin
      let lines = wrapped(words, size, to: width)
      let fits = lines.allSatisfy { lettering.width(of: $0, in: size) <= width }
      let height = lines.count * (size.height + margin) - margin
      if fits, height <= area.height { return (size, lines) }
    }
    return (nil, [words.joined(separator: " ")])
  }

  private func wrapped(_ words: [String], _ size: BigText.Size, to width: Int) -> [String] {
    words.reduce(into: []) { lines, word in
      let longer = lines.last.map { "\($0) \(word)" }
      if let longer, lettering.width(of: longer, in: size) <= width {
        lines[lines.count - 1] = longer
      } else {
        lines.append(word)
      }
    }
  }
}
