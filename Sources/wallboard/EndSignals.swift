import Dispatch
import Glibc
import Synchronization
import WallboardApp
import WallboardSystem

/// Notes that the program was told to end, so that it can finish what it writes.
final class EndSignals {
  private final class Flag: Sendable {
    /// One end may be told more than once: a terminal that closes sends SIGHUP, and its shell too.
    private static let oneEnd: Duration = .seconds(1)
    private let setAt = Mutex<ContinuousClock.Instant?>(nil)

    var isSet: Bool { setAt.withLock { $0 != nil } }

    /// Sets it; whether that was asked for before.
    func wasSet() -> Bool {
      setAt.withLock { setAt in
        guard let first = setAt else {
          setAt = .now
          return false
        }
        return first.duration(to: .now) >= Self.oneEnd
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

  var hasCome: Bool { flag.isSet }
}
