/// One cell of a canvas: what it shows, and in which role.
package struct Cell: Hashable, Sendable {
  /// An empty cell in the terminal's own colours.
  package static let blank = Cell(glyph: .space)

  package let glyph: Glyph
  package var role: StyleRole
  package var emphasis: Emphasis

  init(glyph: Glyph, role: StyleRole = .text, emphasis: Emphasis = []) {
    self.glyph = glyph
    self.role = role
    self.emphasis = emphasis
  }

  /// The same cell, showing nothing.
  var blanked: Cell { Cell(glyph: .space, role: role, emphasis: emphasis) }
}
