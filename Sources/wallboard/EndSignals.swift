import Dispatch
import Glibc
import Synchronization
import WallboardApp

/// Notes that the program was told to end, so that it can finish what it writes.
final class EndSignals {
  private final class Flag: Sendable {
    let isSet = Mutex(false)
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
        flag.isSet.withLock { $0 = true }
        wakeup.signal()
      }
      source.resume()
      return source
    }
  }

  var hasCome: Bool { flag.isSet.withLock { $0 } }
}
