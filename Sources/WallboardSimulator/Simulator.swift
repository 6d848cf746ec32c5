import FlyingSocks
package import FoundationEssentials
import SplitMix64

/// A pretend platform on a port of the loopback interface.
package actor Simulator {
  private let options: SimulatorOptions
  private let platform: SimulatedPlatform
  private var server: HTTPServer?
  private var tasks: [Task<Void, any Error>] = []

  package init(_ options: SimulatorOptions) {
    self.options = options
    platform = SimulatedPlatform(options: options)
  }

  /// Listens and begins the centre's day. Returns the platform's address.
  package func start() async throws -> URL {
    let server: HTTPServer
    do {
      server = try HTTPServer(port: options.port) { [platform] in await platform.respond(to: $0) }
      try await server.start()
    } catch SocketError.failed(_, _, let message) {
      throw ListenFailure(port: options.port, reason: message)
    }
    self.server = server
    startBeating()
    startPacing()
    return try await address(of: server)
  }

  /// Returns when the simulator has stopped. Throws ``ServingFailure`` where nobody asked for that,
  /// as when the system has no file descriptor left for a client.
  package func untilStopped() async throws {
    do {
      try await server?.untilStopped()
    } catch SocketError.failed(_, _, let message) {
      throw ServingFailure(reason: message)
    }
  }

  /// Ends every stream and stops listening.
  package func stop() async {
    for task in tasks { task.cancel() }
    tasks = []
    await platform.endStreams()
    await platform.endObservers()
    await server?.stop()
    server = nil
  }

  /// Makes at least so many events happen at once.
  package func emit(count: Int) async {
    await platform.emit(count)
  }

  /// Cuts every open stream.
  package func dropStreams() async {
    await platform.dropStreams()
  }

  /// Cuts every observer of a call.
  package func dropObservers() async {
    await platform.dropObservers()
  }

  /// Turns a fault on, in place of another of its kind.
  package func turnOn(_ fault: SimulatorFault) async {
    await platform.turnOn(fault)
  }

  /// Turns every fault of the kind off.
  package func turnOff(_ kind: FaultKind) async {
    await platform.turnOff(kind)
  }

  /// What a client that missed nothing knows, as `GET /_simulator/state` answers it.
  package var truth: JSON {
    get async { await platform.truth }
  }

  /// The requests that were to change something, and how often each has come.
  package var received: [ReceivedRequest: Int] {
    get async { await platform.received.counts }
  }

  /// What has been sent that is to be protected, as `GET /_simulator/spoken` answers it: an object
  /// of lists.
  package var spoken: JSON {
    get async { await platform.spoken.json }
  }

  /// A call's transcript as it ought to be shown, as `GET /_simulator/observed/CALL_SID` answers it;
  /// nothing when nobody has observed the call.
  package func observed(_ sid: String) async -> JSON? {
    await platform.observed(sid)
  }

  private func address(of server: HTTPServer) async throws -> URL {
    guard let url = URL(string: "http://127.0.0.1:\(try await server.port)") else {
      throw SocketError.unsupportedAddress
    }
    return url
  }

  private func startBeating() {
    let beat = Task { [platform, options] in
      while true {
        try await Task.sleep(for: options.heartbeatInterval)
        await platform.beat()
      }
    }
    tasks.append(beat)
  }

  /// Keeps the average rate: a step that came late does not delay the next. The time that the
  /// machine sleeps does not count, or all its events would happen at once on waking.
  private func startPacing() {
    guard var pacer = Pacer(options: options) else { return }
    let pace = Task { [platform] in
      var next = SuspendingClock.now
      var events = 1
      while true {
        next += pacer.pause(after: events)
        try await Task.sleep(until: next, clock: .suspending)
        events = await platform.step()
      }
    }
    tasks.append(pace)
  }
}

package struct SimulatorOptions: Sendable {
  /// The port of 127.0.0.1 to listen on; 0 = any free one.
  package var port: UInt16 = 0
  package var seed: UInt64 = 1
  /// Events a second on average; 0 = heartbeats alone.
  package var rate = 4.0
  /// How many live calls the centre aims at.
  package var calls = 24
  /// How many calls there were in the day before the start.
  package var pastCalls = 400
  /// How many times as fast as `rate` everything happens.
  package var speed = 1.0
  /// Events a second on each observed call, whatever their own pace; 0 = as people speak.
  package var observerRate = 0.0
  /// Whether what is said is sent in ROT13, words that no program would use by itself, so that its
  /// output can be searched for each of them.
  package var ciphersWords = false
  package var faults: [SimulatorFault] = []
  package var heartbeatInterval: Duration = .seconds(15)
  /// The `retry` hint that opens each stream.
  package var retryMilliseconds = 3000
  package var workspace = "00000000-0000-4000-8000-000000000001"
  package var token = "simulator"

  package init() {}
}

/// Why the simulator cannot listen, in a sentence for the person who started it.
package struct ListenFailure: Error, CustomStringConvertible {
  let port: UInt16
  let reason: String

  package var description: String {
    "Cannot listen on port \(port) of 127.0.0.1: \(reason). --port 0 takes any free one."
  }
}

/// Why the simulator no longer listens, in a sentence for the person who started it.
package struct ServingFailure: Error, CustomStringConvertible {
  let reason: String

  package var description: String { "The simulated platform stopped: \(reason)." }
}

/// The pauses between events: independent arrivals at an average rate.
struct Pacer: Sendable {
  /// A year; with a multiple of it, the system's clocks still count.
  private static let longestMean = 31_536_000.0

  private var random: SplitMix64
  private let meanSeconds: Double

  /// Nothing for a rate of 0.
  init?(options: SimulatorOptions) {
    let rate = options.rate * options.speed
    guard rate > 0 else { return nil }
    // Not the centre's generator: its day must not depend on the pace.
    random = SplitMix64(seed: ~options.seed)
    meanSeconds = min(1 / rate, Self.longestMean)
  }

  /// The pause after so many events.
  mutating func pause(after events: Int) -> Duration {
    .seconds((0..<events).reduce(0) { sum, _ in sum + random.gap(mean: meanSeconds) })
  }
}
