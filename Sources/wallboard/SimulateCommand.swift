import ArgumentParser
import Dispatch
import FoundationEssentials
import Glibc
import Synchronization
import WallboardApp
import WallboardSimulator

/// `wallboard simulate`.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Run the simulated platform alone, as a server on 127.0.0.1.",
    discussion: """
      Prints the address, the workspace and the token once it is ready, and runs until you stop it.

      Faults:
      \(FaultList.text)
      """)

  @Option(help: "The port to listen on; 0 for any free one.")
  var port: UInt16 = 8787

  @OptionGroup var centre: SimulatorCommandOptions

  func run() throws {
    try Failure.report(files: FileRoom.simulator) {
      var options = centre.options
      options.port = port
      let simulator = Simulator(options)
      let address = try Blocking.wait { try await simulator.start().absoluteString }
      var writer = OutputWriter()
      writer.write(line: "WALLBOARD_URL=\(address)")
      writer.write(line: "WALLBOARD_WORKSPACE=\(options.workspace)")
      writer.write(line: "WALLBOARD_TOKEN=\(options.token)")
      // Without these lines nobody could find the server.
      try Failure.finish(&writer)
      // The server has threads of its own; this one only waits.
      try Blocking.wait { try await simulator.untilStopped() }
    }
  }
}

struct SimulatorCommandOptions: ParsableArguments {
  @Option(help: "The same seed gives the same contact centre.")
  var seed: UInt64 = 1

  @Option(help: "Events a second on average; 0 for heartbeats only.")
  var rate = 4.0

  @Option(help: "How many live calls to aim for.")
  var calls = 24

  @Option(help: "How many calls there were in the day before the start.")
  var pastCalls = 400

  @Option(help: "The speed, as a multiple of real time.")
  var speed = 1.0

  @Option(help: "Events a second on each followed call; 0 for the pace of speech.")
  var observerRate = 0.0

  @Option(
    name: .customLong("fault"),
    help: "A fault of the platform, KIND[:ARGUMENT]; wallboard simulate --help lists them."
  )
  var faults: [FaultArgument] = []

  func validate() throws {
    guard (0...100_000).contains(rate) else {
      throw ValidationError("--rate has to be a number of events a second from 0 to 100000.")
    }
    guard (0...10_000).contains(calls) else {
      throw ValidationError("--calls has to be a number of calls from 0 to 10000.")
    }
    guard (0...100_000).contains(pastCalls) else {
      throw ValidationError("--past-calls has to be a number of calls from 0 to 100000.")
    }
    guard (0...1_000).contains(observerRate) else {
      throw ValidationError("--observer-rate has to be a number of events a second from 0 to 1000.")
    }
    guard speed > 0, speed <= 1_000 else {
      throw ValidationError("--speed has to be a number above 0, up to 1000.")
    }
  }

  var options: SimulatorOptions {
    var options = SimulatorOptions()
    options.seed = seed
    options.rate = rate
    options.calls = calls
    options.pastCalls = pastCalls
    options.speed = speed
    options.observerRate = observerRate
    options.faults = faults.map(\.fault)
    return options
  }
}

/// A fault as it is typed.
struct FaultArgument: ExpressibleByArgument {
  let fault: SimulatorFault

  init?(argument: String) {
    guard let fault = SimulatorFault.parse(argument) else { return nil }
    self.fault = fault
  }
}

/// The faults for `--help`, made from the simulator's own table.
enum FaultList {
  static let text = FaultKind.allCases
    .map { "  \($0.usage)\n      \($0.explanation)" }
    .joined(separator: "\n")
}

/// Runs the simulator's tasks from this program's one thread.
enum Blocking {
  private final class Outcome<Value: Sendable>: Sendable {
    let result = Mutex<Result<Value, any Error>?>(nil)
    let isThere = DispatchSemaphore(value: 0)
  }

  /// Runs a task while this thread, which is not one of the tasks' own, waits.
  static func wait<Value: Sendable>(
    _ body: @escaping @Sendable () async throws -> Value
  ) throws -> Value {
    let outcome = Outcome<Value>()
    Task.detached {
      let result: Result<Value, any Error>
      do {
        result = .success(try await body())
      } catch {
        result = .failure(error)
      }
      outcome.result.withLock { $0 = result }
      outcome.isThere.signal()
    }
    outcome.isThere.wait()
    guard let result = outcome.result.withLock({ $0 }) else { throw CancellationError() }
    return try result.get()
  }

  static func wait(_ body: @escaping @Sendable () async -> Void) {
    let isOver = DispatchSemaphore(value: 0)
    Task.detached {
      await body()
      isOver.signal()
    }
    isOver.wait()
  }
}
