import Glibc
package import WallboardCore
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
  package init(path: String) throws {
    let name = path == "-" ? "standard input" : path
    // A pipe that has a name is opened once somebody writes to it, as cat does.
    let descriptor =
      path == "-" ? dup(STDIN_FILENO) : unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
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
    self.descriptor = descriptor
    isFile = isKnown && status.st_mode & S_IFMT == S_IFREG
  }

  /// By how many seconds local time was ahead of UTC where it was recorded; here, where that is not
  /// told.
  package var utcOffset: @Sendable (Timestamp) -> Int {
    guard let offset = reader.header.utcOffset else { return Clock.utcOffset }
    return { _ in offset }
  }

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
