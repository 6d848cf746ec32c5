import Glibc
import WallboardScreen
import WallboardSystem

/// Writes lines to a descriptor, in batches.
package struct OutputWriter {
  /// Bytes to gather before they are written, so that a busy stream costs few system calls.
  private static let batch = 32_768

  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// Whether nothing more can be written.
  package private(set) var isClosed = false
  /// What is wrong with the descriptor; `nil` also when the reader is merely gone (`| head`).
  private var failure: String?

  /// The descriptor stays the caller's: it is not closed.
  package init(descriptor: Int32 = STDOUT_FILENO) {
    self.descriptor = descriptor
  }

  /// Adds a line, which is written by ``flush()`` or with its batch.
  package mutating func write(line: String) {
    buffer += line.utf8
    buffer.append(0x0A)
    if buffer.count >= Self.batch { flush() }
  }

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

  /// How a run ends that has written everything it had to.
  package var end: HeadlessEnd {
    failure.map { .failed("standard output: \($0)") } ?? .done
  }
}

/// Messages for people, on standard error.
package enum Message {
  /// Writes one line, which may quote a hostile file or argument.
  package static func write(_ text: String) {
    var writer = OutputWriter(descriptor: STDERR_FILENO)
    writer.write(line: "wallboard: " + TextSafety.clean(text).marked)
    writer.flush()
  }
}
