import SplitMix64

/// A call's own time, in milliseconds since its start, and the platform's.
struct CallClock: Sendable {
  let startedAt: Int
  let pace: Pace
  /// When the call's own time began.
  private var origin: Int
  /// Since when somebody has observed, and how many events there had been by then, for an even rate.
  private var observations: [(since: Int, events: Int)] = []
  /// Times far apart, in milliseconds, that can still be added up and written as dates.
  private static let longest = 1e15

  enum Pace: Sendable {
    /// As people speak, so many times faster.
    case natural(Double)
    /// So many events a second while somebody observes, and none otherwise.
    case even(Double)
  }

  init(startedAt: Int, pace: Pace) {
    self.startedAt = startedAt
    self.pace = pace
    origin = startedAt
  }

  init(of call: SimulatedCall, _ options: SimulatorOptions) {
    let isEven = options.observerRate > 0
    self.init(
      startedAt: call.startedAt,
      pace: isEven ? .even(options.observerRate) : .natural(options.speed))
  }

  /// The call's own time has begun by then, though the id of its first event may be ahead of the clock.
  mutating func begin(by now: Int) {
    origin = min(origin, now)
  }

  mutating func observe(since now: Int, after events: Int) {
    guard case .even = pace else { return }
    // Where nothing came of it, the observation before counts for nothing.
    if observations.last?.events == events { observations.removeLast() }
    observations.append((now, events))
  }

  /// How long a conversation that nobody has observed has lasted.
  func callTime(at now: Int) -> Int {
    let elapsed = max(0, now - origin)
    switch pace {
    case .natural(let speed): return Self.whole(Double(elapsed) * speed)
    case .even: return elapsed
    }
  }

  /// When something happened, by the number of events of the script until then.
  func time(of callTime: Int, number: Int) -> Int {
    switch pace {
    case .natural(let speed):
      return max(startedAt, origin + Self.whole(Double(callTime) / speed))
    case .even(let rate):
      guard let observation = observations.last(where: { $0.events < number }) else {
        return max(startedAt, origin + callTime)
      }
      let since = Self.whole(Double(number - observation.events) / rate * 1000)
      return max(startedAt, observation.since + since)
    }
  }

  private static func whole(_ milliseconds: Double) -> Int {
    Int(min(milliseconds, longest))
  }
}

extension Conversation {
  /// The conversation of the call from its beginning.
  init(of call: SimulatedCall, _ options: SimulatorOptions) {
    var seed = SplitMix64(seed: options.seed ^ call.sid.fingerprint)
    let cast = Cast(call, workspace: options.workspace, using: &seed)
    self.init(cast: cast, temper: call.temper, seed: seed.next())
  }
}

extension String {
  /// The same number for the same text on every machine.
  var fingerprint: UInt64 { utf8.fingerprint }
}

extension Sequence<UInt8> {
  /// The same number for the same bytes on every machine (FNV-1a, 64 bits).
  var fingerprint: UInt64 {
    reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}
