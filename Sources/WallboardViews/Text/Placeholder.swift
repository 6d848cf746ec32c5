import WallboardScreen

/// Words in the place of rows or lines: why there are none, and what would bring some.
struct Placeholder: Region {
  let headline: Phrase
  var explanation = ""

  func draw(in area: Rect, on canvas: inout Canvas) {
    let top = max(0, (area.height - 2) / 3)
    canvas.draw(headline, in: area.row(top), alignment: .center)
    // A reason is read to its end: here is room for what the header has to cut.
    let lines = TextLayout.wrapped(TextSafety.clean(explanation).text, to: area.width - 4)
    for (index, line) in lines.prefix(max(0, area.height - top - 1)).enumerated() {
      canvas.draw(Phrase(line, .muted), in: area.row(top + 1 + index), alignment: .center)
    }
  }
}
