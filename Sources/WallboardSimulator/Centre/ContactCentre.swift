import SplitMix64

/// A pretend contact centre. It has no clock of its own, and all that is random comes from the seed:
/// stepped at the same times, the same seed gives the same day. What it does with each kind of thing
/// stands in the file of that kind.
package struct ContactCentre: Sendable {
  var random: SplitMix64
  /// The time of the latest event. Ids are times, so this is also the latest id.
  package private(set) var clock: Int
  /// The least number of milliseconds between two events. With 0 they may share an id.
  package var spacing = 1
  let targetCalls: Int
  let services: [SimulatedService]
  var operators: [SimulatedOperator] = []
  var calls: [SimulatedCall] = []
  var surfaces: [SimulatedSurface] = []
  var textSessions: [SimulatedTextSession] = []
  var background: Background
  private var ordinals = 0
  var tally = Tally()
  private var happenings = Deck(shares: Happening.shares)
  private var now: Int
  private var happened: [SimulatedEvent] = []

  var directions = Deck<SimulatedCall.Direction>(shares: [
    (.inbound, 32), (.outbound, 10), (.test, 1), (.playground, 1), (.simulated, 1),
  ])
  var endings = CallEndings()
  var causes = Deck(EscalationCause.all)

  /// A centre in the middle of its day, with `calls` live calls, about which it stays.
  package init(seed: UInt64, calls: Int, now: Int) {
    random = SplitMix64(seed: seed)
    targetCalls = calls
    clock = now - 1
    self.now = now
    services = Self.openServices(at: now, using: &random)
    background = Background(using: &random)
    populate(at: now)
  }

  /// Makes the next thing happen. Returns its event, or several that belong together.
  package mutating func step(at time: Int) -> [SimulatedEvent] {
    happen(at: time) { centre in
      while centre.happened.isEmpty {
        centre.perform(centre.happenings.draw(using: &centre.random))
      }
    }
  }

  /// Makes the body happen. Returns its events.
  mutating func happen(
    at time: Int, _ body: (inout ContactCentre) -> Void
  ) -> [SimulatedEvent] {
    now = time
    happened.removeAll(keepingCapacity: true)
    body(&self)
    return happened
  }

  /// The time of the next event.
  var nextTime: Int {
    max(now, clock + spacing)
  }

  /// Adds an event to those of this step. Returns its time.
  @discardableResult
  mutating func emit(_ name: EventName, _ data: JSON) -> Int {
    clock = nextTime
    tally.count(name)
    happened.append(SimulatedEvent(id: clock, name: name, data: data))
    return clock
  }

  mutating func nextOrdinal() -> Int {
    ordinals += 1
    return ordinals
  }

  private mutating func perform(_ happening: Happening) {
    switch happening {
    case .callTurnover: turnOverCalls()
    case .escalation: escalate()
    case .assistance: assist()
    case .listening: listenIn()
    case .shift: changeShift()
    case .registration: registerOperator()
    case .profile: updateProfile()
    case .surfaceCreation: createSurface()
    case .surfaceProgress: moveSurface()
    case .surfaceChange: changeSurface()
    case .surfaceArchival: archiveSurface()
    case .textTurnover: turnOverTextSessions()
    case .textMessage: sendTextMessage()
    case .textTool: useTextTool()
    case .trigger: runTrigger()
    case .pipeline: runPipeline()
    case .email: moveEmail()
    case .voicemail: leaveVoicemail()
    case .review: submitReview()
    case .simulation: storeSimulatedTurn()
    case .encounter: updateEncounter()
    case .narrative: generateBrief()
    case .membership: changeMembership()
    case .approval: decideApproval()
    }
  }
}

extension ContactCentre {
  /// Adds what began before the first event: only what the reads return, so that a client that
  /// connects at the start can know all of it.
  private mutating func populate(at now: Int) {
    operators = Vocabulary.persons.enumerated().map { makeOperator($0.element, $0.offset, at: now) }
    calls = makeEarlierCalls(at: now)
    requestEarlierEscalations(at: now)
    takeOverEarlierCalls()
    for _ in 0..<24 { surfaces.append(makeEarlierSurface(at: now)) }
  }

  /// What a client that missed nothing knows, in the shape of `wallboard snapshot --json`.
  ///
  /// It has the latest `finishedSurfaceLimit` of the finished surfaces, and of a surface's saved
  /// fields and an escalation's reason only what an event has said.
  package var truth: JSON {
    [
      "at": .integer(clock),
      "last_event_id": tally.events == 0 ? nil : .string(String(clock)),
      "counts": ["events": .integer(tally.events), "by_type": JSON(tally.byType)],
      "calls": .array(calls.map(\.truth)),
      "ended_calls": tally.truthOfCalls,
      "operators": .array(operators.map(\.truth)),
      "surfaces": .array(surfaces.map(\.truth)),
      "text_sessions": .array(textSessions.map(\.truth)),
      "ended_text_sessions": tally.truthOfTextSessions,
      "activity": ["by_family": JSON(tally.byFamily)],
    ]
  }
}

/// What the centre may do next.
private enum Happening: Sendable {
  case callTurnover, escalation, assistance, listening
  case shift, registration, profile
  case surfaceCreation, surfaceProgress, surfaceChange, surfaceArchival
  case textTurnover, textMessage, textTool
  case trigger, pipeline, email, voicemail, review
  case simulation, encounter, narrative, membership, approval

  /// How often each comes up in a round. At four events a second and two dozen calls, a call lasts
  /// about two minutes, and an escalation gets the three turns of assistance that it needs.
  static let shares: [(card: Self, count: Int)] = [
    (.callTurnover, 20), (.escalation, 4), (.assistance, 21), (.listening, 1),
    (.shift, 4), (.registration, 1), (.profile, 1),
    (.surfaceCreation, 4), (.surfaceProgress, 36), (.surfaceChange, 2), (.surfaceArchival, 1),
    (.textTurnover, 8), (.textMessage, 24), (.textTool, 14),
    (.trigger, 9), (.pipeline, 5), (.email, 12), (.voicemail, 2), (.review, 2),
    (.simulation, 7), (.encounter, 3), (.narrative, 2), (.membership, 2), (.approval, 2),
  ]
}
