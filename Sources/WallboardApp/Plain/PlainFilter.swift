import WallboardBoard
import WallboardEvents

/// Which things sentences are about: what a panel would show with its filter.
struct PlainFilter {
  let filters: [Panel: Filter]
  let disclosure: Disclosure

  /// Whether the thing is one that is asked for. One that the board does not have any more is not,
  /// where anything is asked.
  func admits(_ row: RowID, in board: Board) -> Bool {
    guard let filter = filters[row.panel] else { return true }
    return board.passes(row, filter, of: row.panel, disclosure)
  }
}

extension RowID {
  /// The panel that lists such things.
  fileprivate var panel: Panel {
    switch self {
    case .call: .calls
    case .operator: .operators
    case .surface: .surfaces
    case .activity: .activity
    case .alert: .alerts
    case .metric: .numbers
    }
  }
}
