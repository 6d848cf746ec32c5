/// `GET /v1/{workspace}/calls`: the calls that have ended, the newest first.
extension SimulatedPlatform {
  /// How many calls' figures are kept.
  private static let figureLimit = 50_000

  func callPage(_ query: CallQuery) -> JSON {
    let total = forgottenCalls + pastCalls.count
    let known = min(query.endedCalls ?? total, total)
    let ended = pastCalls.prefix(max(0, known - forgottenCalls))
      .filter { query.filter.accepts($0.ended) }
      .sorted { $0.clock.startedAt > $1.clock.startedAt }
    let dayBefore = pastDay.ended
    let earlier = dayBefore.indices.filter { query.filter.accepts(dayBefore[$0]) }
    let count = ended.count + earlier.count
    let start = min(count, query.start.offset(after: ended.count))
    let end = min(count, start + query.limit)
    let calls = (start..<end).map { place in
      place < ended.count ? ended[place] : pastDay.call(at: earlier[place - ended.count])
    }
    let place = CallQuery.Start(offset: end, after: ended.count)
    let next = faults.isOn(.callsMoving) ? end : CallQuery.token(place, endedCalls: known)
    return [
      "items": .array(calls.map(summary)), "total": .integer(count),
      "has_more": .boolean(end < count), "continuation_token": JSON(end < count ? next : nil),
    ]
  }

  /// `CallSummary` of the specification.
  private func summary(of past: PastCall) -> JSON {
    let (call, ended) = (past.ended.call, past.ended)
    let figures = figures(of: past)
    return [
      "entity_id": .string(call.entityID), "call_sid": .string(call.sid),
      "direction": .string(call.direction.rawValue),
      "phone_number": .string(call.service.phoneNumber), "caller_id": JSON(call.callerID),
      "started_at": JSON(time: call.startedAt),
      "duration_seconds": .number(ended.durationSeconds), "status": .string(ended.status),
      "escalation_status": JSON(call.escalation?.status.rawValue),
      "turns": .integer(figures.turns), "has_recording": true,
      "quality_score": JSON(number: ended.qualityScore),
      "final_state": JSON(figures.finalState), "completion_reason": .string(ended.reason.rawValue),
      "service_id": .string(call.service.id), "source": .string(call.source), "run_id": nil,
      "parent_session_id": nil, "fork_turn_index": nil,
    ]
  }

  /// What only the call's story knows, which is made once for it.
  private func figures(of past: PastCall) -> StoryFigures {
    if let figures = storyFigures[past.ended.sid] { return figures }
    let story = conversation(of: past).story
    let figures = StoryFigures(turns: story?.turns.count ?? 0, finalState: story?.finalState)
    if storyFigures.count >= Self.figureLimit { storyFigures.removeAll() }
    storyFigures[past.ended.sid] = figures
    return figures
  }
}

struct StoryFigures: Sendable {
  let turns: Int
  let finalState: String?
}
