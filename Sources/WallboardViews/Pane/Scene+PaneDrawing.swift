import WallboardCore
import WallboardScreen

extension Scene {
  /// Draws all of a pane but its lines, unless it stands there already.
  func draw(_ words: PaneWords, unless drawn: PaneWords?, on canvas: inout Canvas) {
    guard words != drawn else { return }
    let frame = words.frame
    canvas.drawBox(
      frame.area, glyphs: glyphs, role: words.isFocused ? .borderFocused : .border)
    draw(words.title, in: frame.title, on: &canvas)
    drawDivider(of: frame, isFocused: words.isFocused, on: &canvas)
    for area in [frame.facts, frame.side, frame.status] { canvas.clear(area) }
    drawLines(of: words.facts, in: frame.facts, on: &canvas)
    drawColumn(of: words.facts, in: frame.side, on: &canvas)
    draw(words.status, in: frame.status, on: &canvas)
    drawFooter(words, in: frame.footer, on: &canvas)
    if let silence = words.silence { draw(silence, in: frame.text, on: &canvas) }
  }

  /// Draws the visible lines that do not stand there already.
  func draw(
    _ rows: [PaneRow], in frame: PaneFrame, drawn: inout [PaneRow?], on canvas: inout Canvas
  ) {
    for index in 0..<frame.text.height {
      let row = index < rows.count ? rows[index] : nil
      let known = index < drawn.count ? drawn[index] : nil
      guard row != known else { continue }
      draw(row, in: frame.text.row(index), on: &canvas)
    }
    drawn = rows
  }

  private func draw(_ row: PaneRow?, in line: Rect, on canvas: inout Canvas) {
    canvas.clear(line)
    guard let row else { return }
    draw(
      row.line.lead + row.line.body, in: line.divided(at: 1, from: .left).remainder, on: &canvas)
    guard row.hasCursor else { return }
    canvas.raiseQuietRoles(in: line)
    draw(Phrase(String(glyphs.pointer), .titleFocused), in: line, on: &canvas)
    canvas.emphasize(line, .selected)
  }

  private func drawDivider(of frame: PaneFrame, isFocused: Bool, on canvas: inout Canvas) {
    let role: StyleRole = isFocused ? .borderFocused : .border
    let line = frame.divider
    if line.width == 1 {
      canvas.fill(line, with: glyphs.vertical, role: role)
    } else if !line.isEmpty {
      canvas.fill(line, with: glyphs.horizontal, role: .border)
    }
  }

  private func drawFooter(_ words: PaneWords, in line: Rect, on canvas: inout Canvas) {
    var line = line
    let width = lettering.width(of: words.news.text)
    draw(words.news, in: line.cut(width, from: .right), on: &canvas)
    draw(words.search, in: line, on: &canvas)
  }

  private func draw(_ silence: PaneSilence, in area: Rect, on canvas: inout Canvas) {
    let top = max(0, (area.height - 2) / 3)
    draw(Phrase(silence.headline), in: area.row(top), alignment: .center, on: &canvas)
    let words = TextSafety.clean(silence.explanation).text
    let lines = TextLayout.wrapped(words, to: area.width - 4)
    for (index, line) in lines.prefix(max(0, area.height - top - 1)).enumerated() {
      let row = area.row(top + 1 + index)
      draw(Phrase(line, .muted), in: row, alignment: .center, on: &canvas)
    }
  }

  /// As many facts as there is room for, one after the other.
  private func drawLines(of facts: [PaneFact], in area: Rect, on canvas: inout Canvas) {
    let separator = Phrase(" \(glyphs.separator) ", .muted)
    var shorts = facts.compactMap(\.short)[...]
    for index in 0..<area.height {
      var rest = area.row(index)
      while let next = shorts.first {
        let isFirst = rest.width == area.width
        let phrases = (isFirst ? [] : [separator]) + next
        guard isFirst || width(of: phrases) <= rest.width else { break }
        rest = draw(phrases, in: rest, on: &canvas)
        shorts = shorts.dropFirst()
      }
    }
  }

  /// A fact below the other, each with its name.
  private func drawColumn(of facts: [PaneFact], in area: Rect, on canvas: inout Canvas) {
    let labelWidth = 12
    var rest = area
    for fact in facts {
      var flow = Flow(width: area.width - labelWidth, lettering)
      if let first = fact.value.first { flow.add(first) }
      for phrase in fact.value.dropFirst() { flow.mark(phrase, gap: 0) }
      flow.limit(to: 4)
      for (index, line) in flow.lines.enumerated() {
        var row = rest.cut(1, from: .top)
        let label = row.cut(labelWidth, from: .left)
        if index == 0 { draw(Phrase(fact.label, .label), in: label, on: &canvas) }
        draw(line, in: row, on: &canvas)
      }
    }
  }
}
