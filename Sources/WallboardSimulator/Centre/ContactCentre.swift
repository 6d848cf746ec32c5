/// A pretend contact centre. It has no clock and no chance of its own: the same seed, asked at the
/// same times, lives the same day. Each extension is one part of its life.
package struct ContactCentre: Sendable {
  var random: SeededGenerator
  /// The time of the latest event. Ids are times, so this is also the latest id.
  package private(set) var clock: Int
  /// How far two events are apart at least, in milliseconds. With 0 they may share an id.
  package var spacing = 1
  let targetCalls: Int
  let services: [SimulatedService]
  var operators: [SimulatedOperator] = []
  var calls: [SimulatedCall] = []
  var surfaces: [SimulatedSurface] = []
  var textSessions: [SimulatedTextSession] = []
  var background: Background
  var ordinals = 0
  var tally = Tally()
  private var happenings = Deck(shares: Happening.shares)
  private var now: Int
  private var happened: [SimulatedEvent] = []

  var directions = Deck<SimulatedCall.Direction>(shares: [
    (.inbound, 32), (.outbound, 10), (.test, 1), (.playground, 1), (.simulated, 1),
  ])
  var endings = CallEndings()
  var causes = Deck(EscalationCause.all)

  /// A centre in the middle of its day, with about as many live calls as it aims at.
  package init(seed: UInt64, calls: Int, now: Int) {
    random = SeededGenerator(seed: seed)
    targetCalls = calls
    clock = now - 1
    self.now = now
    services = Self.openServices(at: now, using: &random)
    background = Background(using: &random)
    moveIn(at: now)
  }

  /// Lets the next thing happen and tells it: one event, or some that belong together.
  package mutating func step(at time: Int) -> [SimulatedEvent] {
    now = time
    happened.removeAll(keepingCapacity: true)
    while happened.isEmpty { perform(happenings.draw(using: &random)) }
    return happened
  }

  /// The time that the next event will have.
  var nextTime: Int {
    max(now, clock + spacing)
  }

  /// Tells an event and returns its time.
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
