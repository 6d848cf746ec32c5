import WallboardEvents
package import WallboardPlatform
package import WallboardSystem

/// All that the program does on the network, as one loop without a thread of its own.
package final class NetworkEngine {
  private let client: HTTPClient
  private let commands: CommandQueue
  /// `nil` where calls alone are followed.
  private let stream: EventStreamConnection?
  private let reads: SnapshotReads
  private let observers: ObserverConnections

  /// Makes an engine that connects in its first lap.
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
    observers = ObserverConnections(configuration, client: client, output: output)
  }

  /// One lap: does what is asked for, due or possible, then waits until there is more of it, for
  /// `timeout` at the most. Returns whether the engine is to go on.
  package func turn(timeout: Duration) throws(CurlFailure) -> Bool {
    commands.wakeup.clear()
    let wishes = commands.take()
    guard !wishes.stop else { return false }
    obey(wishes)
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

  /// Lets what comes gather for so long, unless there is a command meanwhile.
  func gather(for time: Duration) {
    guard time > .zero else { return }
    commands.wakeup.wait(milliseconds: time.wholeMilliseconds)
  }

  private func obey(_ wishes: CommandQueue.Wishes) {
    observers.follow(wishes.followed)
    if wishes.retry {
      stream?.retryNow()
      reads.retryNow()
      observers.retryNow()
    }
    for source in SnapshotSource.allCases where wishes.reads.contains(source) {
      reads.start(source)
    }
  }

  private var timeToDeadline: Duration {
    let deadline = [stream?.deadline, reads.deadline, observers.deadline].compactMap { $0 }.min()
    return deadline.map { client.clock.instant.duration(to: $0) } ?? .seconds(3_600)
  }
}

/// What the network needs to know.
package struct NetworkConfiguration: Sendable {
  /// The workspace's addresses.
  package var endpoints: PlatformEndpoints
  /// Whether the workspace's stream is kept open; calls can be followed without it.
  package var opensStream = true
  /// What all requests have in common.
  package var transfers: TransferOptions
  /// How long the stream may bring no byte at all before it is given up (contract 2.3).
  package var silenceLimit: Duration = .seconds(75)
  /// How long the answer to a request for the stream may take to begin before that is told.
  package var answerPatience: Duration = .seconds(5)
  /// How long the stream may bring no byte before a person who asks for it gets a new one.
  package var doubtLimit: Duration = .seconds(45)
  /// How long a followed call's socket may bring no byte at all, an answer to our ping included,
  /// before it is given up (contract 1.3).
  package var observerSilenceLimit: Duration = .seconds(60)
  /// How the token is shown to observer sockets.
  package var observerAuthentication = ObserverAuthentication.subprotocol
  /// The most time that one page of a read may take.
  package var readTimeout: Duration = .seconds(30)
  /// Where this machine's time comes from.
  package var time = MachineTime.system
  /// Milliseconds by which the board's clock is ahead of the machine's uptime at the start; `nil`
  /// has it begin at the wall clock.
  package var clockOffset: Int64?

  /// A configuration with the usual time limits.
  package init(endpoints: PlatformEndpoints, transfers: TransferOptions) {
    self.endpoints = endpoints
    self.transfers = transfers
  }
}
