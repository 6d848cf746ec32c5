import WallboardScreen

extension Canvas {
  /// Marks the selected row, with the pointer before it.
  mutating func select(_ line: Rect) {
    draw(Phrase(String(glyphs.pointer), .titleFocused), in: line)
    emphasizeSelected(line)
  }

  /// Marks the line that the cursor of a list is on: what is quiet in other lines is read in this one.
  mutating func emphasizeSelected(_ line: Rect) {
    raiseQuietRoles(in: line)
    emphasize(line, .selected)
  }

  /// Gives what recedes in an area the role of text. Dim words on a selected row are hard to read,
  /// and make it look torn.
  private mutating func raiseQuietRoles(in area: Rect) {
    for y in area.intersection(bounds).rows {
      for x in area.intersection(bounds).columns {
        let point = Point(x: x, y: y)
        guard let cell = cell(at: point), cell.role.isQuiet else { continue }
        restyle(Rect(origin: point, size: Size(width: 1, height: 1)), role: .text)
      }
    }
  }
}

extension StyleRole {
  fileprivate var isQuiet: Bool {
    self == .muted || self == .time || self == .masked || self == .label
  }
}
