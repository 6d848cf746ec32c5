import Glibc
import WallboardCore

extension Timestamp {
  /// Now, by this machine's clock.
  static var now: Timestamp {
    var time = timespec()
    // CLOCK_REALTIME is always there, and the pointer to a local is valid: it cannot fail.
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// This moment moved by a duration, rounded up to milliseconds.
  func advanced(by duration: Duration) -> Timestamp {
    advanced(milliseconds: Int64(duration.wholeMilliseconds))
  }
}
