package import WallboardEvents

extension ClockStanding {
  /// What is wrong with the clocks, as a sentence; `nil` where nothing is.
  package var words: String? {
    switch self {
    case .right: nil
    case .wrong(let seconds):
      "this machine's clock is \(Self.length(seconds))"
        + " \(seconds < 0 ? "behind" : "ahead of") the platform's"
    case .disputed(let seconds):
      "the platform dates its answers \(Self.length(seconds))"
        + " \(seconds < 0 ? "ahead of" : "behind") this machine's clock: not believed"
    }
  }

  /// The same, to stand beside a clock; without saying whose clock it is where there is little room.
  func remark(isShort: Bool) -> String? {
    let subject = isShort ? "clock" : "this machine's clock is"
    return switch self {
    case .right: nil
    case .wrong(let seconds):
      "\(subject) \(Self.length(seconds)) \(seconds < 0 ? "behind" : "ahead")"
    case .disputed: "\(subject) in doubt"
    }
  }

  private static func length(_ seconds: Int64) -> String {
    Durations.exact(Int64(clamping: seconds.magnitude))
  }
}
