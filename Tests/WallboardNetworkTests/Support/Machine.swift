import Synchronization
import WallboardSystem

/// A machine whose clocks stand still until a test turns them.
final class Machine: Sendable {
  private struct Clocks {
    var uptime: Int64 = 1_000_000
    var wall: Int64
    var instant = ContinuousClock.now
  }

  /// 2026-08-03T10:00:00Z.
  static let platformTime: Int64 = 1_785_751_200_000
  /// The field of an answer that a platform makes at that time.
  static let date = "Date: Mon, 03 Aug 2026 10:00:00 GMT"
  private let clocks: Mutex<Clocks>

  /// A machine whose wall clock is so far ahead of the platform's.
  init(wrongBy milliseconds: Int64 = 0) {
    clocks = Mutex(Clocks(wall: Self.platformTime + milliseconds))
  }

  var instant: ContinuousClock.Instant { clocks.withLock(\.instant) }

  /// So much time passes.
  func advance(by milliseconds: Int) {
    clocks.withLock { clocks in
      clocks.uptime += Int64(milliseconds)
      clocks.wall += Int64(milliseconds)
      clocks.instant += .milliseconds(milliseconds)
    }
  }

  /// The wall clock is set forward.
  func jump(by milliseconds: Int64) { clocks.withLock { $0.wall += milliseconds } }

  var time: MachineTime {
    MachineTime(
      uptime: { [self] in clocks.withLock(\.uptime) },
      wall: { [self] in clocks.withLock(\.wall) },
      instant: { [self] in instant })
  }
}
