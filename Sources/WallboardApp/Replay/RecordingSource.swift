import Glibc
package import WallboardBoard
package import WallboardEvents
package import WallboardRecording
import WallboardScreen

/// A recording that was opened to be read.
package final class RecordingSource {
  /// A reader at its first line.
  package let reader: RecordingReader
  /// Whether any moment of it can be gone to; only what is read first of a pipe is there.
  package let isFile: Bool
  private let descriptor: Int32

  /// Opens the file, or standard input for `-`; throws ``ReplayError`` for what is no recording.
  package convenience init(path: String) throws {
    try self.init(path: path, waits: true)
  }

  /// The same; a pipe that has a name is opened once somebody writes to it, as cat does, if it is to
  /// be waited for.
  init(path: String, waits: Bool) throws {
    let name = path == "-" ? "standard input" : path
    let flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | (waits ? 0 : O_NONBLOCK)
    let descriptor = path == "-" ? dup(STDIN_FILENO) : unsafe open(path, flags)
    guard descriptor >= 0 else { throw ReplayError("\(name): \(SystemError.last).") }
    var status = stat()
    let isKnown = unsafe fstat(descriptor, &status) == 0
    guard !isKnown || status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw ReplayError("\(name): it is a folder.")
    }
    do {
      reader = try RecordingReader(descriptor: descriptor)
    } catch {
      close(descriptor)
      throw ReplayError("\(name): \(error).")
    }
    offsets = reader.header.offsets ?? .here(from: reader.header.startedAt)
    self.descriptor = descriptor
    isFile = isKnown && status.st_mode & S_IFMT == S_IFREG
  }

  /// Local time where it was recorded; here, where that is not told.
  package let offsets: UTCOffsets

  /// By how many seconds local time was ahead of UTC.
  package var utcOffset: @Sendable (Timestamp) -> Int { offsets.offset(at:) }

  deinit {
    close(descriptor)
  }
}

/// Why a recording cannot be played: a sentence for the person.
package struct ReplayError: Error, Equatable, CustomStringConvertible {
  package let description: String

  /// That sentence.
  package init(_ description: String) {
    self.description = description
  }
}
