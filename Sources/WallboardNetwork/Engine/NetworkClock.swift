import WallboardEvents
import WallboardPlatform
import WallboardSystem
import WallboardWire

/// The network thread's clock: the platform's time, as answers and events show it.
///
/// Its changes are announced among everything else that is heard, so that a reader who makes the same
/// changes to a clock of its own sees all timestamps in order.
final class NetworkClock {
  private let time: MachineTime
  private var clock: PlatformClock
  private let announce: (ClockChange) -> Void
  /// Whether an answer has said what time it is.
  private(set) var isDated = false

  /// A clock that begins `offset` milliseconds ahead of the machine's uptime.
  init(
    _ time: MachineTime = .system, offset: Int64? = nil,
    announce: @escaping (ClockChange) -> Void = { _ in }
  ) {
    self.time = time
    clock = PlatformClock(offset: offset ?? time.offset)
    self.announce = announce
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
    // Within the years that a date can name, whatever this machine's clock says.
    let now = Int(min(max(0, clock.time(at: received).seconds), 253_402_300_799))
    guard let date, let date = HTTPDate(date[...], now: now),
      let answer = DatedAnswer(
        date: Int64(date.secondsSince1970), sentAt: sentAt, receivedAt: received)
    else { return }
    isDated = true
    clock.note(answer)
    settle()
  }

  /// Takes the time of an event that came just now; of several, the latest.
  func note(eventAt time: Timestamp) {
    clock.note(event: time, at: uptime)
  }

  /// Evaluates what was noted, and looks at the wall clock.
  func settle() {
    if let change = clock.settle(wall: time.offset, at: uptime) { announce(change) }
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
