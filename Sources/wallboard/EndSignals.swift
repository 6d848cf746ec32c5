import Dispatch
import Glibc
import Synchronization
import WallboardApp

/// Notes that the program was told to end, so that it can finish what it writes.
final class EndSignals {
  private final class Flag: Sendable {
    let isSet = Mutex(false)

    /// Sets it; whether it was set before.
    func wasSet() -> Bool {
      isSet.withLock { isSet in
        defer { isSet = true }
        return isSet
      }
    }
  }

  private let flag: Flag
  private let sources: [any DispatchSourceSignal]

  /// Wakes the loop up when it comes.
  init(_ wakeup: Wakeup) {
    let flag = Flag()
    self.flag = flag
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        // What is waited for, such as a pipe that is not read, may never come: who asks twice goes.
        if flag.wasSet() { _exit(128 + number) }
        wakeup.signal()
      }
      source.resume()
      return source
    }
  }

  var hasCome: Bool { flag.isSet.withLock { $0 } }
}
