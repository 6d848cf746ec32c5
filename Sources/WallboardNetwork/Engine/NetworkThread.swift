import WallboardEvents
package import WallboardSystem

/// The thread on which a ``NetworkEngine`` turns until ``stop()``.
package final class NetworkThread {
  private let commands: CommandQueue
  private let thread: SystemThread

  /// Starts the thread.
  package convenience init(
    _ configuration: NetworkConfiguration, output: NetworkOutput, commands: CommandQueue
  ) throws(SystemFailure) {
    try self.init(configuration, output: output, commands: commands, pace: LapPace())
  }

  init(
    _ configuration: NetworkConfiguration, output: NetworkOutput, commands: CommandQueue,
    pace: LapPace, longestLap: Duration = longestLap
  ) throws(SystemFailure) {
    self.commands = commands
    thread = try SystemThread { Self.run(configuration, output, commands, pace, longestLap) }
  }

  deinit {
    stop()
  }

  /// Ends the thread and waits until it has ended, which is soon: it hangs up at once.
  package func stop() {
    commands.stop()
    thread.join()
  }

  private static func run(
    _ configuration: NetworkConfiguration, _ output: NetworkOutput, _ commands: CommandQueue,
    _ pace: LapPace, _ longestLap: Duration
  ) {
    do {
      let engine = try NetworkEngine(configuration, output: output, commands: commands)
      var pace = pace
      while try engine.turn(timeout: longestLap) {
        engine.gather(for: pace.pause(at: .now))
      }
    } catch {
      // libcurl itself is out of order, as a rule for want of memory.
      let phase = ConnectionPhase.stopped(reason: Text(sentence: "\(error)"))
      output.post(
        .connection(ConnectionChange(phase, at: Timestamp(milliseconds: configuration.time.wall())))
      )
    }
  }

  /// libcurl's waits stand still while the machine sleeps, the deadlines do not: so long after it
  /// wakes up, a stream that died meanwhile is noticed.
  static let longestLap = Duration.seconds(5)
}

/// Lets a busy stream gather for a moment, so that it costs laps by time and not by events.
///
/// A platform sends each event by itself. Waking up for each of them costs many times what reading
/// it costs: a millisecond of a core that was asleep, on the machine where this was measured.
struct LapPace {
  /// The time from lap to lap that can go on for ever: up to 15 events a second, more than people
  /// speak, each is passed on at once.
  static let interval = Duration.milliseconds(66)
  /// How long each lap gathers while more than that comes; no event waits longer. When nothing at
  /// all comes for as long, the flood is over.
  static let gathering = Duration.milliseconds(125)
  /// Laps that may follow each other at once, so that connecting and reading are never slowed down.
  static let burst = 32.0

  private let gathering: Duration
  private let burst: Double
  private var credit: Double
  private var previous: ContinuousClock.Instant
  private var resumed: ContinuousClock.Instant
  private var isGathering = false

  /// Counts laps from that moment on.
  init(
    from start: ContinuousClock.Instant = .now, gathering: Duration = LapPace.gathering,
    burst: Double = LapPace.burst
  ) {
    self.gathering = gathering
    self.burst = burst
    credit = burst
    previous = start
    resumed = start
  }

  /// How long to let what comes gather after a lap that ended at that moment: not at all, or because
  /// laps have been following each other too fast.
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
