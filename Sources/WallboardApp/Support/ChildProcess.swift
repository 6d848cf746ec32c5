import Glibc
import WallboardSystem

/// A program that runs beside this one: in a session of its own, so that no key and no signal of the
/// terminal reaches it, and with nothing to read from or to write to.
struct ChildProcess {
  /// How a program came to its end.
  enum End: Equatable {
    case status(Int32)
    case signal(Int32)
  }

  private let id: pid_t

  /// Starts the first word, found on the `PATH`, with the others as its arguments; throws where it
  /// cannot be started.
  init(_ words: [String], environment: [String: String]) throws(SystemFailure) {
    var id: pid_t = 0
    let variables = environment.map { "\($0.key)=\($0.value)" }
    let code = unsafe Spawn.withCStrings(words) { arguments in
      unsafe Spawn.withCStrings(variables) { variables in
        unsafe Spawn.start(&id, arguments, variables)
      }
    }
    guard code == 0 else { throw SystemFailure(code: code) }
    self.id = id
  }

  /// How it ended; `nil` while it runs. Once told, the system knows nothing of it any more.
  func end() -> End? {
    var status: Int32 = 0
    switch unsafe waitpid(id, &status, WNOHANG) {
    case 0: return nil
    case id: return status & 0x7F == 0 ? .status(status >> 8 & 0xFF) : .signal(status & 0x7F)
    // A parent that had children ignored has them go without a word.
    case _: return .status(0)
    }
  }

  /// Ends it and all that it has started.
  func kill() {
    _ = Glibc.kill(-id, SIGKILL)
  }
}
