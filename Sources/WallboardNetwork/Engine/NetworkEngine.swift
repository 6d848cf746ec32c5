import WallboardEvents
package import WallboardPlatform
package import WallboardSystem

/// Everything that the program does on the network, as a loop whose laps a thread or a test makes.
package final class NetworkEngine {
  private let client: HTTPClient
  private let commands: CommandQueue
  /// `nil` where only calls are followed.
  private let stream: EventStreamConnection?
  private let reads: SnapshotReads
  private let past: PastReads
  private let observers: ObserverConnections

  /// An engine that connects in its first lap.
  package init(
    _ configuration: NetworkConfiguration, output: NetworkOutput, commands: CommandQueue
  ) throws(CurlFailure) {
    let clock = NetworkClock(configuration.time, offset: configuration.clockOffset) {
      output.post(.clock($0))
    }
    client = try HTTPClient(options: configuration.transfers, clock: clock)
    self.commands = commands
    stream =
      configuration.opensStream
      ? EventStreamConnection(configuration, client: client, output: output) : nil
    reads = SnapshotReads(configuration, client: client, output: output)
    past = PastReads(configuration, client: client, output: output)
    observers = ObserverConnections(configuration, client: client, output: output)
  }

  /// One lap: does what is asked for, due or possible, then waits for more of it, for `timeout` at
  /// the most. Returns `false` once it was asked to stop.
  package func turn(timeout: Duration) throws(CurlFailure) -> Bool {
    commands.wakeup.clear()
    let pending = commands.take()
    guard !pending.stop else { return false }
    perform(pending)
    stream?.resumeIfRoom()
    let now = client.clock.instant
    stream?.tick(now)
    reads.tick(now)
    observers.tick(now)
    try client.multi.perform()
    client.clock.settle()
    try client.multi.wait(
      atMost: min(timeout, timeToDeadline), watching: commands.wakeup.descriptor)
    return true
  }

  /// Pauses, so that what comes piles up; a command ends the pause.
  func gather(for time: Duration) {
    guard time > .zero else { return }
    commands.wakeup.wait(milliseconds: time.wholeMilliseconds)
  }

  private func perform(_ pending: CommandQueue.PendingCommands) {
    observers.follow(pending.followed)
    if pending.retry {
      stream?.retryNow()
      reads.retryNow()
      observers.retryNow()
    }
    for source in SnapshotSource.allCases where pending.reads.contains(source) {
      reads.start(source)
    }
    past.drop(pending.dropped)
    for question in pending.questions { past.ask(question) }
  }

  private var timeToDeadline: Duration {
    let deadline = [stream?.deadline, reads.deadline, observers.deadline].compactMap { $0 }.min()
    return deadline.map { client.clock.instant.duration(to: $0) } ?? .seconds(3_600)
  }
}

/// What the network is started with.
package struct NetworkConfiguration: Sendable {
  package var endpoints: PlatformEndpoints
  /// Whether the workspace's stream is kept open; calls can be followed without it.
  package var opensStream = true
  package var transfers: TransferOptions
  /// How long the stream may bring no byte at all before it is given up (contract 2.3).
  package var silenceLimit: Duration = .seconds(75)
  /// How long the answer to a request for the stream may take to begin before that is announced.
  package var answerPatience: Duration = .seconds(5)
  /// How long the stream must have brought no byte for a person's wish to reconnect to replace it.
  package var doubtLimit: Duration = .seconds(45)
  /// How long a followed call's socket may bring no byte at all, an answer to our ping included,
  /// before it is given up (contract 1.3).
  package var observerSilenceLimit: Duration = .seconds(60)
  /// How the token is shown to observer sockets.
  package var observerAuthentication = ObserverAuthentication.subprotocol
  /// The most time that one page of a read may take.
  package var readTimeout: Duration = .seconds(30)
  /// The same of a story, which may have 16 MiB.
  package var storyTimeout: Duration = .seconds(60)
  /// Where this machine's time comes from.
  package var time = MachineTime.system
  /// Milliseconds by which the board's clock is ahead of the machine's uptime at the start; `nil`
  /// has it begin at the wall clock.
  package var clockOffset: Int64?

  package init(endpoints: PlatformEndpoints, transfers: TransferOptions) {
    self.endpoints = endpoints
    self.transfers = transfers
  }
}
