import SplitMix64

/// The calls of the day before the simulator started, the newest first. Each is made when it is asked
/// for, always the same by its place.
struct PastDay: Sendable {
  private static let milliseconds = 86_400_000
  private static let shortestCall = 1_000
  private static let longestCall = 900_000
  /// Spreads places over all that 32 bits can hold, so that no ids look alike, and back.
  private static let factor: UInt32 = 2_654_435_761
  private static let inverse: UInt32 = 244_002_641
  private static let endings = CallEndings()

  let count: Int
  private let seed: UInt64
  /// What stands for a call's place at the beginning of its ids, so that it is found by them.
  private let mask: UInt32
  private let now: Int
  /// Before any of the centre's own calls, and early enough for a call to be over by now.
  private let end: Int
  private let services: [SimulatedService]
  private let operators: [(id: String, person: Cast.Person)]
  /// All of them by their places, without what is said, which nothing but a story needs.
  private(set) lazy var ended = (0..<count).map { call(at: $0).ended }

  init(before centre: ContactCentre, at now: Int, _ options: SimulatorOptions) {
    count = options.pastCalls
    seed = options.seed
    mask = UInt32(truncatingIfNeeded: "\(options.seed)".fingerprint)
    self.now = now
    end = (centre.calls.map(\.startedAt).min() ?? now) - Self.shortestCall
    services = centre.services.filter { $0.channel == .voice }
    operators = centre.operators.compactMap { helper in
      centre.person(for: helper.id).map { (helper.id, $0) }
    }
  }

  func find(_ id: String) -> PastCall? {
    let digits = id.hasPrefix("CA") ? id.dropFirst(2) : id[...]
    guard let mark = UInt32(digits.prefix(8), radix: 16) else { return nil }
    let place = Int((mark ^ mask) &* Self.inverse)
    guard place < count else { return nil }
    let call = call(at: place)
    return call.isCalled(id) ? call : nil
  }

  func call(at place: Int) -> PastCall {
    var random = SplitMix64(seed: seed ^ "past call \(place)".fingerprint)
    var call = begin(place, using: &random)
    let clock = CallClock(startedAt: call.startedAt, pace: .natural(1))
    let length = length(of: call, using: &random)
    var course = Course()
    if random.chance(0.12) { escalate(&call, within: length, &course, using: &random) }
    let ended = EndedCall(
      call: call, durationSeconds: Double(length) / 1000,
      reason: reason(for: call, using: &random), endedAt: call.startedAt + length)
    course.add(.ended(ended), at: length)
    return PastCall(ended: ended, course: course, clock: clock)
  }

  private func begin(_ place: Int, using random: inout SplitMix64) -> SimulatedCall {
    let digits = String(UInt32(truncatingIfNeeded: place) &* Self.factor ^ mask, radix: 16)
    let mark = String(repeating: "0", count: 8 - digits.count) + digits
    let spacing = max(1, Self.milliseconds / count)
    let caller = "+1\(random.element(of: ["202", "415", "617"]))55501\(random.integer(in: 10...99))"
    return SimulatedCall(
      sid: "CA" + mark + random.hexadecimal(24), entityID: mark + random.uuid().dropFirst(8),
      direction: direction(using: &random), service: random.element(of: services),
      callerID: random.chance(0.05) ? nil : caller,
      startedAt: end - place * spacing - random.integer(in: 0...spacing - 1),
      temper: Double.random(in: 0..<1, using: &random))
  }

  private func direction(using random: inout SplitMix64) -> SimulatedCall.Direction {
    switch random.integer(in: 0...44) {
    case 0...31: .inbound
    case 32...41: .outbound
    case 42: .test
    case 43: .playground
    default: .simulated
    }
  }

  /// In quarters of a second. The call is over by the time that the simulator starts.
  private func length(of call: SimulatedCall, using random: inout SplitMix64) -> Int {
    let length = min(15_000 + Int(random.gap(mean: 150_000)), Self.longestCall)
    return max(Self.shortestCall, min(length, now - call.startedAt) / 250 * 250)
  }

  private func reason(
    for call: SimulatedCall, using random: inout SplitMix64
  ) -> CompletionReason {
    var endings = Self.endings
    return endings.reason(for: call, using: &random)
  }

  /// The caller waits for a person; most get one, who leaves before the call ends.
  private func escalate(
    _ call: inout SimulatedCall, within length: Int, _ course: inout Course,
    using random: inout SplitMix64
  ) {
    let time = length * random.integer(in: 20...50) / 100
    var escalation = SimulatedEscalation(
      id: "esc_" + random.hexadecimal(12), ordinal: 0,
      cause: random.element(of: EscalationCause.all),
      reason: nil, requestedAt: call.startedAt + time)
    course.add(.escalated(escalation.cause), at: time)
    if random.chance(0.7) {
      let (id, person) = random.element(of: operators)
      let joined = time + (length - time) * random.integer(in: 10...40) / 100
      escalation.connectedAt = call.startedAt + joined
      escalation.status = .completed
      call.hadOperator = true
      course.add(.joined(person, operatorID: id, mode: .takeover), at: joined)
      let left = joined + (length - joined) * random.integer(in: 50...90) / 100
      course.add(.left(person, operatorID: id), at: left)
    }
    call.escalation = escalation
  }
}
