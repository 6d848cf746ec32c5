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
    case .malformed(let event):
      note(sentence(of: event), at: event.receivedAt)
    case .received(let event): note(event.faults, "\(event.event.name)", at: event.receivedAt)
    case .observer(let change): logger.notice("\(change.sentence)")
    case .observedMalformed(let callSID, let event):
      note(
        "call \(callSID.short): a message was not understood: \(event.reason)",
        at: event.receivedAt)
    case .observed(let event):
      note(event.faults, "call \(event.callSID.short): \(event.event.name)", at: event.at)
    case .heard(let time): tellSuppressed(before: time.seconds / 60)
    case .read(let part, let notes, let time):
      note(notes.faults, "the read of \(part.source.rawValue)", at: time)
    case .readStarted, .intent, .notice, .following, .restored,
      .playback, .recording, .passed, .frame:
      break
    }
  }

  /// Writes down what the program says of itself.
  package func note(_ sentence: String) {
    tellSuppressed(before: .max)
    logger.notice("\(sentence)")
  }

  private func sentence(of event: MalformedEvent) -> String {
    guard event.leftOut == nil else {
      return "\(event.name.isEmpty ? "an event" : "\(event.name)"): \(event.reason)"
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
    tellSuppressed(before: now)
    minute = now
    faults += 1
    guard faults <= Self.faultsOfMinute else { return }
    logger.warning("\(sentence)")
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
