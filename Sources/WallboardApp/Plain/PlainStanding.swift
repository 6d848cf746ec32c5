import WallboardBoard
import WallboardEvents

/// Which calls were live before a read, and who of them waited.
struct PlainStanding {
  /// What a read made different.
  struct Changes {
    var waiting: [Call] = []
    var found: [Call] = []
    var gone: [Call] = []
  }

  private let calls: Table<CallSID, Call>
  /// Until the calls were read once, they are many, and the summary tells of them.
  private let knowsCalls: Bool

  init(_ board: Board) {
    calls = board.calls
    knowsCalls = board.reads[.calls]?.succeededAt != nil
  }

  func changes(to board: Board) -> Changes {
    var changes = Changes()
    for call in board.calls.values {
      let known = calls[call.callSID]
      if isWaiting(call), known.map(isWaiting) != true {
        changes.waiting.append(call)
      } else if known == nil, knowsCalls {
        changes.found.append(call)
      }
    }
    changes.gone = calls.values.filter { board.calls[$0.callSID] == nil }
    return changes
  }

  /// Whether an escalation tells that a caller waits. A bare flag of another read may be told by one
  /// that an operator has taken.
  private func isWaiting(_ call: Call) -> Bool {
    call.escalation.map { $0.isWaiting && $0.escalationID != nil } ?? false
  }
}
