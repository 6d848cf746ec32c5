import WallboardBoard
import WallboardScreen

/// The bottom border of a panel or a pane, with notes on it. Where there is little room, who needs
/// somebody is told first, then what stands at the right, and what signs mean last.
struct BorderFooter: Region {
  let border: StyleRole
  var needs: [NeedNote] = []
  let left: StyledText
  let right: StyledText
  var legend = Legend.none

  func draw(in area: Rect, on canvas: inout Canvas) {
    canvas.drawLowerEdge(in: area, role: border)
    var (places, line) = places(in: area, canvas.lettering)
    for (note, place) in zip(needs, places) { canvas.draw(note.words, in: place) }
    let width = canvas.lettering.width(of: right.text)
    if width <= line.width { canvas.draw(right, in: line.cut(width, from: .right)) }
    _ = line.cut(canvas.draw(left, in: line), from: .left)
    _ = line.cut(left.text.isEmpty ? 0 : 1, from: .left)
    _ = line.cut(right.text.isEmpty ? 0 : 1, from: .right)
    legend.draw(in: line, on: &canvas)
  }

  /// A press on a note goes to the first of the rows that it counts.
  func targets(in area: Rect, _ glyphs: GlyphSet) -> [PressTarget] {
    zip(needs, places(in: area, Lettering(glyphs)).notes).map { note, place in
      PressTarget(place: place, request: .intents([.reveal(note.panel, note.first)]))
    }
  }

  /// The places of as many notes as fit in whole, of the first in any case, and what is left.
  private func places(in area: Rect, _ lettering: Lettering) -> (notes: [Rect], rest: Rect) {
    var rest = area.inset(horizontal: 2, vertical: 0)
    var notes: [Rect] = []
    for note in needs {
      let width = lettering.width(of: note.words.text)
      guard width <= rest.width || notes.isEmpty else { break }
      notes.append(rest.cut(width, from: .left))
      _ = rest.cut(1, from: .left)
    }
    return (notes, rest)
  }
}

/// A panel's border at one side.
struct PanelSide: Region {
  let border: StyleRole

  func draw(in area: Rect, on canvas: inout Canvas) {
    canvas.fill(area, with: canvas.glyphs.vertical, role: border)
  }
}

/// The parts of a panel: its border, the titles of its columns, and its rows.
struct PanelFrame {
  /// The border, from the outside.
  let area: Rect
  /// Empty in a panel that is too low for titles.
  let columnTitles: Rect
  let rows: Rect

  init(_ area: Rect) {
    self.area = area
    var inside = area.inset(by: 1)
    columnTitles = inside.cut(area.height >= 7 ? 1 : 0, from: .top)
    rows = inside
  }

  /// The top border, and the part of it for titles.
  var heading: Rect { area.row(0) }
  var title: Rect { heading.inset(horizontal: 2, vertical: 0) }

  /// The bottom border, and the part of it for notes.
  var footer: Rect { area.row(area.height - 1) }
  var notes: Rect { footer.inset(horizontal: 2, vertical: 0) }

  /// The border at a side, between the top and the bottom.
  func side(_ edge: Edge) -> Rect {
    area.inset(horizontal: 0, vertical: 1).divided(at: 1, from: edge).slice
  }
}
