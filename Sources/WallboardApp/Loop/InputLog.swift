import Glibc
import Logging
import Synchronization
package import WallboardBoard
import WallboardEvents
import WallboardScreen
import WallboardSystem

/// Why connections ended and what could not be read or understood: the masked log of a long run.
package final class InputLog {
  /// Lines a minute about what was not understood. The rest of the minute is only counted, so that
  /// a platform that errs in every event does not push out why connections ended.
  static let faultsOfMinute = 20

  private let logger: Logger
  private var minute: Int64 = 0
  private var faults = 0

  /// A log that appends to a file of mode 0600; throws when it cannot be written.
  package convenience init(path: String) throws {
    let file = try LogFile(path: path)
    self.init(Logger(label: "wallboard") { _ in LogFileHandler(file: file) })
  }

  init(_ logger: Logger) {
    self.logger = logger
  }

  /// Logs what of an input is worth a line. Payloads never are: they may be protected.
  package func observe(_ input: Input) {
    switch input {
    case .connection(let change): logger.notice("\(change.sentence)")
    case .clock(let change): if change.isNews { logger.notice("\(change.sentence)") }
    case .readFailed(let source, let reason, _, _):
      logger.warning("Could not load the \(source.things): \(reason)")
    case .malformed(let event):
      note(sentence(of: event), at: event.receivedAt)
    case .received(let event): note(event.faults, "\(event.event.name)", at: event.receivedAt)
    case .observer(let change): logger.notice("\(change.sentence)")
    case .observedMalformed(let callSID, let event):
      note(
        "Call \(callSID.short): a message was not understood: \(event.reason)",
        at: event.receivedAt)
    case .observed(let event):
      note(event.faults, "Call \(event.callSID.short): \(event.event.name)", at: event.at)
    case .heard(let time): logSuppressed(before: time.seconds / 60)
    case .read(let part, let notes, let time):
      note(notes.faults, "Loading the \(part.source.things)", at: time)
    case .past(let answer, let time): observe(answer, at: time)
    case .readStarted, .intent, .notice, .note, .noteFailed, .notes, .following, .restored,
      .playback, .recording, .passed, .frame:
      break
    }
  }

  private func observe(_ answer: PastAnswer, at time: Timestamp) {
    switch answer {
    case .story(let callSID, _, let faults):
      note(faults, "Loading the story of call \(callSID.short)", at: time)
    case .noStory: break
    case .calls(let page): note(page.faults, "Loading the calls of the past", at: time)
    case .failed(.story(let callSID), let reason, _):
      logger.warning("Could not load the story of call \(callSID.short): \(reason)")
    case .failed(.calls, let reason, _):
      logger.warning("Could not load the calls of the past: \(reason)")
    }
  }

  /// Logs a sentence of the program about itself.
  package func note(_ sentence: String) {
    logSuppressed(before: .max)
    logger.notice("\(sentence)")
  }

  private func sentence(of event: MalformedEvent) -> String {
    guard event.leftOut == nil else {
      return event.name.isEmpty
        ? event.reason.string.capitalizedFirst : "\(event.name): \(event.reason)"
    }
    return "\(event.name) was not understood: \(event.reason)"
  }

  private func note(_ faults: FieldFaults, _ subject: @autoclosure () -> String, at time: Timestamp)
  {
    guard !faults.isEmpty else { return }
    let sentences = faults.sentences.map(\.string).joined(separator: "; ")
    note("\(subject()): \(faults.summary): \(sentences)", at: time)
  }

  private func note(_ sentence: String, at time: Timestamp) {
    let now = time.seconds / 60
    logSuppressed(before: now)
    minute = now
    faults += 1
    guard faults <= Self.faultsOfMinute else { return }
    logger.warning("\(sentence)")
  }

  /// Logs how many faults of an earlier minute were left out.
  private func logSuppressed(before now: Int64) {
    guard now != minute, faults > 0 else { return }
    if faults > Self.faultsOfMinute {
      let time = Timestamp(milliseconds: minute * 60_000).iso8601.prefix(16)
      logger.warning(
        "\(faults - Self.faultsOfMinute) more were not understood in the minute from \(time)Z")
    }
    faults = 0
  }
}

/// A file that lines are appended to. At ``largest`` bytes it is rotated to `PATH.1`, so that a
/// board that runs for weeks does not fill the disk.
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

  /// Opens the file again where it is full, or where another program, such as logrotate, has
  /// renamed or removed it.
  private func tend(_ descriptor: inout Int32) {
    guard let opened = stat(of: descriptor) else { return }
    var named = stat()
    let isNamed = unsafe lstat(path, &named) == 0
    let isSame = isNamed && named.st_ino == opened.st_ino && named.st_dev == opened.st_dev
    if isSame {
      guard opened.st_size >= Self.largest else { return }
      _ = unsafe rename(path, path + ".1")
    }
    // If it cannot be created, the old file keeps growing rather than losing lines.
    guard let new = try? Self.open(path) else { return }
    close(descriptor)
    descriptor = new
  }

  /// Non-blocking: opening a pipe would wait for a reader.
  private static func open(_ path: String) throws -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    let descriptor = unsafe Glibc.open(path, flags, 0o600)
    guard descriptor >= 0 else {
      let code = errno
      // ENXIO: a pipe that nobody reads.
      throw FileFailure.refusal(
        path, code, code == ENXIO ? noFile : FilePath.isLink(path) ? FilePath.notThroughLinks : nil)
    }
    guard stat(of: descriptor)?.isRegularFile == true else {
      close(descriptor)
      throw SettingsError("\(path): \(noFile).")
    }
    // A file that was there before may be readable by others.
    guard fchmod(descriptor, 0o600) == 0 else {
      let problem = SystemFailure()
      close(descriptor)
      throw SettingsError(
        "\(path): others can read it, and its permissions cannot be changed: \(problem).")
    }
    return descriptor
  }

  private static let noFile = "it is not a file that a log can be written to"
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
