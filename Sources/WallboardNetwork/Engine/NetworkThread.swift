import Glibc
import WallboardCore
import WallboardPlatform

/// The thread on which a ``NetworkEngine`` turns until ``stop()``.
package final class NetworkThread {
  private let commands: CommandQueue
  private var thread: pthread_t?

  /// Starts the thread.
  package init(
    _ configuration: NetworkConfiguration, output: NetworkOutput, commands: CommandQueue
  ) throws(SystemFailure) {
    self.commands = commands
    thread = try Self.start { Self.run(configuration, output, commands) }
  }

  deinit {
    stop()
  }

  /// Ends the thread and waits until it has ended, which is soon: it hangs up at once.
  package func stop() {
    guard let thread else { return }
    self.thread = nil
    commands.stop()
    pthread_join(thread, nil)
  }

  private static func run(
    _ configuration: NetworkConfiguration, _ output: NetworkOutput, _ commands: CommandQueue
  ) {
    do {
      let engine = try NetworkEngine(configuration, output: output, commands: commands)
      var pace = LapPace()
      while try engine.turn(timeout: longestLap) {
        pace.lapEnded()
      }
    } catch {
      // libcurl itself is out of order, as a rule for want of memory.
      let phase = ConnectionPhase.stopped(reason: Text(sentence: "\(error)"))
      output.post(.connection(ConnectionChange(phase, at: .now)))
    }
  }

  /// libcurl's waits stand still while the machine sleeps, the deadlines do not: so long after it
  /// wakes up, a stream that died meanwhile is noticed.
  private static let longestLap = Duration.seconds(5)
}

extension NetworkThread {
  /// What a new thread is handed: a pointer can hold a reference but no closure.
  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private static func start(
    _ run: @escaping @Sendable () -> Void
  ) throws(SystemFailure) -> pthread_t {
    let body = unsafe Unmanaged.passRetained(Body(run))
    var thread = pthread_t()
    let code = unsafe pthread_create(
      &thread, nil,
      { context in
        guard let context = unsafe context else { return nil }
        unsafe Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, body.toOpaque())
    guard code == 0 else {
      unsafe body.release()
      throw SystemFailure(number: code)
    }
    return thread
  }
}
