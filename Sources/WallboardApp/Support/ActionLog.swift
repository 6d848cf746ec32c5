import Glibc
import Logging
package import WallboardCore

/// Why connections ended and what could not be read or understood: the masked log of a long run.
package struct ActionLog {
  private let logger: Logger

  /// A log that appends to a file of mode 0600; throws when it cannot be written.
  package init(path: String) throws {
    let file = try LogFile(path: path)
    logger = Logger(label: "wallboard") { _ in LogFileHandler(file: file) }
  }

  /// Writes down what of an action is worth it. No payload is: they may be protected.
  package func observe(_ action: Action) {
    switch action {
    case .connection(let change): logger.notice("\(change.sentence)")
    case .readFailed(let source, let reason, _, _):
      logger.warning("\(source.rawValue) could not be read: \(reason)")
    case .malformed(let event):
      logger.warning("\(event.name) was not understood: \(event.reason)")
    case .observer(let change): logger.notice("\(change.sentence)")
    case .observedMalformed(let callSID, let event):
      logger.warning("call \(callSID.short): a message was not understood: \(event.reason)")
    case .received, .heard, .readStarted, .read, .observed, .intent, .notice, .frame: break
    }
  }
}
