import WallboardEvents

/// Reads the live calls: from the operators' queue, which knows most, or else from the list of
/// active sessions (contract 3.2). Neither has pages.
struct CallsRun: SnapshotRun {
  private enum List {
    case queue, sessions
  }

  private let endpoints: PlatformEndpoints
  private var list = List.queue
  private(set) var notes = ReadNotes()

  init(_ endpoints: PlatformEndpoints) {
    self.endpoints = endpoints
  }

  var request: PlatformRequest {
    switch list {
    case .queue: endpoints.read(["operators", "queue"])
    case .sessions: endpoints.read(["sessions", "active"])
    }
  }

  mutating func receive(_ response: PlatformResponse) -> SnapshotStep {
    do {
      return .finished(try part(of: response))
    } catch {
      guard list == .queue, error.leavesSessions else { return .failed(error) }
      list = .sessions
      notes = ReadNotes()
      return .request(request)
    }
  }

  private mutating func part(of response: PlatformResponse) throws(AttemptEnd) -> SnapshotPart {
    if let failure = response.failure { throw failure }
    switch list {
    case .queue:
      let queue: CallQueue = try response.read("the queue", &notes.faults)
      return .calls(queue.calls.readable.map(\.snapshot), isComplete: queue.isComplete)
    case .sessions:
      let sessions: Items<ActiveSession> = try response.read(
        "the active sessions", &notes.faults)
      return .calls(
        sessions.readable.map { $0.snapshot(at: response.arrival) },
        isComplete: sessions.unreadable == 0)
    }
  }
}

extension AttemptEnd {
  /// Whether the other list may still be had: not when the token is refused or when the platform
  /// asks for fewer requests.
  fileprivate var leavesSessions: Bool {
    switch self {
    case .status(401, _, _), .status(429, _, _): false
    case .status, .unreadable: true
    case .wrongContentType, .redirect, .ended, .silence, .unanswered, .transport, .fault: false
    }
  }
}
