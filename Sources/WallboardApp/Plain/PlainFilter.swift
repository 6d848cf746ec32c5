import WallboardCore

/// Which things sentences are about.
struct PlainFilter {
  let filters: [Panel: Filter]
  let disclosure: Disclosure

  /// Whether the thing is one that is asked for.
  func admits(_ row: RowID, in board: Board) -> Bool {
    true
  }
}
