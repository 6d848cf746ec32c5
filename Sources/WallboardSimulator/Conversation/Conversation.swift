/// What is said and done on a call, from its first second on: an endless script that is written a
/// turn ahead and read by the call's own clock. The same call in the same centre says the same.
/// Each extension is one part of it.
package struct Conversation: Sendable {
  /// How many events are told in passing when nobody has looked for a while. What lies between
  /// those and now has never happened.
  static let skipLimit = 5_000
  /// How long the phone rings: time enough to look from the beginning.
  static let ringMilliseconds = 1_500
  /// A sentence does not come again before so many others have.
  static let recentLimit = 40

  let cast: Cast
  var random: SeededGenerator
  var phase = Phase.opening
  /// The steps of the present topic that are left, the next one last.
  var plan: [Topic.Step] = []
  var topics: Deck<Topic>
  var slots = Slots()
  var mood: Mood
  var counts = Counts()
  /// The sentences that were chosen last, with their blanks.
  var recent: [String] = []
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
    random = SeededGenerator(seed: seed)
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
  mutating func dropScript(at time: Int) {
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
