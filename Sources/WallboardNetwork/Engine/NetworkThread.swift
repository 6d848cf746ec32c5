import WallboardEvents

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
    pace: LapPace
  ) throws(SystemFailure) {
    self.commands = commands
    thread = try SystemThread { Self.run(configuration, output, commands, pace) }
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
    _ pace: LapPace
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
      output.post(.connection(ConnectionChange(phase, at: configuration.time.wall())))
    }
  }

  /// libcurl's waits stand still while the machine sleeps, the deadlines do not: so long after it
  /// wakes up, a stream that died meanwhile is noticed.
  private static let longestLap = Duration.seconds(5)
}
