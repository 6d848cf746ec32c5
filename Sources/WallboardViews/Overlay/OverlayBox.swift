import WallboardBoard
import WallboardScreen

/// What lies over the panels, in a frame: the lines of it that are seen.
struct OverlayBox: Region {
  let title: String
  let lines: [[Phrase]]
  /// Which of the lines the cursor of a list is on.
  var cursor: Int?
  /// Which part of all lines is seen; empty where all are.
  var position = Phrase.empty

  func draw(in area: Rect, on canvas: inout Canvas) {
    let box = OverlayFrame.box(area)
    canvas.drawBox(box, glyphs: canvas.glyphs, role: .borderFocused)
    let frame = PanelFrame(box)
    canvas.draw(Phrase(" \(title) ", .titleFocused, emphasis: .reverse), in: frame.title)
    let inside = OverlayFrame.inside(box)
    for (index, line) in lines.enumerated() {
      canvas.draw(line, in: inside.row(index))
      if index == cursor { canvas.emphasizeSelected(inside.row(index)) }
    }
    canvas.draw(position, in: frame.notes, alignment: .right)
  }
}

extension Scene {
  /// What lies over the panels in an area, and how much of that it takes.
  func overlayBox(in area: Rect) -> (box: OverlayBox, area: Rect) {
    if view.overlay == .themes { return themeBox(in: area) }
    let content = overlayContent(width: OverlayFrame.inside(area).width)
    let area = OverlayFrame.shrunk(area, toLines: content.lines.count)
    let visible = OverlayFrame.inside(area).height
    let top = content.top(scrolledTo: view.overlayTop, visible: visible)
    let box = OverlayBox(
      title: content.title, lines: Array(content.lines.dropFirst(top).prefix(visible)),
      cursor: content.cursor.map { $0 - top },
      position: position(top: top, visible: visible, of: content.lines.count))
    return (box, area)
  }

  private func position(top: Int, visible: Int, of count: Int) -> Phrase {
    guard count > visible else { return .empty }
    return Phrase(" \(top + 1)–\(min(top + visible, count)) of \(count) ", .muted)
  }
}
