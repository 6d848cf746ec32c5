import WallboardBoard
import WallboardScreen

extension Scene {
  /// The most rows of the palette, its border included.
  private static let highestPalette = 14
  private static let widestPalette = 110

  /// Draws what the palette offers above the line in which it is typed.
  func drawPalette(_ prompt: Prompt, above hints: Rect, on canvas: inout Canvas) {
    let items = paletteItems(prompt.text)
    let height = min(max(1, items.count) + 2, Self.highestPalette, hints.rows.lowerBound)
    let width = min(canvas.size.width, Self.widestPalette)
    let area = Rect(x: 0, y: hints.rows.lowerBound - height, width: width, height: height)
    canvas.fill(area)
    canvas.drawBox(area, glyphs: glyphs, role: .borderFocused)
    draw(
      Phrase(" Command ", .titleFocused, emphasis: .reverse), in: PanelFrame(area).title,
      on: &canvas)
    let inside = area.inset(by: 1)
    guard !items.isEmpty else {
      draw(.nothingIsCalledSo, in: inside.inset(horizontal: 1, vertical: 0), on: &canvas)
      return
    }
    let choice = min(max(0, prompt.choice), items.count - 1)
    let top = min(max(0, choice - inside.height / 2), max(0, items.count - inside.height))
    for (index, item) in items.dropFirst(top).prefix(inside.height).enumerated() {
      draw(item, isChosen: top + index == choice, in: inside.row(index), on: &canvas)
    }
    drawCount(items.count, top: top, in: area, on: &canvas)
  }

  private func draw(
    _ item: PaletteItem, isChosen: Bool, in line: Rect, on canvas: inout Canvas
  ) {
    var rest = line.inset(horizontal: 1, vertical: 0)
    let pointer = rest.cut(2, from: .left)
    draw(Phrase(item.key, .hintKey), in: rest.cut(9, from: .right), alignment: .right, on: &canvas)
    let name = rest.cut(max(12, rest.width * 36 / 100), from: .left)
    draw(Phrase(item.name, .value), in: name.inset(right: 1), on: &canvas)
    draw(Phrase(item.text, .muted), in: rest, on: &canvas)
    guard isChosen else { return }
    canvas.raiseQuietRoles(in: line)
    draw(Phrase(String(glyphs.pointer), .titleFocused), in: pointer, on: &canvas)
    canvas.emphasize(line, .selected)
  }

  private func drawCount(_ count: Int, top: Int, in area: Rect, on canvas: inout Canvas) {
    let visible = area.height - 2
    guard count > visible else { return }
    draw(
      Phrase(" \(top + 1)–\(min(top + visible, count)) of \(count) ", .muted),
      in: PanelFrame(area).notes, alignment: .right, on: &canvas)
  }
}

extension Phrase {
  fileprivate static let nothingIsCalledSo = Phrase("Nothing is called so", .muted)
}

extension Rect {
  fileprivate func inset(right columns: Int) -> Rect {
    var rest = self
    _ = rest.cut(columns, from: .right)
    return rest
  }
}
