import WallboardBoard
import WallboardScreen

/// What the palette offers: its visible items.
struct PaletteBox: Region {
  let items: [PaletteItem]
  /// Which of the items is chosen.
  let choice: Int
  /// Which items are visible; empty where all are.
  let position: StyledText

  /// The most rows of the palette, its border included.
  static let highest = 14
  static let widest = 110

  func draw(in area: Rect, on canvas: inout Canvas) {
    canvas.drawOverlayBox(area, title: "Command", position: position)
    let inside = area.inset(by: 1)
    if items.isEmpty {
      canvas.draw(
        StyledText("No such command", .muted), in: inside.inset(horizontal: 1, vertical: 0))
    }
    for (index, item) in items.enumerated() {
      draw(item, isChosen: index == choice, in: inside.row(index), on: &canvas)
    }
  }

  private func draw(
    _ item: PaletteItem, isChosen: Bool, in line: Rect, on canvas: inout Canvas
  ) {
    var rest = line.inset(horizontal: 1, vertical: 0)
    let pointer = rest.cut(2, from: .left)
    canvas.draw(StyledText(item.key, .hintKey), in: rest.cut(9, from: .right), alignment: .right)
    let name = rest.cut(max(12, rest.width * 36 / 100), from: .left)
    canvas.draw(StyledText(item.name, .value), in: name.inset(right: 1))
    canvas.draw(StyledText(item.text, .muted), in: rest)
    guard isChosen else { return }
    canvas.draw(StyledText(String(canvas.glyphs.pointer), .titleFocused), in: pointer)
    canvas.emphasizeSelected(line)
  }
}

extension Rect {
  fileprivate func inset(right columns: Int) -> Rect {
    var rest = self
    _ = rest.cut(columns, from: .right)
    return rest
  }
}
