import WallboardBoard
import WallboardScreen

/// What the palette offers, above the line in which it is typed: the items of it that are seen.
struct PaletteBox: Region {
  let items: [PaletteItem]
  /// Which of the items is chosen.
  let choice: Int
  /// Which part of all items is seen; empty where all are.
  let position: Phrase

  /// The most rows of the palette, its border included.
  fileprivate static let highest = 14
  fileprivate static let widest = 110

  func draw(in area: Rect, on canvas: inout Canvas) {
    let frame = PanelFrame(area)
    canvas.drawBox(area, role: .borderFocused)
    canvas.draw(Phrase(" Command ", .titleFocused, emphasis: .reverse), in: frame.title)
    let inside = area.inset(by: 1)
    if items.isEmpty {
      canvas.draw(.nothingIsCalledSo, in: inside.inset(horizontal: 1, vertical: 0))
    }
    for (index, item) in items.enumerated() {
      draw(item, isChosen: index == choice, in: inside.row(index), on: &canvas)
    }
    canvas.draw(position, in: frame.notes, alignment: .right)
  }

  private func draw(
    _ item: PaletteItem, isChosen: Bool, in line: Rect, on canvas: inout Canvas
  ) {
    var rest = line.inset(horizontal: 1, vertical: 0)
    let pointer = rest.cut(2, from: .left)
    canvas.draw(Phrase(item.key, .hintKey), in: rest.cut(9, from: .right), alignment: .right)
    let name = rest.cut(max(12, rest.width * 36 / 100), from: .left)
    canvas.draw(Phrase(item.name, .value), in: name.inset(right: 1))
    canvas.draw(Phrase(item.text, .muted), in: rest)
    guard isChosen else { return }
    canvas.draw(Phrase(String(canvas.glyphs.pointer), .titleFocused), in: pointer)
    canvas.emphasizeSelected(line)
  }
}

extension PaletteMaker {
  /// What the palette offers, and where: above the line in which it is typed.
  func box(_ prompt: Prompt, above hints: Rect, width: Int) -> (box: PaletteBox, area: Rect) {
    let items = self.items(prompt.text)
    let height = min(max(1, items.count) + 2, PaletteBox.highest, hints.rows.lowerBound)
    let area = Rect(
      x: 0, y: hints.rows.lowerBound - height, width: min(width, PaletteBox.widest), height: height)
    let visible = max(0, height - 2)
    let choice = min(max(0, prompt.choice), max(0, items.count - 1))
    let top = min(max(0, choice - visible / 2), max(0, items.count - visible))
    let position =
      items.count > visible
      ? Phrase(" \(top + 1)–\(min(top + visible, items.count)) of \(items.count) ", .muted)
      : .empty
    let box = PaletteBox(
      items: Array(items.dropFirst(top).prefix(visible)), choice: choice - top, position: position)
    return (box, area)
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
