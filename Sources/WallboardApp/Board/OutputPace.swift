/// Why a frame is wanted; the most pressing reason counts.
enum FrameReason: Comparable {
  case nothing
  /// Something has come.
  case feed
  /// Something was said on a followed call.
  case words
  /// The second has turned, and all that is counted in seconds with it.
  case second
  /// A person did something, or the terminal wants a picture.
  case person
}

/// Keeps what a busy board writes within what a slow line carries and a person can read.
///
/// Every frame is paid for out of an allowance that grows with time. While it is used up, what only
/// the feed has changed is gathered for the frame of the next second; keys and the turn of the second
/// are never waited with. A quiet board has always enough.
struct OutputPace {
  /// By how much the allowance grows.
  static let bytesPerSecond: Int64 = 2_000
  /// The most that can be saved up.
  static let largestAllowance: Int64 = 6_000
  /// Nanoseconds after which what is said on a followed call is shown, however much else there is.
  static let longestSilence: Int64 = 250_000_000

  private var allowance = largestAllowance
  private var countedAt: Int64 = 0
  private var drawnAt: Int64 = 0

  /// Takes note of a frame; times are in nanoseconds of ``Clock/uptime``.
  mutating func spend(_ bytes: Int, at now: Int64) {
    count(until: now)
    // A debt has an end: after a full screen at the latest, the feed is drawn again.
    allowance = max(-Self.largestAllowance, allowance - Int64(min(bytes, 1 << 20)))
    drawnAt = now
  }

  /// How long to wait before a frame for that reason, in nanoseconds.
  mutating func pause(for reason: FrameReason, at now: Int64) -> Int64 {
    count(until: now)
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
