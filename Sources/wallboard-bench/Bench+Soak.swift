import Glibc
import WallboardBoard
import WallboardEvents

extension Bench {
  /// Ten million events and a million calls through one process, then a call that is followed for a
  /// day; `short` is a tenth of the events and the same day. Ends with status 1 when the memory grew.
  static func soak(short: Bool) throws {
    let share = short ? 10 : 1
    let observed = ObserverWorkload(count: 0)
    var day = Soak()
    var call = Soak(observed.following)
    let results = [
      try day.live(through: 10_000_000 / share),
      call.hear(24 * 60 * 60 * 4, of: observed.callSID),
    ]
    results.forEach { print($0.line) }
    guard results.allSatisfy(\.isFlat) else { exit(1) }
  }
}
