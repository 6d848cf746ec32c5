/// What the network thread is asked to do.
package enum NetworkCommand: Equatable, Sendable {
  /// Make these reads, those first that ``SnapshotSource`` names first.
  case read(Set<SnapshotSource>)
  /// Connect at once instead of waiting, and make failed reads again.
  case retryNow
  /// Follow a call on its observer socket.
  case follow(CallSID)
  /// Follow it no more: close politely, and tell nothing more of it.
  case unfollow(CallSID)
}
