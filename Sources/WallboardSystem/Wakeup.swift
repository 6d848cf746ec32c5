import Glibc

/// That the system has no descriptor left by which to wake a thread up.
package struct WakeupFailure: Error, CustomStringConvertible {
  package let reason: SystemFailure

  package var description: String { "No descriptor to wake up by: \(reason)." }
}

/// Lets one thread sleep in `poll` until another, or a handler of signals, has something for it.
package final class Wakeup: Sendable {
  /// Readable while somebody has called ``signal()`` since the last ``clear()``.
  package let descriptor: Int32
  /// A byte that is written there is a call, too.
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
    // It fails only when the pipe is full, and then the sleeper cannot overlook it.
    _ = unsafe write(writeEnd, &byte, 1)
  }

  /// Forgets who called. What they left has to be looked at after this, not before.
  package func clear() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while unsafe read(descriptor, &bytes, bytes.count) == bytes.count {}
  }

  /// Sleeps until somebody calls, or has called already, or so many milliseconds have passed.
  package func wait(milliseconds: Int) {
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    _ = unsafe Glibc.poll(&poll, 1, Int32(clamping: max(0, milliseconds)))
  }
}
