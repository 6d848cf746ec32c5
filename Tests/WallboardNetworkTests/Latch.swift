import Synchronization

/// Tells one thread that something has happened on another.
final class Latch: Sendable {
  private let state = Mutex(false)

  var isOpen: Bool { state.withLock { $0 } }

  func open() {
    state.withLock { $0 = true }
  }
}
