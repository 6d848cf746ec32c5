import CNcurses

/// What this process holds in memory: a token, and what callers said.
package enum ProcessMemory {
  /// Forbids the system to write it to a core file, a handler of core files included, and forbids
  /// other processes of the same user to read or trace it (`PR_SET_DUMPABLE`).
  ///
  /// - Returns: Whether the system agreed.
  @discardableResult package static func keepPrivate() -> Bool {
    wallboard_forbid_dumps() == 0
  }
}
