extension ContactCentre {
  static let earlierEscalationLimit = 8

  static func openServices(
    at now: Int, using random: inout SeededGenerator
  ) -> [SimulatedService] {
    Vocabulary.services.map { service in
      SimulatedService(
        id: random.uuid(), agentID: random.uuid(), name: service.name, description: service.about,
        agentName: service.agent, channel: service.channel, createdAt: now - 90 * 86_400_000)
    }
  }

  /// Fills the centre with what began before anybody looked: only what a read can tell, so that
  /// a reader who connects at the start can know all of it.
  mutating func moveIn(at now: Int) {
    operators = Vocabulary.persons.enumerated().map { makeOperator($0.element, $0.offset, at: now) }
    calls = makeEarlierCalls(at: now)
    requestEarlierEscalations(at: now)
    takeOverEarlierCalls()
    for _ in 0..<24 { surfaces.append(makeEarlierSurface(at: now)) }
  }

  private mutating func makeOperator(
    _ person: (name: String, type: String, role: String), _ index: Int, at now: Int
  ) -> SimulatedOperator {
    SimulatedOperator(
      id: random.uuid(), name: person.name, email: "operator\(index + 1)@example.org",
      type: person.type, role: person.role, phoneNumber: phoneNumber(),
      createdAt: now - 60 * 86_400_000,
      skills: Array(Vocabulary.skills.shuffled(using: &random).prefix(2)),
      connectionMethod: random.chance(0.7) ? "browser" : "phone",
      status: random.chance(0.7) ? .online : .offline,
      statusSince: now - random.integer(in: 60_000...7_200_000),
      escalationsHandled: random.integer(in: 0...80),
      averageHandleSeconds: Double(random.integer(in: 90...420)))
  }

  private mutating func makeEarlierCalls(at now: Int) -> [SimulatedCall] {
    let ages = (0..<targetCalls).map { _ in Int(random.gap(mean: 140_000)) + 4_000 }
    return ages.sorted(by: >).map { makeCall(startedAt: now - $0, withheld: false) }
  }

  private mutating func requestEarlierEscalations(at now: Int) {
    let count = min(Self.earlierEscalationLimit, calls.count / 5)
    for index in calls.indices.shuffled(using: &random).prefix(count) {
      let age = now - calls[index].startedAt
      let time = now - random.integer(in: age / 8...max(age / 8, min(age / 2, 180_000)))
      calls[index].escalation = makeEscalation(
        for: causes.draw(using: &random), reason: nil, at: time)
    }
  }

  private mutating func takeOverEarlierCalls() {
    let helpers = operators.indices.filter { operators[$0].isAvailable }
    let waiting = calls.indices.filter { calls[$0].isWaiting }
    for (helper, call) in zip(helpers, waiting.prefix(waiting.count / 2)) {
      let requested = calls[call].escalation?.requestedAt ?? clock
      let time = requested + (clock - requested) / 3
      enter(helper, call: call, as: .takeover, at: time)
      operators[helper].status = .busy
      operators[helper].statusSince = time
    }
  }

  private mutating func makeEarlierSurface(at now: Int) -> SimulatedSurface {
    var surface = makeSurface(for: random.uuid(), originalID: nil)
    surface.isReviewKnown = false
    let stages: [SimulatedSurface.Stage] = [
      .created, .delivered, .opened, .inProgress, .pendingReview,
    ]
    surface.stage = random.element(of: stages)
    let step = random.integer(in: 20_000...400_000)
    surface.backdate(to: now - 4 * step, stagesApart: step)
    return surface
  }
}
