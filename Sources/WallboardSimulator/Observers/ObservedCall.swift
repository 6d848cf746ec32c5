/// A call that somebody observes or has observed.
struct ObservedCall: Sendable {
  /// The script is looked at this often at least, for the centre may have changed it.
  private static let longestPause = 0.1
  private static let shortestPause = 0.005

  var conversation: Conversation
  var transcript = ObservedTranscript()
  private(set) var clock: CallClock
  /// Whether a task sends the conversation as it goes on.
  var isRunning = false
  /// Since when the task runs, and how many events it has sent, for an even rate.
  private var runningSince = 0
  private var sentCount = 0
  /// How long the conversation has lasted at an even rate, in milliseconds.
  private var reached: Int

  /// The conversation has lasted until now.
  init(_ conversation: Conversation, clock: CallClock, now: Int) {
    self.conversation = conversation
    self.clock = clock
    reached = clock.callTime(at: now)
  }

  /// Somebody observes the call again, or for the first time.
  mutating func resume(at now: Int) {
    catchUp(at: now)
    isRunning = true
    keepTime(since: now)
  }

  /// What happened while nobody observed, if that was anything: at an even rate the call stands still.
  mutating func catchUp(at now: Int) {
    if !isRunning, case .natural = clock.pace { conversation.skip(to: callTime(at: now)) }
  }

  /// The events whose time has come.
  mutating func due(at now: Int) -> [ObserverEvent] {
    switch clock.pace {
    case .natural: return conversation.events(until: callTime(at: now))
    case .even(let rate):
      let wanted = Double(now - runningSince) / 1000 * rate - Double(sentCount)
      guard (-1...Double(Conversation.catchUpLimit)).contains(wanted) else {
        // The clock was put forward or back.
        keepTime(since: now)
        return []
      }
      let events = (0..<max(0, Int(wanted))).compactMap { _ in nextInTurn() }
      sentCount += events.count
      return events
    }
  }

  private mutating func keepTime(since now: Int) {
    runningSince = now
    sentCount = 0
    clock.observe(since: now, after: conversation.course.count)
  }

  mutating func undergo(_ intervention: Intervention, at now: Int) -> [ObserverEvent] {
    catchUp(at: now)
    return conversation.undergo(intervention, at: callTime(at: now))
  }

  mutating func pause(at now: Int) -> Duration {
    let seconds =
      switch clock.pace {
      case .natural(let speed):
        Double(conversation.nextTime - callTime(at: now)) / 1000 / speed
      case .even(let rate): 1 / rate
      }
    return .seconds(min(max(seconds, Self.shortestPause), Self.longestPause))
  }

  /// How long the conversation has lasted, in milliseconds.
  private func callTime(at now: Int) -> Int {
    switch clock.pace {
    case .natural: clock.callTime(at: now)
    case .even: reached
    }
  }

  private mutating func nextInTurn() -> ObserverEvent? {
    reached = max(reached, conversation.nextTime)
    return conversation.next(at: reached)
  }
}

extension SimulatedPlatform {
  /// Sends an observer the `session_info` of its call, and starts to send what is said.
  func startObserving(_ id: Int, to sid: String) {
    guard let call = centre.calls.first(where: { $0.sid == sid }) else { return }
    let now = self.now
    if observedCalls[sid] == nil { observedCalls[sid] = beginConversation(call, at: now) }
    let wasRunning = observedCalls[sid]?.isRunning == true
    if !wasRunning { observedCalls[sid]?.resume(at: now) }
    centre.setState(of: sid, to: observedCalls[sid]?.conversation.known.state)
    let info = sessionInfo(of: sid, at: now)
    if let info {
      spoken.take(info.data)
      observers[id]?.send(info, &faults)
    }
    guard !wasRunning else { return }
    Task { [weak self] in
      while let pause = await self?.sendWhatIsDue(on: sid) { try await Task.sleep(for: pause) }
    }
  }

  /// Makes an event of the stream happen in the conversation of its call, too.
  func notifyObservers(of event: SimulatedEvent) {
    guard case .string(let sid)? = event.data["call_sid"] else { return }
    if event.name == .callEnded { return endConversation(on: sid) }
    guard let intervention = centre.intervention(of: event, on: sid) else { return }
    intervene(intervention, on: sid, at: time(of: event.id))
  }

  /// Makes something happen in the conversation of a live call.
  func intervene(_ intervention: Intervention, on sid: String, at time: Int) {
    if let events = observedCalls[sid]?.undergo(intervention, at: time) {
      send(events, on: sid)
    } else if let call = centre.calls.first(where: { $0.sid == sid }) {
      let callTime = CallClock(of: call, options).callTime(at: time)
      courses[sid, default: Course()].add(intervention, at: callTime)
    }
  }

  /// When an event happened by the clock. Its id is a time, too, but no two have the same, so that ids
  /// run ahead where there are more than one in a millisecond.
  func time(of id: Int) -> Int {
    min(id, now)
  }

  /// The conversation of a call that may have begun a while ago.
  private func beginConversation(_ call: SimulatedCall, at now: Int) -> ObservedCall {
    var clock = CallClock(of: call, options)
    clock.begin(by: now)
    var conversation = Conversation(of: call, options)
    conversation.follow(courses[call.sid] ?? Course())
    conversation.skip(to: clock.callTime(at: now))
    return ObservedCall(conversation, clock: clock, now: now)
  }

  private func endConversation(on sid: String) {
    earlyObservers[sid] = nil
    guidance[sid] = nil
    let course = courses.removeValue(forKey: sid) ?? Course()
    guard let ended = centre.tally.recentCalls.last(where: { $0.sid == sid }) else { return }
    let events = observedCalls[sid]?.undergo(.ended(ended), at: time(of: ended.endedAt)) ?? []
    send(events, on: sid)
    for id in observers.keys where observers[id]?.callSID == sid {
      observers[id]?.close(1000, "call ended", faults)
      observers[id] = nil
    }
    let observed = observedCalls.removeValue(forKey: sid)
    remember(ended, course, observed)
    guard let observed else { return }
    pastTranscripts.append((sid, observed.transcript))
    pastTranscripts.removeFirst(max(0, pastTranscripts.count - Self.pastTranscriptLimit))
  }

  private func sessionInfo(of sid: String, at now: Int) -> ObserverEvent? {
    guard let call = centre.calls.first(where: { $0.sid == sid }) else { return nil }
    return ObserverEvent(
      .sessionInfo,
      [
        "call_sid": .string(call.sid), "service_id": .string(call.service.id),
        "workspace_id": .string(options.workspace), "caller_id": .string(call.callerID ?? ""),
        "start_time": .number(Double(call.startedAt) / 1000),
        "current_state": .string(call.state(at: now)),
        "direction": .string(call.direction.rawValue),
        "duration_seconds": .number(Double(call.milliseconds(until: now)) / 1000),
      ])
  }
}
