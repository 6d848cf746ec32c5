import WallboardScreen

/// A pane's border, the line between its parts, and what stands on them.
struct PaneBorder: Region {
  let frame: PaneFrame
  let isFocused: Bool
  let title: [Phrase]
  /// What is searched for, and whether there is such a thing.
  var search = Phrase.empty
  /// What came below the last visible line.
  var news = Phrase.empty

  func draw(in area: Rect, on canvas: inout Canvas) {
    canvas.drawOpenBox(
      area, glyphs: canvas.glyphs, role: isFocused ? .borderFocused : .border)
    canvas.draw(title, in: frame.title)
    drawDivider(on: &canvas)
    var line = frame.footer
    let width = canvas.lettering.width(of: news.text)
    canvas.draw(news, in: line.cut(width, from: .right))
    canvas.draw(search, in: line)
  }

  /// Draws the line between the parts, joined to the border where there is one.
  private func drawDivider(on canvas: inout Canvas) {
    guard !frame.divider.isEmpty else { return }
    let glyphs = canvas.glyphs
    let role: StyleRole = isFocused ? .borderFocused : .border
    let (line, area) = (frame.divider, frame.area)
    let isUpright = line.width == 1
    canvas.fill(line, with: isUpright ? glyphs.vertical : glyphs.horizontal, role: .border)
    let ends =
      isUpright
      ? [Rect(columns: line.columns, rows: area.rows)]
      : [Rect(columns: area.columns, rows: line.rows)]
    for end in ends {
      let (first, last) = (
        end.divided(at: 1, from: isUpright ? .top : .left).slice,
        end.divided(at: 1, from: isUpright ? .bottom : .right).slice
      )
      canvas.fill(first, with: isUpright ? glyphs.teeTop : glyphs.teeLeft, role: role)
      if !isUpright { canvas.fill(last, with: glyphs.teeRight, role: role) }
    }
  }
}

/// As many facts as there is room for, one after the other; what does not fit makes room for what does.
struct PaneFactLines: Region {
  let facts: [PaneFact]

  func draw(in area: Rect, on canvas: inout Canvas) {
    let separator = [Phrase(" \(canvas.glyphs.separator) ", .muted)]
    var shorts = facts.sorted { $0.rank < $1.rank }.compactMap(\.short).map(spaced)
    for index in 0..<area.height {
      let line = area.row(index)
      var rest = line
      while let next = shorts.firstIndex(where: {
        rest == line || canvas.lettering.width(of: separator + $0) <= rest.width
      }) {
        rest = canvas.draw((rest == line ? [] : separator) + shorts.remove(at: next), in: rest)
      }
    }
  }

  private func spaced(_ phrases: [Phrase]) -> [Phrase] {
    Array(phrases.map { [$0] }.joined(separator: [Phrase(" ")]))
  }
}

/// A fact below the other, each with its name.
struct PaneFactColumn: Region {
  let facts: [PaneFact]

  private static let labelWidth = 12

  func draw(in area: Rect, on canvas: inout Canvas) {
    var rest = area
    for fact in facts {
      var flow = Flow(width: area.width - Self.labelWidth, canvas.lettering)
      if let first = fact.value.first { flow.add(first) }
      for phrase in fact.value.dropFirst() { flow.mark(phrase) }
      flow.limit(to: 4)
      for (index, line) in flow.lines.enumerated() {
        var row = rest.cut(1, from: .top)
        let label = row.cut(Self.labelWidth, from: .left)
        if index == 0 { canvas.draw(Phrase(fact.label, .label), in: label) }
        canvas.draw(line, in: row)
      }
    }
  }
}

/// Why nothing new comes.
struct PaneStatus: Region {
  let words: Phrase

  func draw(in area: Rect, on canvas: inout Canvas) {
    canvas.draw(words, in: area)
  }
}

/// A line of what was said and done.
struct PaneRow: Region {
  let line: PaneLine
  let hasCursor: Bool

  func draw(in area: Rect, on canvas: inout Canvas) {
    canvas.draw(line.lead + line.body, in: area.divided(at: 1, from: .left).remainder)
    guard hasCursor else { return }
    canvas.raiseQuietRoles(in: area)
    canvas.draw(Phrase(String(canvas.glyphs.pointer), .titleFocused), in: area)
    canvas.emphasize(area, .selected)
  }
}
