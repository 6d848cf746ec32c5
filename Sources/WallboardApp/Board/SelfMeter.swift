import WallboardBoard
import WallboardEvents

/// What the program itself takes: so that who leaves it running for weeks sees that it stays so.
struct SelfMeter {
  /// What was counted is told as soon as it is this old, in nanoseconds.
  static let window: Int64 = 10_000_000_000
  /// A picture that goes in parts and is there within so many seconds is none of a slow line.
  private static let quickPicture = 2.0

  private var since: Int64?
  private var bytes = 0
  private var frames = 0
  /// Frames for which there was no room but in parts.
  private var parts = 0
  /// Of the last whole window, a second.
  private var rates: (bytes: Double, frames: Double)?
  private var slowness: Int?
  /// When the last picture was whole.
  private var shownAt: Int64 = 0

  /// Takes note of what was written; times are in nanoseconds of ``Clock/uptime``.
  mutating func note(_ count: Int, at now: Int64) {
    turn(at: now)
    bytes += count
  }

  /// Takes note of a frame. One that goes in parts counts once, when every row has had its turn.
  mutating func noteFrame(isWhole: Bool = true, endsRound: Bool = true, at now: Int64) {
    turn(at: now)
    if !isWhole { parts += 1 }
    guard isWhole || endsRound else { return }
    frames += 1
    shownAt = now
  }

  /// How many seconds a picture took lately, where the line has no room for one at once.
  mutating func secondsToPicture(at now: Int64) -> Int? {
    turn(at: now)
    return slowness
  }

  /// All of it, in a line.
  mutating func words(
    _ board: Board, resident: Int? = ResidentMemory.bytes, at now: Int64
  ) -> String {
    turn(at: now)
    let rates = rates ?? rates(at: now)
    let memory = resident.map { "\($0 / 1_048_576) MB" } ?? "unknown memory"
    let ring = "\(board.activity.entries.count) of \(Limits.activity) activity entries"
    let tenths = Int((rates.frames * 10).rounded())
    let pace = slowness.map { "slow line: 1 frame in \($0) s" }
    return [
      "writes \(Int(rates.bytes.rounded())) B/s", pace ?? "\(tenths / 10).\(tenths % 10) frames/s",
      memory, "\(board.connection.reconnects) reconnects", ring,
    ].joined(separator: " · ")
  }

  private mutating func turn(at now: Int64) {
    guard let since else { return (self.since, shownAt) = (now, now) }
    guard now - since >= Self.window else { return }
    let rates = rates(at: now)
    self.rates = rates
    let isSlow = parts > 0 && rates.frames * Self.quickPicture < 1
    slowness = isSlow ? slowness(of: rates.frames, at: now) : nil
    self.since = now
    bytes = 0
    frames = 0
    parts = 0
  }

  private func slowness(of frames: Double, at now: Int64) -> Int {
    let seconds = frames > 0 ? 1 / frames : Double(now - shownAt) / 1e9
    return Int(min(seconds, 999).rounded(.up))
  }

  private func rates(at now: Int64) -> (bytes: Double, frames: Double) {
    let seconds = max(1, Double(now - (since ?? now)) / 1e9)
    return (Double(bytes) / seconds, Double(frames) / seconds)
  }
}
