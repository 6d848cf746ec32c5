import SplitMix64

/// A call that somebody observes or has observed.
struct ObservedCall: Sendable {
  /// Nobody waits longer than this for what the centre may have changed about the script.
  private static let longestPause = 0.1
  private static let shortestPause = 0.005

  var conversation: Conversation
  var transcript = ObservedTranscript()
  /// Whether a task tells the conversation as it goes on.
  var isTold = false
  private let startedAt: Int
  private let pace: Pace
  /// When telling began, and how much has been told since, for an even rate.
  private var toldSince = 0
  private var toldCount = 0
  private var clock: Int

  enum Pace: Sendable {
    /// As people speak, so many times as fast.
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

  /// Somebody looks who did not look before.
  mutating func resume(at now: Int) {
    isTold = true
    toldSince = now
    toldCount = 0
    if case .natural = pace { conversation.skip(to: callTime(at: now)) }
  }

  /// What has come to be told.
  mutating func due(at now: Int) -> [ObserverEvent] {
    switch pace {
    case .natural: return events(until: callTime(at: now))
    case .even(let rate):
      let wanted = Int(Double(now - toldSince) / 1000 * rate)
      let events = (toldCount..<max(toldCount, wanted)).compactMap { _ in nextInTurn() }
      toldCount += events.count
      return events
    }
  }

  /// The time until there is more to tell.
  mutating func pause(at now: Int) -> Duration {
    let seconds =
      switch pace {
      case .natural(let speed):
        Double(conversation.nextTime - callTime(at: now)) / 1000 / speed
      case .even(let rate): 1 / rate
      }
    return .seconds(min(max(seconds, Self.shortestPause), Self.longestPause))
  }

  /// The milliseconds that the conversation has gone on for.
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
  /// Sends an observer the snapshot of its call, and lets the call be told from now on.
  func welcome(_ id: Int, to sid: String) {
    guard let call = centre.calls.first(where: { $0.sid == sid }) else { return }
    let now = self.now
    if observedCalls[sid] == nil { observedCalls[sid] = overhear(call, at: now) }
    let wasTold = observedCalls[sid]?.isTold == true
    if !wasTold { observedCalls[sid]?.resume(at: now) }
    centre.setState(of: sid, to: observedCalls[sid]?.conversation.told.state)
    let info = sessionInfo(of: sid, at: now)
    if let info {
      spoken.take(info.data)
      observers[id]?.send(info, &faults)
    }
    guard !wasTold else { return }
    Task { [weak self] in
      while let pause = await self?.tell(callsOf: sid) { try await Task.sleep(for: pause) }
    }
  }

  /// Lets the observers of a call know what the stream has told about it.
  func tellObservers(of event: SimulatedEvent) {
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

  /// The conversation of a call that is some seconds or minutes old already.
  private func overhear(_ call: SimulatedCall, at now: Int) -> ObservedCall {
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
    tell(events ?? [], on: sid)
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
    tell(events, on: sid)
  }

  private func endConversation(on sid: String, at time: Int) {
    earlyObservers[sid] = nil
    guard let call = centre.tally.recentCalls.last(where: { $0.sid == sid }) else { return }
    let events = observedCalls[sid]?.conversation.end(call, at: time) ?? []
    tell(events, on: sid)
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
  /// The same number for the same text on every machine (FNV-1a).
  fileprivate var fingerprint: UInt64 {
    utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}
