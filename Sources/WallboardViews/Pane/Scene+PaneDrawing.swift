import WallboardBoard
import WallboardEvents
import WallboardScreen

extension Scene {
  /// Draws what a pane says besides its lines, each part unless it stands there already.
  func draw(_ words: PaneWords, unless drawn: PaneWords?, on canvas: inout Canvas) {
    guard words != drawn else { return }
    let frame = words.frame
    if words.border != drawn?.border { drawBorder(words, on: &canvas) }
    if words.facts != drawn?.facts {
      for area in [frame.facts, frame.side] { canvas.clear(area) }
      drawLines(of: words.facts, in: frame.facts, on: &canvas)
      drawColumn(of: words.facts, in: frame.side, on: &canvas)
    }
    canvas.clear(frame.status)
    draw(words.status, in: frame.status, on: &canvas)
    if let silence = words.silence { draw(silence, in: frame.text, on: &canvas) }
  }

  private func drawBorder(_ words: PaneWords, on canvas: inout Canvas) {
    let (frame, border) = (words.frame, words.border)
    canvas.drawOpenBox(
      frame.area, glyphs: glyphs, role: border.isFocused ? .borderFocused : .border)
    draw(border.title, in: frame.title, on: &canvas)
    drawDivider(of: frame, isFocused: border.isFocused, on: &canvas)
    drawFooter(border, in: frame.footer, on: &canvas)
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

  /// Draws the line between the parts, joined to the border where there is one.
  private func drawDivider(of frame: PaneFrame, isFocused: Bool, on canvas: inout Canvas) {
    guard !frame.divider.isEmpty else { return }
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

  private func drawFooter(_ border: PaneBorder, in line: Rect, on canvas: inout Canvas) {
    var line = line
    let width = lettering.width(of: border.news.text)
    draw(border.news, in: line.cut(width, from: .right), on: &canvas)
    draw(border.search, in: line, on: &canvas)
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

  /// As many facts as there is room for, one after the other; what does not fit makes room for
  /// what does.
  private func drawLines(of facts: [PaneFact], in area: Rect, on canvas: inout Canvas) {
    let separator = [Phrase(" \(glyphs.separator) ", .muted)]
    var shorts = facts.sorted { $0.rank < $1.rank }.compactMap(\.short).map(spaced)
    for index in 0..<area.height {
      let line = area.row(index)
      var rest = line
      while let next = shorts.firstIndex(where: {
        rest == line || width(of: separator + $0) <= rest.width
      }) {
        rest = draw(
          (rest == line ? [] : separator) + shorts.remove(at: next), in: rest, on: &canvas)
      }
    }
  }

  private func spaced(_ phrases: [Phrase]) -> [Phrase] {
    Array(phrases.map { [$0] }.joined(separator: [Phrase(" ")]))
  }

  /// A fact below the other, each with its name.
  private func drawColumn(of facts: [PaneFact], in area: Rect, on canvas: inout Canvas) {
    let labelWidth = 12
    var rest = area
    for fact in facts {
      var flow = Flow(width: area.width - labelWidth, lettering)
      if let first = fact.value.first { flow.add(first) }
      for phrase in fact.value.dropFirst() { flow.mark(phrase) }
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
