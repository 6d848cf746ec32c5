import WallboardScreen

/// A pane's border, and the line between its parts.
struct PaneBorder: Region {
  let frame: PaneFrame
  let role: StyleRole

  func draw(in area: Rect, on canvas: inout Canvas) {
    canvas.drawOpenBox(area, glyphs: canvas.glyphs, role: role)
    let line = frame.divider
    guard !line.isEmpty else { return }
    let glyphs = canvas.glyphs
    guard !frame.isSided else {
      return canvas.fill(line, with: glyphs.vertical, role: .border)
    }
    canvas.fill(line, with: glyphs.horizontal, role: .border)
    let whole = Rect(columns: area.columns, rows: line.rows)
    canvas.fill(whole.divided(at: 1, from: .left).slice, with: glyphs.teeLeft, role: role)
    canvas.fill(whole.divided(at: 1, from: .right).slice, with: glyphs.teeRight, role: role)
  }
}

/// A pane's top border, with what call it is, and where the line between its parts begins.
struct PaneTitle: Region {
  let frame: PaneFrame
  let role: StyleRole
  let words: [Phrase]

  func draw(in area: Rect, on canvas: inout Canvas) {
    canvas.drawUpperEdge(in: area, role: role)
    canvas.draw(words, in: frame.title)
    guard frame.isSided else { return }
    canvas.fill(
      Rect(columns: frame.divider.columns, rows: area.rows), with: canvas.glyphs.teeTop,
      role: role)
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
    if hasCursor { canvas.select(area) }
  }
}
