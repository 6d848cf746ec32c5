import WallboardBoard
import WallboardScreen

/// The bottom border of a panel or a pane, with notes on it. Where there is little room, the right
/// one is shown.
struct BorderFooter: Region {
  let border: StyleRole
  let left: StyledText
  let right: StyledText

  func draw(in area: Rect, on canvas: inout Canvas) {
    canvas.drawLowerEdge(in: area, role: border)
    var line = area.inset(horizontal: 2, vertical: 0)
    let width = canvas.lettering.width(of: right.text)
    canvas.draw(right, in: line.cut(width, from: .right))
    canvas.draw(left, in: line)
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
