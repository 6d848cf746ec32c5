import WallboardBoard
import WallboardScreen

/// The bottom border of a panel or a pane, and what stands on it: the words at the right come before those
/// at the left.
struct BorderFooter: Region {
  let border: StyleRole
  let left: Phrase
  let right: Phrase

  func draw(in area: Rect, on canvas: inout Canvas) {
    canvas.drawOpenLowerEdge(in: area, role: border)
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
