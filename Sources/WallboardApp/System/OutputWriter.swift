import Glibc
import WallboardScreen
import WallboardSystem

/// Writes lines to a descriptor, many at a time.
package struct OutputWriter {
  /// Bytes that are gathered before they are written, so that a busy stream costs few calls.
  private static let batch = 32_768

  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// Whether nothing more can be written.
  package private(set) var isClosed = false
  /// What is wrong with the descriptor; `nil` also when the reader is merely gone (`| head`).
  private var failure: String?

  /// Writes to that descriptor, which stays the caller's.
  package init(descriptor: Int32 = STDOUT_FILENO) {
    self.descriptor = descriptor
  }

  /// Adds a line; it is written by ``flush()``, or when enough has come together.
  package mutating func write(line: String) {
    buffer += line.utf8
    buffer.append(0x0A)
    if buffer.count >= Self.batch { flush() }
  }

  /// Writes what was added.
  package mutating func flush() {
    var written = 0
    while written < buffer.count, !isClosed {
      let count = unsafe buffer.withUnsafeBytes { bytes in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[written...])
        return unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
      if count >= 0 {
        written += count
      } else {
        meet(errno)
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// What a run came to that has written all it had to, as far as that could be written.
  package var end: HeadlessEnd {
    failure.map { .failed("standard output: \($0)") } ?? .done
  }

  private mutating func meet(_ error: Int32) {
    switch error {
    case EINTR: break
    case EAGAIN:
      // Somebody else has set the terminal or pipe that is shared with them to non-blocking.
      var poll = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      _ = unsafe Glibc.poll(&poll, 1, -1)
    case EPIPE: isClosed = true
    default:
      failure = "\(SystemFailure(code: error))"
      isClosed = true
    }
  }
}

/// Messages for the person, apart from the product on standard output.
package enum Message {
  /// Writes one line to standard error; it may quote a file or a flag that is hostile.
  package static func write(_ text: String) {
    var writer = OutputWriter(descriptor: STDERR_FILENO)
    writer.write(line: "wallboard: " + TextSafety.clean(text).marked)
    writer.flush()
  }
}
