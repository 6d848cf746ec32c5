import Glibc

/// A POSIX thread.
package final class SystemThread {
  private var thread: pthread_t?

  /// Starts a thread that runs the body; throws when the system has none left.
  package init(_ run: @escaping @Sendable () -> Void) throws(SystemFailure) {
    let body = unsafe Unmanaged.passRetained(Body(run))
    var thread = pthread_t()
    let code = unsafe pthread_create(
      &thread, nil,
      { context in
        guard let context = unsafe context else { return nil }
        unsafe Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, body.toOpaque())
    guard code == 0 else {
      unsafe body.release()
      throw SystemFailure(code: code)
    }
    self.thread = thread
  }

  /// Waits until the body has returned; the caller makes it return.
  package func join() {
    guard let thread else { return }
    self.thread = nil
    pthread_join(thread, nil)
  }

  /// What a new thread is given: a pointer can hold a reference but no closure.
  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
}
