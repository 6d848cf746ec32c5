import Glibc

/// Wakes the network thread from another one, whatever it waits in.
final class NetworkWaker: Sendable {
  /// Readable while somebody has called ``wake()`` since the last ``clear()``.
  let descriptor: Int32
  private let writeEnd: Int32

  /// Throws when the system has no descriptor left.
  init() throws(SystemFailure) {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw SystemFailure(number: errno) }
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

  func wake() {
    var byte: UInt8 = 1
    // It fails only when the pipe is full, and then nobody can overlook it.
    _ = unsafe write(writeEnd, &byte, 1)
  }

  /// Forgets who called. What they left has to be looked at after this, not before.
  func clear() {
    var bytes: UInt64 = 0
    while unsafe read(descriptor, &bytes, MemoryLayout.size(ofValue: bytes)) > 0 {}
  }

  /// Waits until somebody calls, or has called already, or the time is over.
  func wait(atMost limit: Duration) {
    guard limit > .zero else { return }
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    _ = unsafe Glibc.poll(&poll, 1, Int32(clamping: limit.wholeMilliseconds))
  }
}
