import Glibc

/// The system has no descriptor left for a ``Wakeup``.
package struct WakeupFailure: Error, CustomStringConvertible {
  package let reason: SystemFailure

  package var description: String { "The program cannot set up how it is woken: \(reason)." }
}

/// Lets one thread sleep in `poll` until another thread or a signal handler wakes it.
package final class Wakeup: Sendable {
  /// Readable while somebody has called ``signal()`` since the last ``clear()``.
  package let descriptor: Int32
  /// A byte that is written there wakes the sleeper too, from a signal handler for instance.
  package let writeEnd: Int32

  package init() throws(WakeupFailure) {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw WakeupFailure(reason: SystemFailure()) }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (descriptor, writeEnd) = (ends[0], ends[1])
  }

  deinit {
    close(descriptor)
    close(writeEnd)
  }

  /// Wakes the sleeper, from any thread.
  package func signal() {
    var byte: UInt8 = 1
    // It fails only when the pipe is full, and then the sleeper wakes up anyway.
    _ = unsafe write(writeEnd, &byte, 1)
  }

  /// Forgets earlier signals. Look at what they were for after this, not before.
  package func clear() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while unsafe read(descriptor, &bytes, bytes.count) == bytes.count {}
  }

  /// Sleeps until a signal comes, or has come already, or so many milliseconds have passed.
  package func wait(milliseconds: Int) {
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    _ = unsafe Glibc.poll(&poll, 1, Int32(clamping: max(0, milliseconds)))
  }
}
