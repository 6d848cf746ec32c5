import SplitMix64

/// What is said and done on a call, from its first second on: an endless script that is written a
/// turn ahead and read by the call's own clock. The same call in the same centre says the same.
/// Each extension is one part of it.
package struct Conversation: Sendable {
  /// How many events are told in passing when nobody has looked for a while. What lies between
  /// those and now has never happened.
  private static let skipLimit = 5_000
  /// How long the phone rings: time enough to look from the beginning.
  private static let ringMilliseconds = 1_500
  /// A sentence does not come again before so many others have.
  private static let recentLimit = 40

  let cast: Cast
  var random: SplitMix64
  var phase = Phase.opening
  /// The steps of the present topic that are left, the next one last.
  var plan: [Topic.Step] = []
  private var topics: Deck<Topic>
  var slots = Slots()
  var mood: Mood
  var counts = Counts()
  /// The sentences that were chosen last, with their blanks.
  private var recent: [String] = []
  /// The milliseconds of the call at which what is written next will happen.
  var pen = Self.ringMilliseconds
  /// The state that the script has reached, which is ahead of the one that was told.
  var scriptedState = "greeting"
  /// What those know who were told everything.
  private(set) var told = Told()
  private var written: [(time: Int, event: ObserverEvent)] = []
  private var position = 0

  enum Phase: Sendable, Equatable {
    case opening, talking
    /// Until a person comes.
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

  /// The script of a call that has just begun.
  init(cast: Cast, temper: Double, seed: UInt64) {
    self.cast = cast
    random = SplitMix64(seed: seed)
    mood = Mood(temper: temper)
    topics = Deck(shares: Topic.all(for: cast.serviceName))
  }

  /// The next event, if its time has come.
  mutating func next(at time: Int) -> ObserverEvent? {
    guard nextTime <= time else { return nil }
    let event = written[position].event
    position += 1
    told.take(event)
    return event
  }

  /// When the next event happens, in milliseconds of the call.
  var nextTime: Int {
    mutating get {
      if position == written.count { turnThePage() }
      return written[position].time
    }
  }

  /// Passes over what nobody saw.
  mutating func skip(to time: Int) {
    for _ in 0..<Self.skipLimit where next(at: time) == nil { return }
    dropScript(at: time)
  }

  /// Puts the next event into the script.
  mutating func put(_ name: ObserverEventName, _ data: JSON) {
    written.append((pen, ObserverEvent(name, data)))
  }

  mutating func pause(_ milliseconds: ClosedRange<Int>) {
    pen += random.integer(in: milliseconds)
  }

  /// Tears up what was not told yet; the script goes on at the time.
  private mutating func dropScript(at time: Int) {
    written.removeAll()
    position = 0
    pen = max(time, 0)
    scriptedState = told.state.isEmpty ? "greeting" : told.state
  }

  /// Lets the body happen now, in place of what was to come, and tells it.
  mutating func improvise(
    at time: Int, _ body: (inout Conversation) -> Void
  ) -> [ObserverEvent] {
    dropScript(at: time)
    breakOff()
    body(&self)
    let events = written.map(\.event)
    written.removeAll()
    for event in events { told.take(event) }
    return events
  }

  /// Tells what happens beside the script, which goes on as it stands.
  mutating func aside(_ body: (inout Conversation) -> Void) -> [ObserverEvent] {
    let script = (written, position, pen, scriptedState)
    written.removeAll()
    body(&self)
    let events = written.map(\.event)
    (written, position, pen, scriptedState) = script
    for event in events { told.take(event) }
    return events
  }

  private mutating func turnThePage() {
    written.removeAll(keepingCapacity: true)
    position = 0
    while written.isEmpty { writeTurn() }
  }
}

extension Conversation {
  /// Writes what comes next.
  private mutating func writeTurn() {
    switch phase {
    case .opening:
      writeOpening()
      phase = .talking
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

  /// The next matter, after the one before has been brought to its end.
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

  /// What is known of the caller, for the sentences that name it.
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

  /// Words for a field, which do not begin a sentence.
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

  /// The call is put through to somebody else, or is not.
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

/// What somebody knows who was told a conversation up to here.
struct Told: Sendable {
  private(set) var state = ""
  /// The agent's line as far as its fragments have come.
  private(set) var openLine = ""
  /// How often the caller has spoken.
  private(set) var turns = 0
  /// The tools that run, the oldest first.
  private(set) var runningTools: [(name: String, id: String)] = []

  mutating func take(_ event: ObserverEvent) {
    switch event.name {
    case .sessionStart: state = event.text("initial_state")
    case .stateTransition: state = event.text("next_state")
    case .userTranscript where event.text("speaker_role") == Cast.Role.caller.rawValue: turns += 1
    case .agentTranscriptDelta: openLine += event.text("delta")
    case .agentTranscript: openLine = ""
    case .toolCallStarted: runningTools.append((event.text("tool_name"), event.text("call_id")))
    case .toolCallCompleted: runningTools.removeAll { $0.id == event.text("call_id") }
    default: break
    }
  }
}
