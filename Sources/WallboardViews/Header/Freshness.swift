import WallboardCore

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
    let age = board.age ?? 0
    self = age > staleAfter ? .silent(seconds: age) : .live
  }
}

extension Board {
  /// Seconds since anything was heard; `nil` when nothing ever was.
  var age: Int64? { connection.lastHeardAt.map { now.seconds(since: $0) } }
}
