import FoundationEssentials
import SplitMix64

/// The pretend platform: the centre, its log of events, the open streams and observers. Each request
/// is answered in one turn of the actor, so that the reads agree with the stream.
actor SimulatedPlatform {
  static let streamLimit = 50
  static let observerLimit = 50
  /// How many transcripts of ended calls are kept.
  static let pastTranscriptLimit = 100

  let options: SimulatorOptions
  var centre: ContactCentre
  var log = EventLog()
  var faults: FaultSwitchboard
  var feeds: [Int: StreamFeed] = [:]
  var feedsOpened = 0
  var observers: [Int: ObserverFeed] = [:]
  var observedCalls: [String: ObservedCall] = [:]
  var pastTranscripts: [(sid: String, transcript: ObservedTranscript)] = []
  /// What happened on the live calls that nobody has observed yet.
  var courses: [String: Course]
  /// In the order in which they ended, the oldest go first.
  var pastCalls: [PastCall] = []
  var forgottenCalls = 0
  var pastDay: PastDay
  var storyFigures: [String: StoryFigures] = [:]
  /// How many observers of a call were refused as if it did not exist yet.
  var earlyObservers: [String: Int] = [:]
  var spoken = SpokenWords()
  var damagedStories = 0
  /// What the agents of the live calls were told.
  var guidance: [String: GuidanceLog] = [:]
  var received = ReceivedRequests()
  var garbageAnswers = 0
  var random: SplitMix64

  init(options: SimulatorOptions) {
    self.options = options
    let faults = FaultSwitchboard(options.faults)
    self.faults = faults
    centre = ContactCentre(seed: options.seed, calls: options.calls, now: Self.now(faults))
    courses = centre.earlierCourses(options)
    pastDay = PastDay(before: centre, at: Self.now(faults), options)
    random = SplitMix64(seed: options.seed &+ 1)
  }

  /// The platform's own clock, in unix milliseconds.
  var now: Int { Self.now(faults) }

  private static func now(_ faults: FaultSwitchboard) -> Int {
    let difference = faults.amount(of: .clock) ?? 0
    return Int(Date().timeIntervalSince1970 * 1000) + difference * 1000
  }

  var truth: JSON {
    centre.truth
  }

  /// Makes the next thing happen, and sends its events. Returns how many there were.
  @discardableResult
  func step() -> Int {
    let now = now
    return publish { $0.step(at: now) }
  }

  /// Sends the events of what the centre does. Returns how many there were.
  @discardableResult
  func publish(_ happening: (inout ContactCentre) -> [SimulatedEvent]) -> Int {
    centre.spacing = faults.isOn(.twins) ? 0 : 1
    let events = happening(&centre).map(ciphered)
    log.append(events)
    for id in feeds.keys {
      for event in events { feeds[id]?.send(event, faults) }
    }
    for event in events {
      if !feeds.isEmpty { spoken.take(event.data, of: event.name.rawValue) }
      notifyObservers(of: event)
    }
    return events.count
  }

  private func ciphered(_ event: SimulatedEvent) -> SimulatedEvent {
    guard options.ciphersWords else { return event }
    let data = event.data.ciphered(of: event.name.rawValue)
    return SimulatedEvent(id: event.id, name: event.name, data: data)
  }

  /// Makes at least so many events happen at once.
  func emit(_ count: Int) {
    var left = count
    while left > 0 { left -= step() }
  }

  func beat() {
    let seconds = now / 1000
    for id in feeds.keys { feeds[id]?.heartbeat(at: seconds, faults) }
  }

  func turnOn(_ fault: SimulatorFault) {
    faults.turnOn(fault)
  }

  func turnOff(_ kind: FaultKind) {
    faults.turnOff(kind)
  }

  func dropStreams() {
    for feed in feeds.values { feed.drop() }
    feeds.removeAll()
  }

  func endStreams() {
    for feed in feeds.values { feed.end() }
    feeds.removeAll()
  }

  func forgetFeed(_ id: Int) {
    feeds[id] = nil
  }
}
