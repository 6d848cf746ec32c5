import WallboardEvents

/// What standard error tells of a followed call's connection.
///
/// A call that the platform does not know may be about to begin, and is asked for a few times more:
/// that it is not there is told once, when that is certain. Such an attempt is opened before it is
/// closed, so that an opening is told when something has come.
struct FollowNotices {
  private var opening: String?

  /// The lines that a change of the connection is worth.
  mutating func lines(for change: ObserverChange) -> [String] {
    let untold = [opening].compactMap { $0 }
    opening = nil
    switch change.phase {
    case .connecting: return change.isCallUnknown ? [] : untold + [change.sentence]
    case .open:
      opening = change.sentence
      return []
    case .waiting: return change.isCallUnknown ? [] : untold + [change.sentence]
    // The program's last line says it.
    case .refused, .notFound, .stopped: return []
    case .ended: return untold
    }
  }

  /// The line that is due because something has come.
  mutating func lineOnArrival() -> String? {
    defer { opening = nil }
    return opening
  }
}
