/// Why a frame is wanted, in order of urgency.
enum FrameReason: Comparable {
  case nothing
  /// The feed has changed something.
  case feed
  /// Something was said on a followed call.
  case words
  /// The second has turned, and with it every duration.
  case second
  /// A person did something, or the terminal needs a picture.
  case person
}

/// Limits output to what the line takes, and on a busy board to what a person can read.
///
/// Every frame is paid for out of an allowance that grows with time (a token bucket). While it is
/// used up, changes of the feed wait for the frame of the next second; a quiet board always has
/// enough. Beyond what ``LineWindow`` has room for, no frame is written, whatever its reason.
struct OutputBudget {
  static let bytesPerSecond: Int64 = 2_000
  static let largestAllowance: Int64 = 6_000
  /// Nanoseconds after which words of a followed call are shown, however busy the board is.
  static let longestSilence: Int64 = 250_000_000

  var line: LineWindow
  private var allowance = largestAllowance
  private var countedAt: Int64 = 0
  private var drawnAt: Int64 = 0

  /// A budget for a line that takes at most so many bytes a second, where that is known.
  init(bytesPerSecond rate: Int64? = nil) {
    line = LineWindow(rate: rate)
  }

  /// Charges a frame that was drawn for that reason. Times are in nanoseconds of ``Clock/uptime``.
  mutating func spend(_ bytes: Int, for reason: FrameReason, at now: Int64) {
    count(until: now)
    // What a person asked for is not charged to the feed. A debt has an end: after a full screen at
    // the latest, the feed is drawn again.
    let charged = reason == .person ? 0 : Int64(min(bytes, 1 << 20))
    allowance = max(-Self.largestAllowance, allowance - charged)
    drawnAt = now
  }

  /// How long to wait before a frame for that reason, in nanoseconds. The line is kept free for the
  /// turn of the second, in `left` nanoseconds; once the second has turned, the clock does not
  /// wait.
  mutating func pause(
    for reason: FrameReason, untilSecond left: Int64? = nil, at now: Int64
  ) -> Int64 {
    count(until: now)
    let isFree =
      left == nil && line.hasRoomForClock(at: now)
      || room(for: reason, untilSecond: left, at: now) > 0
    return max(
      feedPause(for: reason, at: now), line.frameInterval - max(0, now - drawnAt),
      isFree ? 0 : LineWindow.lap)
  }

  /// How many bytes a frame for that reason may take: 0 for the clock alone, `nil` for no limit.
  func limit(for reason: FrameReason, untilSecond left: Int64? = nil, at now: Int64) -> Int? {
    let room = room(for: reason, untilSecond: left, at: now)
    return room == .max ? nil : room
  }

  private func room(for reason: FrameReason, untilSecond left: Int64?, at now: Int64) -> Int {
    let isForPerson = reason == .person
    return line.room(isForPerson: isForPerson, freeIn: isForPerson ? nil : left, at: now)
  }

  private func feedPause(for reason: FrameReason, at now: Int64) -> Int64 {
    guard allowance < 0, reason < .second else { return 0 }
    let pause = -allowance * 1_000_000_000 / Self.bytesPerSecond
    return reason == .words ? min(pause, max(0, Self.longestSilence - (now - drawnAt))) : pause
  }

  private mutating func count(until now: Int64) {
    let elapsed = min(max(0, now - countedAt), 60_000_000_000)
    let earned = elapsed * Self.bytesPerSecond / 1_000_000_000
    guard earned > 0 else { return }
    countedAt = now
    allowance = min(Self.largestAllowance, allowance + earned)
  }
}
