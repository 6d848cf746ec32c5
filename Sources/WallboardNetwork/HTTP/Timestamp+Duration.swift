import WallboardEvents

extension Timestamp {
  /// This moment moved by a duration, rounded up to milliseconds.
  func advanced(by duration: Duration) -> Timestamp {
    advanced(milliseconds: Int64(duration.wholeMilliseconds))
  }
}
