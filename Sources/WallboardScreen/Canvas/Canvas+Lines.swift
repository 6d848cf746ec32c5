extension Canvas {
  /// Draws a frame along the inside of an area; nothing when the area is too small for one.
  package mutating func drawBox(_ area: Rect, glyphs: GlyphSet, role: StyleRole = .border) {
    guard area.width >= 2, area.height >= 2 else { return }
    for edge in Edge.allCases {
      let side = area.divided(at: 1, from: edge).slice
      fill(side, with: glyphs.line(along: edge), role: role)
    }
    drawCorners(of: area, glyphs: glyphs, role: role)
  }

  /// Draws a frame of which only the ends of the lower side are seen. Where frames stand upon each
  /// other, the next one's upper side closes it: a second line there says nothing, and those of a
  /// screen are a tenth of its bytes.
  package mutating func drawOpenBox(_ area: Rect, glyphs: GlyphSet, role: StyleRole = .border) {
    drawBox(area, glyphs: glyphs, role: role)
    guard area.height >= 2 else { return }
    clear(area.row(area.height - 1).inset(horizontal: 3, vertical: 0))
  }

  /// Draws the upper side of a frame with its corners.
  package mutating func drawUpperEdge(in line: Rect, role: StyleRole) {
    fill(line, with: glyphs.horizontal, role: role)
    fill(line.divided(at: 1, from: .left).slice, with: glyphs.topLeft, role: role)
    fill(line.divided(at: 1, from: .right).slice, with: glyphs.topRight, role: role)
  }

  /// Draws the lower side of an open frame: its corners, and where it ends.
  package mutating func drawOpenLowerEdge(in line: Rect, role: StyleRole) {
    fill(line, with: glyphs.horizontal, role: role)
    fill(line.divided(at: 1, from: .left).slice, with: glyphs.bottomLeft, role: role)
    fill(line.divided(at: 1, from: .right).slice, with: glyphs.bottomRight, role: role)
    clear(line.inset(horizontal: 3, vertical: 0))
  }

  private mutating func drawCorners(of area: Rect, glyphs: GlyphSet, role: StyleRole) {
    let (top, _) = area.divided(at: 1, from: .top)
    let (bottom, _) = area.divided(at: 1, from: .bottom)
    fill(top.divided(at: 1, from: .left).slice, with: glyphs.topLeft, role: role)
    fill(top.divided(at: 1, from: .right).slice, with: glyphs.topRight, role: role)
    fill(bottom.divided(at: 1, from: .left).slice, with: glyphs.bottomLeft, role: role)
    fill(bottom.divided(at: 1, from: .right).slice, with: glyphs.bottomRight, role: role)
  }
}
