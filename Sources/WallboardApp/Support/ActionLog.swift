import Glibc
import Logging
package import WallboardBoard
import WallboardEvents

/// Why connections ended and what could not be read or understood: the masked log of a long run.
package final class ActionLog {
  /// Lines of a minute about what was not understood; the rest of the minute is told as a number, so
  /// that a platform that errs in every event does not push out why connections ended.
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

  /// Writes down what of an action is worth it. No payload is: they may be protected.
  package func observe(_ action: Action) {
    switch action {
    case .connection(let change): logger.notice("\(change.sentence)")
    case .clock(let change): if change.isNews { logger.notice("\(change.sentence)") }
    case .readFailed(let source, let reason, _, _):
      logger.warning("\(source.rawValue) could not be read: \(reason)")
    case .malformed(let event): note(event, "\(event.name)")
    case .observer(let change): logger.notice("\(change.sentence)")
    case .observedMalformed(let callSID, let event):
      note(event, "call \(callSID.short): a message")
    case .heard(let time): tellSuppressed(before: time.seconds / 60)
    case .received, .readStarted, .read, .observed, .intent, .notice, .following, .restored,
      .playback, .recording, .passed, .frame:
      break
    }
  }

  /// Writes down what the program says of itself.
  package func note(_ sentence: String) {
    tellSuppressed(before: .max)
    logger.notice("\(sentence)")
  }

  private func note(_ event: MalformedEvent, _ subject: String) {
    let now = event.receivedAt.seconds / 60
    tellSuppressed(before: now)
    minute = now
    faults += 1
    guard faults <= Self.faultsOfMinute else { return }
    if event.leftOut == nil {
      logger.warning("\(subject) was not understood: \(event.reason)")
    } else {
      logger.warning("\(subject.isEmpty ? "an event" : subject): \(event.reason)")
    }
  }

  /// Tells how many faults of an earlier minute were left out.
  private func tellSuppressed(before now: Int64) {
    guard now != minute, faults > 0 else { return }
    if faults > Self.faultsOfMinute {
      let time = Timestamp(milliseconds: minute * 60_000).iso8601.prefix(16)
      logger.warning(
        "\(faults - Self.faultsOfMinute) more were not understood in the minute from \(time)Z")
    }
    faults = 0
  }
}
