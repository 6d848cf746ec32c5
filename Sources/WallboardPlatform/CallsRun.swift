import WallboardEvents

/// Reads the live calls: from the operators' queue, which has most details, or else from the list
/// of active sessions (contract 3.2). Neither is paged.
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
        "the live calls", &notes.faults)
      return .calls(
        sessions.readable.map { $0.snapshot(at: response.arrival) },
        isComplete: sessions.unreadable == 0)
    }
  }
}

extension AttemptEnd {
  /// Whether to try the other list: not if the token is refused or the platform asks for fewer
  /// requests.
  fileprivate var leavesSessions: Bool {
    switch self {
    case .status(401, _, _), .status(429, _, _): false
    case .status, .unreadable: true
    case .wrongContentType, .redirect, .ended, .silence, .unanswered, .transport, .fault: false
    }
  }
}

/// The answer of `GET /operators/queue` (contract 3.2).
private struct CallQueue: FieldReadable {
  let calls: Items<QueuedCall>
  let totalActive: Int?
  /// Whether the number, if there is one, could be read.
  private let isTotalUnderstood: Bool

  init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    calls = try fields.key("queue")
    switch fields.told("total_active", Int.self) {
    case .nothing: (totalActive, isTotalUnderstood) = (nil, true)
    case .value(let total): (totalActive, isTotalUnderstood) = (total, true)
    case .unreadable: (totalActive, isTotalUnderstood) = (nil, false)
    }
    value.collect(fields)
  }

  /// Whether it lists every live call.
  var isComplete: Bool {
    calls.unreadable == 0 && isTotalUnderstood && (totalActive ?? 0) <= calls.readable.count
  }
}

/// A `PriorityQueueItem`. The patient's name and context are not read.
private struct QueuedCall: FieldReadable {
  let snapshot: CallSnapshot

  init(_ value: inout ValueReader) throws(FieldFault) {
    var item = try value.fields()
    var call = CallSnapshot(callSID: try item.key("call_sid"))
    call.direction = item.optional("direction")
    call.serviceID = item.identifier("service_id")
    call.serviceName = item.text("service_name")
    call.callerID = item.person("caller_id") ?? item.person("caller_phone")
    call.startedAt = item.moment("started_at")
    call.escalationActive = item.optional("escalation_active")
    call.riskLevel = item.optional("risk_level")
    call.priorityReasons = item.optional("priority_reasons") ?? []
    call.currentState = item.text("current_state")
    call.emotion = item.text("current_emotion")
    call.turnCount = item.optional("turn_count")
    snapshot = call
    value.collect(item)
  }
}

/// An item of `GET /sessions/active` (contract 3.2), which has ages instead of times.
private struct ActiveSession: FieldReadable {
  private let call: CallSnapshot
  /// In seconds.
  private let age: Double?

  init(_ value: inout ValueReader) throws(FieldFault) {
    var item = try value.fields()
    var call = CallSnapshot(callSID: try item.key("call_sid"))
    call.direction = item.optional("direction")
    call.serviceID = item.identifier("service_id")
    call.callerID = item.person("caller_id")
    call.currentState = item.text("current_state")
    self.call = call
    age = item.optional("duration_seconds")
    value.collect(item)
  }

  /// The call, with a start that is its age before the arrival of the answer.
  func snapshot(at arrival: Timestamp) -> CallSnapshot {
    var call = call
    call.startedAt = age.map { arrival.advanced(seconds: -max($0, 0)) }
    return call
  }
}
