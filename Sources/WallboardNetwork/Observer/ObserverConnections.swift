import WallboardEvents

/// The calls that are followed, each on a connection of its own.
final class ObserverConnections {
  /// Connections that may still be closing; past it the oldest is dropped.
  static let mostLeaving = 2 * Limits.followedCalls

  private let configuration: NetworkConfiguration
  private let client: HTTPClient
  private let output: NetworkOutput
  private var followed: [CommandQueue.FollowedCall] = []
  private var connections: [CommandQueue.FollowedCall: ObserverConnection] = [:]
  /// Nobody wants these any more; they close politely.
  private var leaving: [ObserverAttempt] = []

  /// Follows no call.
  init(_ configuration: NetworkConfiguration, client: HTTPClient, output: NetworkOutput) {
    self.configuration = configuration
    self.client = client
    self.output = output
  }

  /// When ``tick(_:)`` will have something to do.
  var deadline: ContinuousClock.Instant? {
    (connections.values.map(\.deadline) + leaving.map(\.deadline)).compactMap { $0 }.min()
  }

  /// Follows these calls, and no others.
  func follow(_ calls: [CommandQueue.FollowedCall]) {
    guard calls != followed else { return }
    followed = calls
    for (call, connection) in connections where !calls.contains(call) {
      connections[call] = nil
      if let attempt = connection.leave() { leaving.append(attempt) }
    }
    for attempt in leaving.dropLast(Self.mostLeaving) { attempt.cancel() }
    leaving.removeAll(where: \.isOver)
    for call in calls where connections[call] == nil {
      connections[call] = ObserverConnection(
        to: call.callSID, configuration, client: client, output: output)
    }
  }

  /// Does what is due.
  func tick(_ now: ContinuousClock.Instant) {
    for connection in connections.values { connection.tick(now) }
    for attempt in leaving { attempt.tick(now) }
    leaving.removeAll(where: \.isOver)
  }

  /// Connects at once where something is waited for.
  func retryNow() {
    for connection in connections.values { connection.retryNow() }
  }
}
