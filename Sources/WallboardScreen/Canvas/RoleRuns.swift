/// Cells counted in runs of equal role and emphasis.
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
