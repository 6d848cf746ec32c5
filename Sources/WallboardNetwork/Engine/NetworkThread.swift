import WallboardEvents
package import WallboardSystem

/// The thread that a ``NetworkEngine`` runs on until ``stop()``.
package final class NetworkThread {
  private let commands: CommandQueue
  private let thread: SystemThread

  package convenience init(
    _ configuration: NetworkConfiguration, output: NetworkOutput, commands: CommandQueue
  ) throws(SystemFailure) {
    try self.init(configuration, output: output, commands: commands, throttle: ReadThrottle())
  }

  init(
    _ configuration: NetworkConfiguration, output: NetworkOutput, commands: CommandQueue,
    throttle: ReadThrottle, longestLap: Duration = longestLap
  ) throws(SystemFailure) {
    self.commands = commands
    thread = try SystemThread { Self.run(configuration, output, commands, throttle, longestLap) }
  }

  deinit {
    stop()
  }

  /// Hangs up everywhere, ends the thread and waits for its end, which is soon.
  package func stop() {
    commands.stop()
    thread.join()
  }

  private static func run(
    _ configuration: NetworkConfiguration, _ output: NetworkOutput, _ commands: CommandQueue,
    _ throttle: ReadThrottle, _ longestLap: Duration
  ) {
    do {
      let engine = try NetworkEngine(configuration, output: output, commands: commands)
      var throttle = throttle
      while try engine.turn(timeout: longestLap) {
        engine.gather(for: throttle.pause(at: .now))
      }
    } catch {
      // libcurl itself failed, most likely because memory ran out.
      let phase = ConnectionPhase.stopped(reason: BoundedString(sentence: "\(error)"))
      output.post(
        .connection(ConnectionChange(phase, at: Timestamp(milliseconds: configuration.time.wall())))
      )
    }
  }

  /// libcurl's waits do not count the time that the machine sleeps, the deadlines do: a stream that
  /// died meanwhile is noticed within this time after it wakes up.
  static let longestLap = Duration.seconds(5)
}

/// Lets the events of a busy stream pile up for a moment before they are read, so that the number of
/// wake-ups depends on time and not on the number of events.
///
/// The platform sends each event by itself. Waking up costs many times what reading an event costs:
/// a millisecond of a core that was asleep, on the machine where this was measured.
struct ReadThrottle {
  /// The time between laps that is never throttled: up to 15 events a second, more than people speak,
  /// are passed on at once.
  static let interval = Duration.milliseconds(66)
  /// The pause after each lap while more than that comes; no event waits longer. The rush is over
  /// when nothing has come for as long.
  static let gathering = Duration.milliseconds(125)
  /// Laps that may follow each other without a pause, so that connecting and reads are not slowed
  /// down.
  static let burst = 32.0

  private let gathering: Duration
  private let burst: Double
  private var credit: Double
  private var previous: ContinuousClock.Instant
  private var resumed: ContinuousClock.Instant
  private var isGathering = false

  init(
    from start: ContinuousClock.Instant = .now, gathering: Duration = ReadThrottle.gathering,
    burst: Double = ReadThrottle.burst
  ) {
    self.gathering = gathering
    self.burst = burst
    credit = burst
    previous = start
    resumed = start
  }

  /// How long to pause after a lap that ended at that moment: not at all, unless laps have been
  /// following each other too fast.
  mutating func pause(at now: ContinuousClock.Instant) -> Duration {
    credit = min(burst, credit + (now - previous) / Self.interval) - 1
    previous = now
    if isGathering, now - resumed > gathering {
      isGathering = false
      credit = burst / 4
    }
    isGathering = isGathering || credit < 0
    let pause = isGathering ? gathering : .zero
    resumed = now + pause
    return pause
  }
}
