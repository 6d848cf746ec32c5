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
    defer { buffer.removeAll(keepingCapacity: true) }
    guard !isClosed else { return }
    do {
      try writeAll(buffer, to: descriptor)
    } catch {
      isClosed = true
      if error.code != EPIPE { failure = "\(error)" }
    }
  }

  /// What a run came to that has written all it had to, as far as that could be written.
  package var end: HeadlessEnd {
    failure.map { .failed("standard output: \($0)") } ?? .done
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
