import Glibc
import Logging
import Synchronization
import WallboardScreen

/// A file that lines are appended to; at ``largest`` bytes it becomes `PATH.1` and a new one begins,
/// so that a board that runs for weeks does not fill the disk.
final class LogFile: Sendable {
  static let largest = 4 << 20

  private struct State {
    var descriptor: Int32
    var size: Int
  }

  private let path: String
  private let state: Mutex<State>

  init(path: String) throws {
    self.path = path
    let descriptor = Self.open(path)
    guard descriptor >= 0 else { throw SettingsError("\(path): \(Self.reason(errno)).") }
    guard Self.isFile(descriptor) else {
      close(descriptor)
      throw SettingsError("\(path): \(Self.noFile).")
    }
    // One that was there before may have been open to others.
    guard fchmod(descriptor, 0o600) == 0 else {
      let problem = SystemError.last
      close(descriptor)
      throw SettingsError("\(path): others may read it, and that cannot be changed: \(problem).")
    }
    let end = lseek(descriptor, 0, SEEK_END)
    state = Mutex(State(descriptor: descriptor, size: max(0, end)))
  }

  deinit {
    state.withLock { _ = close($0.descriptor) }
  }

  func append(_ line: String) {
    state.withLock { state in
      if state.size >= Self.largest { rotate(&state) }
      var writer = OutputWriter(descriptor: state.descriptor)
      writer.write(line: line)
      writer.flush()
      state.size += line.utf8.count + 1
    }
  }

  private func rotate(_ state: inout State) {
    _ = unsafe rename(path, path + ".1")
    let descriptor = Self.open(path)
    // A file that cannot be made again keeps growing rather than losing lines.
    guard descriptor >= 0 else { return }
    close(state.descriptor)
    state = State(descriptor: descriptor, size: 0)
  }

  /// Without waiting: a pipe would have it wait for a reader.
  private static func open(_ path: String) -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    return unsafe Glibc.open(path, flags, 0o600)
  }

  private static let noFile = "it is not a file that can be logged to"

  private static func reason(_ code: Int32) -> String {
    switch code {
    case ELOOP: "it is a link"
    // A pipe that nobody reads.
    case ENXIO: noFile
    default: SystemError.words(code)
    }
  }

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
