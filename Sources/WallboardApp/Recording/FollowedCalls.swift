import WallboardBoard
import WallboardEvents
import WallboardRecording

/// The calls that were followed when somebody last looked: that a person begins or ends to follow
/// one reaches the reducer from within, and a recording has to tell it.
struct FollowedCalls {
  private var known: Set<CallSID> = []

  /// The lines that tell what has changed since the last time.
  mutating func changes(in board: Board) -> [RecordedLine] {
    guard
      board.observations.count != known.count
        || !board.observations.keys.allSatisfy(known.contains)
    else { return [] }
    let current = Set(board.observations.keys)
    let changes =
      known.subtracting(current).sorted().map { ($0, false) }
      + current.subtracting(known).sorted().map { ($0, true) }
    known = current
    return changes.compactMap { RecordedLine(.following($0, isOn: $1, at: board.now)) }
  }
}
