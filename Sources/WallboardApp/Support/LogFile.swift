import Glibc
import Logging
import Synchronization
import WallboardScreen
import WallboardSystem

/// A file that lines are appended to; at ``largest`` bytes it becomes `PATH.1` and a new one begins,
/// so that a board that runs for weeks does not fill the disk.
final class LogFile: Sendable {
  static let largest = 4 << 20

  private let path: String
  private let descriptor: Mutex<Int32>

  init(path: String) throws {
    self.path = path
    descriptor = Mutex(try Self.open(path))
  }

  deinit {
    descriptor.withLock { _ = close($0) }
  }

  func append(_ line: String) {
    descriptor.withLock { descriptor in
      tend(&descriptor)
      var writer = OutputWriter(descriptor: descriptor)
      writer.write(line: line)
      writer.flush()
    }
  }

  /// Sees to it that a line goes to the file of that name, and that there is room in it: another
  /// program, such as logrotate, may have given it another name, or emptied it.
  private func tend(_ descriptor: inout Int32) {
    var (opened, named) = (stat(), stat())
    guard unsafe fstat(descriptor, &opened) == 0 else { return }
    let isNamed = unsafe lstat(path, &named) == 0
    let isSame = isNamed && named.st_ino == opened.st_ino && named.st_dev == opened.st_dev
    if isSame {
      guard opened.st_size >= Self.largest else { return }
      _ = unsafe rename(path, path + ".1")
    }
    // A file that cannot be made again keeps growing rather than losing lines.
    guard let new = try? Self.open(path) else { return }
    close(descriptor)
    descriptor = new
  }

  /// Without waiting: a pipe would have it wait for a reader.
  private static func open(_ path: String) throws -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    let descriptor = unsafe Glibc.open(path, flags, 0o600)
    guard descriptor >= 0 else {
      let code = errno
      // A pipe that nobody reads is none either.
      throw FileFailure.refusal(
        path, code, code == ENXIO ? noFile : FilePath.isLink(path) ? FilePath.notThroughLinks : nil)
    }
    guard isFile(descriptor) else {
      close(descriptor)
      throw SettingsError("\(path): \(noFile).")
    }
    // One that was there before may have been open to others.
    guard fchmod(descriptor, 0o600) == 0 else {
      let problem = SystemFailure()
      close(descriptor)
      throw SettingsError("\(path): others may read it, and that cannot be changed: \(problem).")
    }
    return descriptor
  }

  private static let noFile = "it is not a file that can be logged to"

  private static func isFile(_ descriptor: Int32) -> Bool {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}

/// Lays out log lines: time, level, message, without anything that a terminal would obey.
struct LogFileHandler: LogHandler {
  let file: LogFile
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level = .info

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let message = TextSafety.clean("\(event.message)").marked
    file.append("\(Clock.now.iso8601) \(event.level) \(message)")
  }
}
