import Foundation

extension Process {
  /// Runs with no signal blocked. A child inherits what its parent's thread has blocked, and the
  /// threads of a test have everything blocked: nothing could end the child.
  func start() throws {
    var none = sigset_t()
    var blocked = sigset_t()
    unsafe sigemptyset(&none)
    unsafe pthread_sigmask(SIG_SETMASK, &none, &blocked)
    defer { _ = unsafe pthread_sigmask(SIG_SETMASK, &blocked, nil) }
    try run()
  }
}
