/// What happens to a conversation from outside, and changes what is said from then on.
enum Intervention: Sendable {
  case escalated(EscalationCause)
  case joined(Cast.Person, operatorID: String, mode: SimulatedCall.Mode)
  case changedMode(Cast.Person, SimulatedCall.Mode)
  case left(Cast.Person, operatorID: String)
  /// Somebody has told the agent something, of which this is the gist.
  case guided(String)
  case ended(EndedCall)
  /// What was to come by then never happens: nobody has observed for too long.
  case passedOver
}

/// What led a conversation to where it is. The same conversation, led the same way, says the same.
struct Course: Sendable {
  struct Step: Sendable {
    let intervention: Intervention
    let time: Int
    /// How many events happened since the step before; nothing where it was all that were due.
    let eventsBefore: Int?
  }

  private(set) var steps: [Step] = []
  /// How many events the script has brought since the last step.
  var eventsSince = 0
  /// How many it has brought in all.
  var count: Int {
    steps.reduce(eventsSince) { $0 + ($1.eventsBefore ?? 0) }
  }

  /// Takes a step of a call that nobody observes, where all happens that is due.
  mutating func add(_ intervention: Intervention, at time: Int) {
    steps.append(Step(intervention: intervention, time: time, eventsBefore: nil))
  }

  fileprivate mutating func addCounted(_ intervention: Intervention, at time: Int) {
    steps.append(Step(intervention: intervention, time: time, eventsBefore: eventsSince))
    eventsSince = 0
  }
}

/// Something that has happened on a call.
struct Said: Sendable {
  let event: ObserverEvent
  /// In milliseconds of the call.
  let time: Int
  /// When a line began that has ended now, as far as the script knows.
  let since: Int?
  /// What the agent was told, where this is the response to it.
  var guidance: String?

  func later(by delay: Int) -> Said {
    Said(event: event, time: time + delay, since: since.map { $0 + delay }, guidance: guidance)
  }
}

extension Conversation {
  /// How many events are told again. Of a course with more, only the end is told after them.
  static let retellingLimit = 200_000

  mutating func undergo(_ intervention: Intervention, at time: Int) -> [ObserverEvent] {
    // What comes next is written by now, and has drawn at random, whether somebody has looked or not.
    _ = nextTime
    course.addCounted(intervention, at: time)
    switch intervention {
    case .escalated(let cause):
      return escalate(because: cause.reason, by: cause.trigger.rawValue, at: time)
    case .joined(let person, let id, let mode):
      return join(person, operatorID: id, takingOver: mode == .takeover, at: time)
    case .changedMode(let person, .takeover): return takeOver(person, at: time)
    case .changedMode(_, .listen): return handBack(at: time)
    case .left(let person, let id): return leave(person, operatorID: id, at: time)
    case .guided(let gist):
      heed(gist, at: time)
      return []
    case .ended(let call): return end(call, at: time)
    case .passedOver:
      dropScript(at: time)
      return []
    }
  }

  /// Goes the same way as another conversation of the same call.
  mutating func follow(_ other: Course, telling limit: Int = retellingLimit) {
    var left = limit
    for step in other.steps {
      if let count = step.eventsBefore {
        tell(min(count, left))
        guard count <= left else { return leap(to: other) }
        left -= count
      } else {
        skip(to: step.time)
      }
      _ = undergo(step.intervention, at: step.time)
    }
    tell(min(left, other.eventsSince))
  }

  private mutating func tell(_ count: Int) {
    for _ in 0..<count { _ = next(at: .max) }
  }

  /// Leaves out all that lies between here and the end, where there is an end.
  private mutating func leap(to other: Course) {
    guard let last = other.steps.last, case .ended = last.intervention else { return }
    course.eventsSince += max(0, other.count - course.count)
    _ = undergo(last.intervention, at: last.time)
  }
}
