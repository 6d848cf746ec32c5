import WallboardEvents
import WallboardPlatform
import WallboardSystem
import WallboardWire

/// The network thread's clock: the platform's, as answers and events tell it.
///
/// Whoever is told of it sets a clock of their own by the same changes, which come with them:
/// what was stamped before a change and after it stays in order.
final class NetworkClock {
  private let time: MachineTime
  private var clock: PlatformClock
  private let tell: (ClockChange) -> Void

  /// A clock that begins that much ahead of the machine's time, and tells of its changes.
  init(
    _ time: MachineTime = .system, offset: Int64? = nil,
    tell: @escaping (ClockChange) -> Void = { _ in }
  ) {
    self.time = time
    clock = PlatformClock(offset: offset ?? time.offset)
    self.tell = tell
  }

  /// The platform's time.
  var now: Timestamp { clock.time(at: uptime) }

  /// What deadlines are measured by.
  var instant: ContinuousClock.Instant { time.instant() }

  /// What requests are timed by.
  var uptime: Int64 { time.uptime() }

  /// Takes the `Date` of an answer to a request that was sent at that ``uptime``.
  func note(date: String?, sentAt: Int64) {
    let received = uptime
    // Whatever this machine's clock says, the years that a date can name.
    let now = Int(min(max(0, clock.time(at: received).seconds), 253_402_300_799))
    guard let date, let date = HTTPDate(date[...], now: now),
      let answer = DatedAnswer(
        date: Int64(date.secondsSince1970), sentAt: sentAt, receivedAt: received)
    else { return }
    clock.note(answer)
    settle()
  }

  /// Takes the time of an event that came just now; of several, of the last to happen.
  func note(eventAt time: Timestamp) {
    clock.note(event: time, at: uptime)
  }

  /// Weighs what was noted, and looks at the wall clock.
  func settle() {
    if let change = clock.settle(wall: time.offset, at: uptime) { tell(change) }
  }
}

extension Timestamp {
  /// This moment moved by a duration, rounded up to milliseconds.
  func advanced(by duration: Duration) -> Timestamp {
    advanced(milliseconds: Int64(duration.wholeMilliseconds))
  }
}

extension Duration {
  /// The whole milliseconds, rounded up so that a timer is never early; held within 0 and 24 days,
  /// which is what libcurl's timers take.
  var wholeMilliseconds: Int {
    let (seconds, attoseconds) = components
    guard seconds < 2_000_000 else { return 2_000_000_000 }
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    let perMillisecond: Int64 = 1_000_000_000_000_000
    return Int(seconds * 1_000 + (attoseconds + perMillisecond - 1) / perMillisecond)
  }
}
