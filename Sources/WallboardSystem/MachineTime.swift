import Glibc

/// This machine's clocks; a test has some that it turns itself.
package struct MachineTime: Sendable {
  /// Milliseconds of a clock that only goes forward, at its own pace, while the machine sleeps too.
  package var uptime: @Sendable () -> Int64
  /// Milliseconds since 1970 by the wall clock, which anybody may set.
  package var wall: @Sendable () -> Int64
  /// What deadlines are measured by: the clock of ``uptime``.
  package var instant: @Sendable () -> ContinuousClock.Instant

  package init(
    uptime: @escaping @Sendable () -> Int64, wall: @escaping @Sendable () -> Int64,
    instant: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
  ) {
    self.uptime = uptime
    self.wall = wall
    self.instant = instant
  }

  /// The system's clocks.
  package static let system = MachineTime(
    uptime: { read(CLOCK_BOOTTIME) }, wall: { read(CLOCK_REALTIME) })

  /// Milliseconds by which the wall clock is ahead of the uptime.
  package var offset: Int64 {
    // A thread that is held up between the two reads would take that for a difference.
    for _ in 0..<10 {
      let (before, wall) = (uptime(), wall())
      if uptime() - before <= Self.longestLook { return wall - before }
    }
    return wall() - uptime()
  }

  /// Milliseconds that reading both clocks may take.
  private static let longestLook: Int64 = 20

  private static func read(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    // Both clocks are always there, and the pointer to a local is valid: it cannot fail.
    _ = unsafe clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}
