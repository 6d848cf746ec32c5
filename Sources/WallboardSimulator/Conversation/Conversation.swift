import SplitMix64

/// What is said and done on a call: an endless script that is written a turn ahead and read out by
/// the call's own clock. The same call in the same centre says the same.
struct Conversation: Sendable {
  /// How many events are made up for, after nobody has observed for a while or the clock was put
  /// forward. What lies between them and now never happened.
  static let catchUpLimit = 5_000
  /// How long the phone rings, which is long enough to observe a call from its beginning.
  static let ringMilliseconds = 1_500
  /// A sentence does not come again until so many others have.
  private static let recentLimit = 40

  let cast: Cast
  var random: SplitMix64
  var phase = Phase.opening
  /// The remaining steps of the present topic, the next one last.
  var plan: [Topic.Step] = []
  private var topics: Deck<Topic>
  var slots = Slots()
  var mood: Mood
  var counts = Counts()
  /// The templates that were chosen last.
  private var recent: [String] = []
  /// When what is written next happens, in milliseconds of the call.
  var scriptTime = Self.ringMilliseconds
  /// The state that the script has reached, which is ahead of the one that observers know.
  var scriptedState = "greeting"
  /// What an observer of the whole call knows.
  private(set) var known = ObserverKnowledge()
  /// What led it here, by which it can be led here again.
  var course = Course()
  /// Hears all that happens, where somebody wants it told afterwards.
  var story: CallStory?
  /// What the agent was told and has not taken up yet, the oldest first.
  var guidance: [String] = []
  var written: [Said] = []
  /// Of what is written and has not happened yet.
  var position = 0

  enum Phase: Sendable, Equatable {
    case opening, talking
    /// The caller waits for a person.
    case waiting
    /// A person speaks in the agent's place.
    case takenOver(Cast.Person)
  }

  struct Counts: Sendable {
    var turns = 0
    var bargeIns = 0
    var toolCalls = 0
    var shifts = 0
  }

  init(cast: Cast, temper: Double, seed: UInt64) {
    self.cast = cast
    random = SplitMix64(seed: seed)
    mood = Mood(temper: temper)
    topics = Deck(shares: Topic.all(for: cast.serviceName))
  }

  /// The next event, if its time has come.
  mutating func next(at time: Int) -> ObserverEvent? {
    guard nextTime <= time else { return nil }
    let said = written[position]
    position += 1
    course.eventsSince += 1
    happen(said)
    return said.event
  }

  /// When the next event happens, in milliseconds of the call.
  var nextTime: Int {
    mutating get {
      if position == written.count { writeAhead() }
      return written[position].time
    }
  }

  /// All that happens until then, up to a limit.
  mutating func events(until time: Int) -> [ObserverEvent] {
    var events: [ObserverEvent] = []
    while events.count < Self.catchUpLimit {
      guard let event = next(at: time) else { return events }
      events.append(event)
    }
    return events + undergo(.passedOver, at: time)
  }

  /// Passes over what nobody observed.
  mutating func skip(to time: Int) {
    _ = events(until: time)
  }

  /// Writes what happens next; a line that somebody speaks has begun before.
  mutating func put(_ name: ObserverEventName, _ data: JSON, since start: Int? = nil) {
    written.append(Said(event: ObserverEvent(name, data), time: scriptTime, since: start))
  }

  private mutating func happen(_ said: Said) {
    known.take(said.event)
    story?.take(said, number: course.count)
  }

  mutating func pause(_ milliseconds: ClosedRange<Int>) {
    scriptTime += random.integer(in: milliseconds)
  }

  /// Drops what has not happened yet. The script goes on at the time.
  mutating func dropScript(at time: Int) {
    guidance = written[position...].compactMap(\.guidance) + guidance
    written.removeAll()
    position = 0
    scriptTime = max(time, 0)
    scriptedState = known.state.isEmpty ? "greeting" : known.state
  }

  /// Makes the body happen now, in place of what was to come. Returns its events.
  mutating func improvise(
    at time: Int, _ body: (inout Conversation) -> Void
  ) -> [ObserverEvent] {
    dropScript(at: time)
    breakOff()
    body(&self)
    let said = written
    written.removeAll()
    for said in said { happen(said) }
    return said.map(\.event)
  }

  /// Makes the body happen beside the script, which goes on as it stands. Returns its events.
  mutating func aside(_ body: (inout Conversation) -> Void) -> [ObserverEvent] {
    let script = (written, position, scriptTime, scriptedState)
    written.removeAll()
    body(&self)
    let said = written
    (written, position, scriptTime, scriptedState) = script
    for said in said { happen(said) }
    return said.map(\.event)
  }

  private mutating func writeAhead() {
    written.removeAll(keepingCapacity: true)
    position = 0
    while written.isEmpty { writeTurn() }
  }
}

extension Conversation {
  private mutating func writeTurn() {
    switch phase {
    case .opening:
      writeOpening()
      phase = .talking
    case .talking where !guidance.isEmpty, .waiting where !guidance.isEmpty: takeUpGuidance()
    case .talking:
      guard let step = plan.popLast() else { return takeUpTopic() }
      perform(step)
    case .waiting: writeWait()
    case .takenOver(let person): writeExchange(with: person)
    }
  }

  private mutating func perform(_ step: Topic.Step) {
    switch step {
    case .caller(let variants): callerSays(choose(variants))
    case .agent(let variants): agentSays(choose(variants))
    case .state(let state): move(to: state)
    case .tool(let tool): use(tool)
    case .forward: forward()
    }
  }

  /// Begins the next topic, after the one before is closed.
  private mutating func takeUpTopic() {
    if counts.turns > 3 {
      move(to: "wrap_up")
      agentSays(choose(Vocabulary.anythingElse))
      callerSays(choose(Vocabulary.oneMoreThing))
    }
    slots.clear()
    introduceCaller()
    move(to: "collect_reason")
    plan = topics.draw(using: &random).steps.reversed()
  }

  /// Fills the slots that every call has: names, the service, the number.
  mutating func introduceCaller() {
    slots.set("name", to: cast.caller.name)
    slots.set("first", to: cast.firstName)
    slots.set("agent", to: cast.agent.name)
    slots.set("service", to: cast.serviceName)
    slots.set("number", to: cast.callerNumber ?? "+12025550123")
  }

  mutating func choose(_ variants: [String]) -> String {
    let fresh = variants.filter { !recent.contains($0) }
    let variant = random.element(of: fresh.isEmpty ? variants : fresh)
    recent.append(variant)
    recent.removeFirst(max(0, recent.count - Self.recentLimit))
    let text = slots.fill(variant, using: &random)
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// Text for a field, which need not begin with a capital letter.
  mutating func fillIn(_ template: String) -> String {
    slots.fill(template, using: &random)
  }

  mutating func move(to state: String, type: String = "transition", because note: String? = nil) {
    guard state != scriptedState else { return }
    put(
      .stateTransition,
      [
        "previous_state": .string(scriptedState), "next_state": .string(state),
        "transition_type": .string(type), "annotation": JSON(note),
      ])
    scriptedState = state
    pause(20...200)
  }

  /// The agent tries to put the call through to a clinic.
  private mutating func forward() {
    agentSays(choose(Vocabulary.forwarding))
    pause(1500...6000)
    let succeeds = random.chance(0.7)
    put(
      .forwardCallResolved,
      [
        "target_number": .string(fillIn("{line}")),
        "location_name": .string(fillIn("{clinic}")),
        "result": .string(succeeds ? "connected" : "failed"),
        "error": succeeds ? nil : .string(random.element(of: Vocabulary.forwardErrors)),
      ])
    if !succeeds { agentSays(choose(Vocabulary.forwardFailed)) }
  }
}

/// What somebody knows who has observed a call from its beginning.
struct ObserverKnowledge: Sendable {
  private(set) var state = ""
  /// The agent's line, as far as its fragments have come.
  private(set) var openLine = ""
  /// How often the caller has spoken.
  private(set) var turns = 0
  /// The oldest first.
  private(set) var runningTools: [(name: String, id: String)] = []
  /// Whether the agent thinks about a response or is in the middle of one. The greeting comes first.
  private var isResponding = true

  /// Whether the agent has to finish something before it can say something else.
  var isAgentBusy: Bool { isResponding || !runningTools.isEmpty }

  mutating func take(_ event: ObserverEvent) {
    switch event.name {
    case .sessionStart: state = event.text("initial_state")
    case .stateTransition: state = event.text("next_state")
    case .userTranscript where event.text("speaker_role") == Cast.Role.caller.rawValue: turns += 1
    case .navTiming, .latency: isResponding = true
    case .agentTranscriptDelta: openLine += event.text("delta")
    case .agentTranscript:
      openLine = ""
      // After an interruption the agent says the rest, and what fills a pause is no response.
      let isWhole = event.data["interrupted"] == false && event.data["filler_type"] == .null
      if isWhole { isResponding = false }
    case .toolCallStarted: runningTools.append((event.text("tool_name"), event.text("call_id")))
    case .toolCallCompleted: runningTools.removeAll { $0.id == event.text("call_id") }
    default: break
    }
  }
}
