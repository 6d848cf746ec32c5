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

  /// The same cell, with nothing in it.
  var blanked: Cell { Cell(glyph: .space, role: role, emphasis: emphasis) }
}

/// How a cell differs from its role's ordinary look. A theme says what each flag means in colour;
/// without colour the flags still show.
package struct Emphasis: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Belongs to the selected row of the focused panel.
  package static let selected = Emphasis(rawValue: 1 << 0)
  /// Recedes: the data is old, or the panel is not in use.
  package static let dim = Emphasis(rawValue: 1 << 1)
  /// Heavier, or brighter where the terminal has no weights.
  package static let bold = Emphasis(rawValue: 1 << 2)
  package static let underline = Emphasis(rawValue: 1 << 3)
  package static let reverse = Emphasis(rawValue: 1 << 4)
  /// Digits to be read at a glance, and the frame around them: no line runs below or through them.
  package static let figure = Emphasis(rawValue: 1 << 5)

  /// Every flag with its name in a dump.
  fileprivate static let names: [(flag: Emphasis, name: String)] = [
    (.selected, "selected"), (.dim, "dim"), (.bold, "bold"), (.underline, "underline"),
    (.reverse, "reverse"), (.figure, "figure"),
  ]
}

/// Cells counted in runs of equal role and emphasis, for a canvas's dump.
struct RoleRuns: CustomStringConvertible {
  private var runs: [(name: String, length: Int)] = []

  mutating func add(_ cell: Cell) {
    let name = Self.name(of: cell)
    if let last = runs.last, last.name == name {
      runs[runs.count - 1].length += 1
    } else {
      runs.append((name, 1))
    }
  }

  var description: String {
    runs.map { "\($0.name)*\($0.length)" }.joined(separator: " ")
  }

  private static func name(of cell: Cell) -> String {
    let flags = Emphasis.names.filter { cell.emphasis.contains($0.flag) }
    return ([cell.role.rawValue] + flags.map(\.name)).joined(separator: "+")
  }
}
