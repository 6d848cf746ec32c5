import WallboardEvents

extension WallboardState {
  /// How long an ended call's socket may still tell of its end, in milliseconds.
  private static let farewell: Int64 = 5_000

  /// Follows the call in the focused pane, or beside the others. A call that has a pane gets the
  /// focus there.
  mutating func follow(_ callSID: CallSID, beside: Bool) -> [Effect] {
    if let index = view.panes.firstIndex(where: { $0.callSID == callSID }) {
      view.focusedPane = index
      return []
    }
    guard !settings.isReplay || board.observations.contains(callSID) else {
      view.announce(nobodyFollowed)
      return []
    }
    guard !beside || view.panes.count < Limits.followedCalls else {
      view.announce("\(Limits.followedCalls) calls are followed already: close one first")
      return []
    }
    let index = view.focusedPane.map { $0 + (beside ? 1 : 0) } ?? .max
    let closed = beside ? [] : closePane(view.focusedPane ?? view.panes.indices.last)
    let place = min(index, view.panes.count)
    view.panes.insert(FollowPane(callSID: callSID), at: place)
    view.focusedPane = place
    guard !settings.isReplay else { return closed }
    guard !board.endedCalls.contains(callSID) else {
      board.observations[callSID] = Observation(
        over: callSID, board.ending(of: callSID), at: board.now)
      return closed
    }
    board.observations[callSID] = Observation(callSID: callSID, since: board.now)
    board.reconcile(on: callSID)
    return closed + [.network(.follow(callSID))]
  }

  /// Whether the call is live or over, and in a recording somebody followed it.
  func canFollow(_ callSID: CallSID) -> Bool {
    (shown.calls.contains(callSID) || shown.endedCalls.contains(callSID))
      && (!settings.isReplay || board.observations.contains(callSID))
  }

  /// Says which calls can be followed instead.
  private var nobodyFollowed: String {
    let followed = board.observations.keys.map(\.short)
    let words = "Nobody followed this call at this moment of the recording"
    return followed.isEmpty ? words : words + ", but " + followed.joined(separator: ", ")
  }

  /// Follows the caller who has waited longest for an operator, in the order of the list. Where that
  /// one has the focus already, the next whom nobody follows yet; from the last on, the first again.
  mutating func followEscalation() -> [Effect] {
    let waiting = shown.callRows.compactMap { row -> CallSID? in
      guard case .call(let callSID) = row else { return nil }
      let isWaiting = shown.calls.look(at: callSID) { $0.escalation?.isWaiting }
      return isWaiting == true ? callSID : nil
    }
    let next = waiting.firstIndex { $0 == view.pane?.callSID }.map { $0 + 1 } ?? 0
    let inTurn = waiting[next...] + waiting[..<next]
    let isFollowed = { [view] (callSID: CallSID) in
      view.panes.contains { $0.callSID == callSID }
    }
    guard let callSID = inTurn.first(where: { !isFollowed($0) }) ?? inTurn.first else {
      view.announce("Nobody is waiting for an operator")
      return []
    }
    return follow(callSID, beside: false)
  }

  /// Closes a pane and, politely, its connection; what was said there is forgotten.
  mutating func closePane(_ index: Int?) -> [Effect] {
    guard let index, view.panes.indices.contains(index) else { return [] }
    let callSID = view.panes.remove(at: index).callSID
    if let focused = view.focusedPane {
      view.focusedPane = view.panes.isEmpty ? nil : min(focused, view.panes.count - 1)
    }
    if view.prompt?.purpose == .search(callSID) { view.prompt = nil }
    guard !settings.isReplay else { return [] }
    board.observations[callSID] = nil
    heldBoard?.observations[callSID] = nil
    return [.network(.unfollow(callSID))]
  }

  /// Whether a call would be lost from sight by quitting; what is recorded is not lost.
  var followsLiveCalls: Bool {
    !settings.isReplay && board.observations.containsRow { $0.isLive && $0.ending == nil }
  }

  /// Leaves the sockets of calls that ended a while ago: the end is not always told there.
  mutating func leaveEndedCalls(at now: Timestamp) -> [Effect] {
    var left: [CallSID] = []
    board.observations.forEachRow { observation in
      guard observation.isLive, let ending = observation.ending,
        !now.isWithin(Self.farewell, after: ending.at)
      else { return }
      left.append(observation.callSID)
    }
    for callSID in left {
      board.observations.update(callSID) { $0.change(ObserverChange(callSID, .ended, at: now)) }
    }
    return left.map { .network(.unfollow($0)) }
  }
}

extension Board {
  /// How a call ended, as long as that is remembered.
  fileprivate func ending(of callSID: CallSID) -> CallEnding? {
    endedCalls.recent.last { $0.callSID == callSID }.map {
      CallEnding(at: $0.endedAt, reason: $0.reason, duration: $0.duration)
    }
  }

  /// Listens to a call, or no longer, as the person did who recorded it.
  mutating func replayFollowing(_ callSID: CallSID, isOn: Bool, at time: Timestamp) {
    guard isOn else {
      observations[callSID] = nil
      return
    }
    guard !observations.contains(callSID), observations.count < Limits.followedCalls
    else { return }
    observations[callSID] = Observation(callSID: callSID, since: time)
    reconcile(on: callSID)
  }
}
