/// What the shell must do because of an action.
package enum Effect: Equatable, Sendable {
  case network(NetworkCommand)
  case repaint
  case suspend
  case quit
}

/// What the network thread is asked to do.
package enum NetworkCommand: Equatable, Sendable {
  /// Make these reads, those first that ``SnapshotSource`` names first.
  case read(Set<SnapshotSource>)
  /// Connect at once instead of waiting, and make failed reads again.
  case retryNow
}
