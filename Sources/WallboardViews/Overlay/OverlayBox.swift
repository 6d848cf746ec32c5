import WallboardBoard
import WallboardScreen

/// What makes the lines of an overlay a list that one chooses from.
struct OverlayList: Equatable {
  /// The line that the cursor is on.
  let cursor: Int
  /// How many lines there are to choose from; others are below them.
  let count: Int
  /// What a double press asks for.
  let choice: Intent
}

/// What lies over the panels, in a frame: the lines of it that are seen.
struct OverlayBox: Region {
  let title: String
  let lines: [[Phrase]]
  /// Of a list that one chooses from, what is needed besides its lines.
  var list: OverlayList?
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
      if index == list?.cursor { canvas.emphasizeSelected(inside.row(index)) }
    }
    canvas.draw(position, in: frame.notes, alignment: .right)
  }

  /// In a list the cursor goes to the line that is pressed.
  func targets(in area: Rect, _ glyphs: GlyphSet) -> [PressTarget] {
    guard let list else { return [] }
    let inside = OverlayFrame.inside(OverlayFrame.box(area))
    return (0..<min(list.count, inside.height)).map { line in
      let move: Intent = line < list.cursor ? .moveUp : .moveDown
      return PressTarget(
        place: inside.row(line),
        request: .intents(Array(repeating: move, count: abs(line - list.cursor))),
        doubled: list.choice)
    }
  }
}

/// Makes what lies over the panels.
struct OverlayMaker: RegionMaker {
  let context: FrameContext

  /// What lies over the panels in an area, and how much of that it takes.
  func box(in area: Rect) -> (box: OverlayBox, area: Rect) {
    if view.overlay == .themes { return ThemeList(context: context).box(in: area) }
    let content = self.content(width: OverlayFrame.inside(area).width)
    let area = OverlayFrame.shrunk(area, toLines: content.lines.count)
    let visible = OverlayFrame.inside(area).height
    let top = content.top(scrolledTo: view.overlayTop, visible: visible)
    let lines = Array(content.lines.dropFirst(top).prefix(visible))
    let box = OverlayBox(
      title: content.title, lines: lines,
      list: content.cursor.map {
        OverlayList(cursor: $0 - top, count: lines.count, choice: .toggleColumn)
      },
      position: position(top: top, visible: visible, of: content.lines.count))
    return (box, area)
  }

  private func position(top: Int, visible: Int, of count: Int) -> Phrase {
    guard count > visible else { return .empty }
    return Phrase(" \(top + 1)–\(min(top + visible, count)) of \(count) ", .muted)
  }
}
