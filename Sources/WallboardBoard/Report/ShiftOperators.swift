package import WallboardEvents

/// What an operator did in a time, as far as it was seen.
package struct OperatorShift: Equatable, Sendable {
  package let operatorID: OperatorID
  /// Milliseconds in each state.
  package internal(set) var available: Int64 = 0
  package internal(set) var busy: Int64 = 0
  package internal(set) var offline: Int64 = 0
  /// Milliseconds on calls, and of them those in which the operator spoke in the AI's place.
  package internal(set) var onCalls: Int64 = 0
  package internal(set) var speaking: Int64 = 0
  /// Milliseconds of the whole time of which the state is not known.
  package internal(set) var notKnown: Int64 = 0
  /// Calls joined, the one included that the operator was on when the time began.
  package internal(set) var calls = 0
  /// Whether nobody saw the operator join one of them, so that the times on calls are at least what
  /// stands here.
  package internal(set) var hasUnseenStart = false

  /// Available, busy, or on a call.
  package var signedIn: Int64 { max(available + busy, onCalls) }
}

/// What the operators did in a time.
package struct ShiftOperators: Sendable {
  fileprivate struct Watched: Sendable {
    var shift: OperatorShift
    var status: OpenEnum<OperatorStatus>?
    var statusSince: Mark
    var callSID: CallSID?
    var mode: OpenEnum<OperatorMode>?
    var callSince: Mark
    /// The call that the operator was on last.
    var lastCallSID: CallSID?
  }

  /// A moment, and how much had not been seen before it.
  fileprivate struct Mark: Sendable {
    let at: Timestamp
    let unseen: Int64
  }

  private let from: Timestamp
  /// At most ``Limits/operators``.
  private var watched: [OperatorID: Watched] = [:]

  init(from time: Timestamp, on board: Board, _ coverage: Coverage) {
    from = time
    takeRead(on: board, at: time, coverage)
  }

  /// By their keys.
  package var all: [OperatorShift] {
    watched.values.map(\.shift).sorted { $0.operatorID.rawValue < $1.operatorID.rawValue }
  }

  /// Looks at whom an event of that time has changed.
  mutating func note(
    _ event: ReceivedEvent, on board: Board, at now: Timestamp, _ coverage: Coverage
  ) {
    let time = min(event.at, now)
    switch event.event {
    case .callEnded(let call):
      // Who was on it stands in the call as it was.
      for participant in board.departed[call.callSID]?.call.operators ?? [] {
        look(at: participant.operatorID, on: board, at: time, coverage)
      }
    case .operatorLeftCall(let leave):
      guard ensure(leave.operatorID) else { break }
      noteUnseenStart(leave)
      look(at: leave.operatorID, on: board, at: time, coverage)
      watched[leave.operatorID]?.lastCallSID = leave.callSID
    case .operatorJoinedCall(let join): look(at: join.operatorID, on: board, at: time, coverage)
    case .operatorModeChanged(let change):
      look(at: change.operatorID, on: board, at: time, coverage)
    case .operatorStatusChanged(let change):
      look(at: change.operatorID, on: board, at: time, coverage)
    case .operatorRegistered(let registration):
      look(at: registration.operatorID, on: board, at: time, coverage)
    // What others tell changes no operator.
    case _: break
    }
  }

  /// Looks at all: a read may have told of any of them.
  mutating func takeRead(on board: Board, at time: Timestamp, _ coverage: Coverage) {
    board.operators.forEachRow { person in
      take(person, at: time, sinceOnCall: person.joinedAt, coverage)
    }
    for id in watched.keys where !board.operators.contains(id) {
      take(Operator(operatorID: id), at: time, sinceOnCall: nil, coverage)
    }
  }

  mutating func finish(at time: Timestamp, _ coverage: Coverage) {
    let length = max(0, time.milliseconds(since: from))
    for id in watched.keys {
      update(id) { person in
        person.spend(statusUntil: Self.mark(time, after: person.statusSince, coverage))
        person.spend(callUntil: Self.mark(time, after: person.callSince, coverage))
        let shift = person.shift
        person.shift.notKnown = max(0, length - shift.available - shift.busy - shift.offline)
      }
    }
  }

  private mutating func look(
    at id: OperatorID, on board: Board, at time: Timestamp, _ coverage: Coverage
  ) {
    guard let person = board.operators[id] else { return }
    take(person, at: time, sinceOnCall: time, coverage)
  }

  /// Takes how an operator stands from that time on; a read may tell since when.
  private mutating func take(
    _ person: Operator, at time: Timestamp, sinceOnCall: Timestamp?, _ coverage: Coverage
  ) {
    guard ensure(person.operatorID) else { return }
    update(person.operatorID) { known in
      if known.status != person.status {
        let since = person.status == nil ? time : min(person.statusSince ?? time, time)
        let mark = Self.mark(since, after: known.statusSince, coverage)
        known.spend(statusUntil: mark)
        known.status = person.status
      }
      guard known.callSID != person.callSID || known.mode != person.mode else { return }
      let since = min(sinceOnCall ?? time, time)
      known.spend(callUntil: Self.mark(since, after: known.callSince, coverage))
      if known.callSID != person.callSID {
        known.lastCallSID = known.callSID ?? known.lastCallSID
        if person.callSID != nil { known.shift.calls += 1 }
      }
      (known.callSID, known.mode) = (person.callSID, person.mode)
    }
  }

  /// Makes sure that the operator is watched; `false` when there is no room for another.
  private mutating func ensure(_ id: OperatorID) -> Bool {
    guard watched[id] == nil else { return true }
    guard watched.count < Limits.operators else { return false }
    let beginning = Mark(at: from, unseen: 0)
    watched[id] = Watched(
      shift: OperatorShift(operatorID: id), statusSince: beginning, callSince: beginning)
    return true
  }

  /// A call that is left without that anybody saw it being joined was one all the same.
  private mutating func noteUnseenStart(_ leave: OperatorLeftCall) {
    update(leave.operatorID) { known in
      guard known.callSID != leave.callSID, known.lastCallSID != leave.callSID else { return }
      known.shift.calls += 1
      known.shift.hasUnseenStart = true
    }
  }

  private mutating func update(_ id: OperatorID, _ change: (inout Watched) -> Void) {
    guard let place = watched.index(forKey: id) else { return }
    change(&watched.values[place])
  }

  private static func mark(_ time: Timestamp, after known: Mark, _ coverage: Coverage) -> Mark {
    let time = max(time, known.at)
    return Mark(at: time, unseen: coverage.unseenMilliseconds(before: time))
  }
}

extension ShiftOperators.Watched {
  /// Counts the time up to then for the state as it was.
  fileprivate mutating func spend(statusUntil mark: ShiftOperators.Mark) {
    let length = mark.milliseconds(since: statusSince)
    statusSince = mark
    switch status {
    case .known(.online): shift.available += length
    case .known(.busy): shift.busy += length
    case .known(.offline), .other: shift.offline += length
    case nil: break
    }
  }

  /// Counts the time up to then for the call as it was.
  fileprivate mutating func spend(callUntil mark: ShiftOperators.Mark) {
    let length = mark.milliseconds(since: callSince)
    callSince = mark
    guard callSID != nil else { return }
    shift.onCalls += length
    if case .known(.takeover)? = mode { shift.speaking += length }
  }
}

extension ShiftOperators.Mark {
  /// What was seen between the two.
  fileprivate func milliseconds(since earlier: ShiftOperators.Mark) -> Int64 {
    max(0, at.milliseconds(since: earlier.at) - max(0, unseen - earlier.unseen))
  }
}
