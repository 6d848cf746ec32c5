import WallboardEvents

extension WallboardState {
  /// Follows the call that is worth most to be seen: the newest that asked for a human, those with
  /// whom nobody speaks first; else the longest where it lasts too long, else one after the other.
  mutating func direct(_ settings: WallSettings, at now: Timestamp) -> [Effect] {
    var effects = keepOnePane(at: now)
    watchDirected(at: now)
    if isOver(at: now) { effects += leave(at: now) }
    guard settings.follow, board.isLive(staleAfter: self.settings.staleAfter) else {
      return effects
    }
    if let next = nextCall(at: now), next.callSID != view.wall?.directed {
      effects += follow(next.callSID, beside: false)
      view.focusedPane = nil
      view.wall?.direct(to: next, at: now)
    }
    return effects
  }

  /// There is one pane at most, and what a person put there is kept.
  private mutating func keepOnePane(at now: Timestamp) -> [Effect] {
    var effects: [Effect] = []
    while view.panes.count > 1 { effects += closePane(0) }
    guard let shown = view.panes.first?.callSID else {
      view.wall?.direct(to: nil, at: now)
      return effects
    }
    guard shown != view.wall?.directed else { return effects }
    view.wall?.direct(to: Candidate(callSID: shown), at: now)
    view.wall?.isPinned = true
    return effects
  }

  /// Notes since when the followed call is over, or cannot be followed.
  private mutating func watchDirected(at now: Timestamp) {
    guard var wall = view.wall, let callSID = wall.directed else { return }
    guard let observation = board.observations[callSID] else {
      wall.overSince = wall.overSince ?? now
      wall.isPinned = false
      view.wall = wall
      return
    }
    let call = board.calls[callSID]
    if let escalation = call?.escalation, escalation.isActive {
      wall.escalatedAt = escalation.requestedAt ?? wall.escalatedAt
    }
    let isOver = call == nil || observation.ending != nil
    let isUnfollowable = !isOver && observation.isUnfollowable
    if isUnfollowable { wall.unfollowable.insert(callSID) }
    wall.overSince = isOver || isUnfollowable ? wall.overSince ?? now : nil
    if wall.isPinned, wall.overSince != nil {
      wall.isPinned = false
      view.announce(
        isOver ? "Let go: the call is over" : "Let go: no more is received of the call")
    }
    // Those that ended need not be remembered. So many that fail tell more of the platform than of
    // the calls: all of them are tried again.
    wall.unfollowable = wall.unfollowable.filter { board.calls.contains($0) }
    if wall.unfollowable.count > Limits.unfollowableCalls { wall.unfollowable = [] }
    view.wall = wall
  }

  /// Whether the followed call was over for long enough to have been seen.
  private func isOver(at now: Timestamp) -> Bool {
    guard let since = view.wall?.overSince else { return false }
    return !now.isWithin(WallView.endingShownFor, after: since)
  }

  private mutating func leave(at now: Timestamp) -> [Effect] {
    view.wall?.direct(to: nil, at: now)
    return closePane(view.panes.indices.first)
  }

  /// The call to follow now; `nil` leaves it at what is followed.
  private func nextCall(at now: Timestamp) -> Candidate? {
    guard let wall = view.wall else { return nil }
    let unfollowable = settings.isReplay ? wall.unfollowable.union(unheardCalls) : wall.unfollowable
    let escalated = board.newestEscalation(but: unfollowable)
    guard wall.directed != nil else {
      return escalated ?? board.longestCall(but: unfollowable)
    }
    if wall.isPinned { return nil }
    if let escalated, wall.isNews(escalated) { return escalated }
    guard wall.overSince == nil, !isStaying(with: wall, at: now) else { return nil }
    if let escalated { return escalated }
    if let longest = board.longestCall(but: unfollowable), isTooLong(longest) {
      return longest
    }
    return !isRefused ? board.call(after: wall.directed, but: unfollowable) : nil
  }

  /// The calls that nobody followed when they were recorded: there is nothing to be shown of them.
  private var unheardCalls: Set<CallSID> {
    Set(board.calls.keys.filter { !board.observations.contains($0) })
  }

  private func isStaying(with wall: WallView, at now: Timestamp) -> Bool {
    guard let since = wall.directedSince else { return false }
    return now.isWithin(WallView.dwell, after: since)
  }

  private func isTooLong(_ candidate: Candidate) -> Bool {
    guard let rule = settings.alerts.rules.rule(of: .callTooLong),
      let limit = rule.warning ?? rule.critical,
      let since = board.calls.look(at: candidate.callSID, { $0.since })
    else { return false }
    return Double(board.now.seconds(since: since)) >= limit
  }

  /// Whether following was refused: it would be for the next call, too.
  private var isRefused: Bool {
    board.observations.containsRow {
      if case .refused = $0.phase { true } else { false }
    }
  }
}

/// A call that may be followed, and why.
private struct Candidate {
  let callSID: CallSID
  /// When it asked for a human, where that is why.
  var escalatedAt: Timestamp?
  /// Whether an operator speaks with the caller.
  var isTakenCareOf = false
}

extension WallView {
  fileprivate mutating func direct(to candidate: Candidate?, at now: Timestamp) {
    directed = candidate?.callSID
    directedSince = candidate == nil ? nil : now
    escalatedAt = candidate?.escalatedAt
    overSince = nil
    isPinned = false
  }

  /// Whether somebody asked for a human since the followed call did, and still waits for one.
  fileprivate func isNews(_ candidate: Candidate) -> Bool {
    guard candidate.callSID != directed else { return false }
    guard !candidate.isTakenCareOf else { return false }
    guard let escalatedAt else { return true }
    return candidate.escalatedAt.map { $0 > escalatedAt } ?? false
  }
}

extension Observation {
  /// Whether nothing will be told of it although the call goes on. A refusal is none of the call's:
  /// it is shown.
  fileprivate var isUnfollowable: Bool {
    switch phase {
    case .notFound, .stopped, .ended: true
    case .connecting, .open, .waiting, .refused: false
    }
  }
}

extension Board {
  /// The call that asked for a human last, and still has not got all that it asked for: of those with
  /// whom an operator speaks only where there are no others.
  fileprivate func newestEscalation(but unfollowable: Set<CallSID>) -> Candidate? {
    var newest: Candidate?
    var most: (Int, Timestamp, CallSID)?
    calls.forEachRow { call in
      guard let escalation = call.escalation, escalation.isActive else { return }
      let time = escalation.requestedAt ?? call.since
      let isTakenCareOf = call.isTakenCareOf
      let rank = (isTakenCareOf ? 0 : 1, time, call.callSID)
      guard most.map({ $0 < rank }) ?? true, !unfollowable.contains(call.callSID) else { return }
      most = rank
      newest = Candidate(
        callSID: call.callSID, escalatedAt: time, isTakenCareOf: isTakenCareOf)
    }
    return newest
  }

  fileprivate func longestCall(but unfollowable: Set<CallSID>) -> Candidate? {
    call(after: nil, but: unfollowable)
  }

  /// The next call in the order of their beginnings, around the end.
  fileprivate func call(after current: CallSID?, but unfollowable: Set<CallSID>) -> Candidate? {
    let from = current.flatMap { key in calls.look(at: key) { ($0.since, key) } }
    var first: (Timestamp, CallSID)?
    var next: (Timestamp, CallSID)?
    calls.forEachRow { call in
      let key = (call.since, call.callSID)
      guard !unfollowable.contains(key.1) else { return }
      if first.map({ key < $0 }) ?? true { first = key }
      guard let from, from < key else { return }
      if next.map({ key < $0 }) ?? true { next = key }
    }
    return (next ?? first).map { Candidate(callSID: $0.1) }
  }
}
