/// A call that is over, with all that its story is made from.
struct PastCall: Sendable {
  let ended: EndedCall
  let course: Course
  let clock: CallClock

  func isCalled(_ id: String) -> Bool {
    ended.sid == id || ended.call.entityID == id
  }
}

/// `GET /v1/{workspace}/calls/{call_id}`
extension SimulatedPlatform {
  /// How many calls that have ended are kept.
  static let pastCallLimit = 10_000

  /// A call's story, by its SID or the id of its entity.
  func story(of id: String) throws(Problem) -> JSON {
    if let live = liveDetail(of: id) {
      guard faults.take(oneOf: [.storyMissing]) == nil else { throw .notFound }
      return live.json
    }
    guard let past = pastDetail(of: id) else { throw .notFound }
    return past.json
  }

  /// A call that somebody observes has been led by others than the centre alone, too.
  private func liveDetail(of id: String) -> CallDetail? {
    guard let call = centre.calls.first(where: { $0.sid == id || $0.entityID == id }) else {
      return nil
    }
    observedCalls[call.sid]?.catchUp(at: now)
    let clock = observedCalls[call.sid]?.clock ?? CallClock(of: call, options)
    var conversation = Conversation(of: call, options)
    conversation.story = CallStory()
    if let observed = observedCalls[call.sid] {
      conversation.follow(observed.conversation.course)
    } else {
      conversation.follow(courses[call.sid] ?? Course())
      conversation.skip(to: clock.callTime(at: now))
    }
    return detail(of: call, nil, conversation, clock)
  }

  private func pastDetail(of id: String) -> CallDetail? {
    pastCall(id).map { past in
      detail(of: past.ended.call, past.ended, conversation(of: past), past.clock)
    }
  }

  func pastCall(_ id: String) -> PastCall? {
    pastCalls.last { $0.isCalled(id) } ?? pastDay.find(id)
  }

  /// The conversation once more from its beginning to its end.
  func conversation(of past: PastCall) -> Conversation {
    var conversation = Conversation(of: past.ended.call, options)
    conversation.story = CallStory(until: past.clock.callEnd(of: past.ended))
    conversation.follow(past.course)
    return conversation
  }

  private func detail(
    of call: SimulatedCall, _ ended: EndedCall?, _ conversation: Conversation, _ clock: CallClock
  ) -> CallDetail {
    CallDetail(
      call: call, ended: ended, story: conversation.story ?? CallStory(), clock: clock,
      workspace: options.workspace, now: now)
  }

  func remember(_ ended: EndedCall, _ course: Course, _ observed: ObservedCall?) {
    var course = course
    let clock = observed?.clock ?? CallClock(of: ended.call, options)
    course.add(.ended(ended), at: clock.callTime(at: time(of: ended.endedAt)))
    pastCalls.append(
      PastCall(ended: ended, course: observed?.conversation.course ?? course, clock: clock))
    let surplus = max(0, pastCalls.count - Self.pastCallLimit)
    pastCalls.removeFirst(surplus)
    forgottenCalls += surplus
  }
}

extension CallClock {
  /// When the call ended by its own time; at an even rate that has nothing to do with its duration.
  fileprivate func callEnd(of call: EndedCall) -> Int? {
    guard case .natural(let speed) = pace else { return nil }
    return Int(call.durationSeconds * 1000 * speed)
  }
}
