import WallboardCore

/// What the program itself takes: so that who leaves it running for weeks sees that it stays so.
struct SelfMeter {
  /// What was counted is told as soon as it is this old, in nanoseconds.
  static let window: Int64 = 10_000_000_000

  private var since: Int64?
  private var bytes = 0
  private var frames = 0
  /// Of the last whole window, a second.
  private var rates: (bytes: Double, frames: Double)?

  /// Takes note of a frame; times are in nanoseconds of ``Clock/uptime``.
  mutating func note(_ count: Int, at now: Int64) {
    turn(at: now)
    bytes += count
    if count > 0 { frames += 1 }
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
    return [
      "writes \(Int(rates.bytes.rounded())) B/s", "\(tenths / 10).\(tenths % 10) frames/s", memory,
      "\(board.connection.reconnects) reconnects", ring,
    ].joined(separator: " · ")
  }

  private mutating func turn(at now: Int64) {
    guard let since else { return self.since = now }
    guard now - since >= Self.window else { return }
    rates = rates(at: now)
    self.since = now
    bytes = 0
    frames = 0
  }

  private func rates(at now: Int64) -> (bytes: Double, frames: Double) {
    let seconds = max(1, Double(now - (since ?? now)) / 1e9)
    return (Double(bytes) / seconds, Double(frames) / seconds)
  }
}
