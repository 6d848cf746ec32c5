import OrderedCollections
import WallboardCore

/// The numbers of the header.
struct BoardNumbers {
  let live: Int
  private(set) var waiting = 0
  /// Seconds of the longest wait, where it is known.
  private(set) var longestWait: Int64?
  private(set) var withOperator = 0
  private(set) var online = 0
  private(set) var busy = 0
  private(set) var offline = 0
  private(set) var toReview = 0
  private(set) var openSurfaces = 0

  init(_ board: Board) {
    live = board.calls.count
    for call in board.calls.values { count(call, at: board.now) }
    for person in board.operators.values { count(person) }
    for surface in board.surfaces.values where !surface.stage.isFinished {
      openSurfaces += 1
      if surface.stage == .pendingReview { toReview += 1 }
    }
  }

  private mutating func count(_ call: Call, at now: Timestamp) {
    if call.escalation?.isWaiting == true {
      waiting += 1
      longestWait = [longestWait, call.escalation?.waited(at: now)].compactMap(\.self).max()
    } else if call.isTakenOver || call.escalation?.status == .connected {
      withOperator += 1
    }
  }

  private mutating func count(_ person: Operator) {
    switch person.status {
    case .known(.online): online += 1
    case .known(.busy): busy += 1
    case .known(.offline), .other: offline += 1
    case nil: break
    }
  }
}
