import WallboardEvents

extension Board {
  /// Keeps the row of a call that ended for a while, as the call stood.
  mutating func depart(_ call: consuming Call, _ ending: EndedCall, at time: Timestamp) {
    if departed.count >= Limits.departedCalls { dropOldestDeparted(at: time) }
    call.touched = revision
    departed[call.callSID] = DepartedCall(call: call, ending: ending, since: time)
  }

  /// Drops the oldest row, and those behind it whose time is over, without a look at all others: a
  /// flood of ends must not cost a look at every row each.
  private mutating func dropOldestDeparted(at time: Timestamp) {
    repeat {
      departed.removeFirst()
    } while departed.keys.first.flatMap { departed.look(at: $0) { $0.isOver(at: time) } } ?? false
  }

  /// Drops the rows whose time is over, and those from a time to come: the clock was set back, and
  /// they would stay longer than they should.
  mutating func dropDeparted(at now: Timestamp) {
    departed.removeAll { $0.isOver(at: now) }
  }
}

extension DepartedCall {
  fileprivate func isOver(at now: Timestamp) -> Bool {
    // By whole seconds, as all that is shown.
    let seconds = max(now.seconds(since: since), since.seconds(since: now))
    return seconds >= Self.shownFor / 1000
  }
}
