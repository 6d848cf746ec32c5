import WallboardBoard

/// How far what is shown can be trusted to be what is.
enum Freshness: Equatable {
  case live
  /// The stream is open, but nothing has been heard for so many seconds.
  case silent(seconds: Int64)
  /// Events do not flow.
  case disconnected

  init(_ board: Board, staleAfter: Int64) {
    guard board.connection.isOpen else {
      self = .disconnected
      return
    }
    self = board.isLive(staleAfter: staleAfter) ? .live : .silent(seconds: board.age ?? 0)
  }
}
