import SplitMix64

/// A call that somebody observes or has observed.
struct ObservedCall: Sendable {
  /// The script is looked at this often at least, for the centre may have changed it.
  private static let longestPause = 0.1
  private static let shortestPause = 0.005

  var conversation: Conversation
  var transcript = ObservedTranscript()
  /// Whether a task sends the conversation as it goes on.
  var isRunning = false
  private let startedAt: Int
  private let pace: Pace
  /// Since when the task runs, and how many events it has sent, for an even rate.
  private var runningSince = 0
  private var sentCount = 0
  private var clock: Int

  enum Pace: Sendable {
    /// As people speak, so many times faster.
    case natural(Double)
    /// So many events a second.
    case even(Double)
  }

  init(_ conversation: Conversation, startedAt: Int, pace: Pace, now: Int) {
    self.conversation = conversation
    self.startedAt = startedAt
    self.pace = pace
    clock = now - startedAt
  }

  /// Somebody observes the call again, or for the first time.
  mutating func resume(at now: Int) {
    isRunning = true
    runningSince = now
    sentCount = 0
    if case .natural = pace { conversation.skip(to: callTime(at: now)) }
  }

  /// The events whose time has come.
  mutating func due(at now: Int) -> [ObserverEvent] {
    switch pace {
    case .natural: return events(until: callTime(at: now))
    case .even(let rate):
      let wanted = Int(Double(now - runningSince) / 1000 * rate)
      let events = (sentCount..<max(sentCount, wanted)).compactMap { _ in nextInTurn() }
      sentCount += events.count
      return events
    }
  }

  mutating func pause(at now: Int) -> Duration {
    let seconds =
      switch pace {
      case .natural(let speed):
        Double(conversation.nextTime - callTime(at: now)) / 1000 / speed
      case .even(let rate): 1 / rate
      }
    return .seconds(min(max(seconds, Self.shortestPause), Self.longestPause))
  }

  /// How long the conversation has lasted, in milliseconds.
  func callTime(at now: Int) -> Int {
    switch pace {
    case .natural(let speed): Int(Double(now - startedAt) * speed)
    case .even: clock
    }
  }

  private mutating func events(until time: Int) -> [ObserverEvent] {
    var events: [ObserverEvent] = []
    while let event = conversation.next(at: time) { events.append(event) }
    return events
  }

  private mutating func nextInTurn() -> ObserverEvent? {
    clock = max(clock, conversation.nextTime)
    return conversation.next(at: clock)
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
    guard !observedCalls.isEmpty, case .string(let sid)? = event.data["call_sid"],
      let time = observedCalls[sid]?.callTime(at: now)
    else { return }
    switch event.name {
    case .callEscalated: escalate(sid, at: time)
    case .operatorJoinedCall, .operatorModeChanged, .operatorLeftCall:
      attend(sid, event, at: time)
    case .callEnded: endConversation(on: sid, at: time)
    default: break
    }
  }

  /// The conversation of a call that may have begun a while ago.
  private func beginConversation(_ call: SimulatedCall, at now: Int) -> ObservedCall {
    var seed = SplitMix64(seed: options.seed ^ call.sid.fingerprint)
    let cast = Cast(call, workspace: options.workspace, using: &seed)
    let conversation = Conversation(cast: cast, temper: call.temper, seed: seed.next())
    let pace: ObservedCall.Pace =
      options.observerRate > 0 ? .even(options.observerRate) : .natural(options.speed)
    var observed = ObservedCall(conversation, startedAt: call.startedAt, pace: pace, now: now)
    let time = observed.callTime(at: now)
    observed.conversation.skip(to: time)
    bringUpToDate(&observed.conversation, with: call, at: time)
    return observed
  }

  private func bringUpToDate(
    _ conversation: inout Conversation, with call: SimulatedCall, at time: Int
  ) {
    if let escalation = call.escalation, escalation.isActive {
      let trigger = escalation.cause.trigger.rawValue
      _ = conversation.escalate(because: escalation.cause.reason, by: trigger, at: time)
    }
    guard let participant = call.participant,
      let person = person(for: participant.operatorID)
    else { return }
    let takesOver = participant.mode == .takeover
    _ = conversation.join(
      person, operatorID: participant.operatorID, takingOver: takesOver, at: time)
  }

  private func escalate(_ sid: String, at time: Int) {
    guard let cause = centre.calls.first(where: { $0.sid == sid })?.escalation?.cause else {
      return
    }
    let events = observedCalls[sid]?.conversation.escalate(
      because: cause.reason, by: cause.trigger.rawValue, at: time)
    send(events ?? [], on: sid)
  }

  private func attend(_ sid: String, _ event: SimulatedEvent, at time: Int) {
    guard case .string(let id)? = event.data["operator_id"], let person = person(for: id),
      var conversation = observedCalls[sid]?.conversation
    else { return }
    let takesOver = event.data["mode"] == "takeover"
    let events =
      switch event.name {
      case .operatorJoinedCall:
        conversation.join(person, operatorID: id, takingOver: takesOver, at: time)
      case .operatorLeftCall: conversation.leave(person, operatorID: id, at: time)
      default:
        takesOver ? conversation.takeOver(person, at: time) : conversation.handBack(at: time)
      }
    observedCalls[sid]?.conversation = conversation
    send(events, on: sid)
  }

  private func endConversation(on sid: String, at time: Int) {
    earlyObservers[sid] = nil
    guard let call = centre.tally.recentCalls.last(where: { $0.sid == sid }) else { return }
    let events = observedCalls[sid]?.conversation.end(call, at: time) ?? []
    send(events, on: sid)
    for id in observers.keys where observers[id]?.callSID == sid {
      observers[id]?.close(1000, "call ended", faults)
      observers[id] = nil
    }
    guard let observed = observedCalls.removeValue(forKey: sid) else { return }
    pastTranscripts.append((sid, observed.transcript))
    pastTranscripts.removeFirst(max(0, pastTranscripts.count - Self.pastTranscriptLimit))
  }

  private func person(for operatorID: String) -> Cast.Person? {
    centre.operators.first { $0.id == operatorID }.map { person in
      Cast.Person(
        id: "op_" + person.id.prefix(8), name: person.name,
        number: person.connectionMethod == "phone" ? person.phoneNumber : nil, role: .operator)
    }
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
        "duration_seconds": .number(Double(now - call.startedAt) / 1000),
      ])
  }
}

extension String {
  /// The same number for the same text on every machine (FNV-1a, 64 bits).
  fileprivate var fingerprint: UInt64 {
    utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}
