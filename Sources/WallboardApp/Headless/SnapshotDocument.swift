import DequeModule
package import WallboardBoard
package import WallboardEvents

/// The board as `snapshot --json` and `replay --json` print it (interface, "`snapshot --json`").
///
/// A contract with other programs: keys are always present, an absent value is `null`, times are
/// milliseconds since 1970, protected values are masked unless the encoder's disclosure reveals
/// them.
package struct SnapshotDocument: JSONWritable {
  private let board: Board
  private let at: Timestamp
  private let disclosure: Disclosure

  package init(_ board: Board, at time: Timestamp, disclosure: Disclosure) {
    self.board = board
    at = time
    self.disclosure = disclosure
  }

  // All members are written in the order of their keys: thousands of them need not be sorted.
  package func write(to text: inout JSONText) throws {
    try text.object { document in
      try document.member("activity", ActivityDocument(board, disclosure: disclosure))
      try document.member("at", at)
      try document.array("calls") { calls in
        try board.calls.forEachRow { try calls.element(CallDocument($0, in: board)) }
      }
      try document.member("connection", ConnectionDocument(board.connection))
      try document.member("counts", CountsDocument(board.counts))
      try document.member("ended_calls", EndedCallsDocument(board.endedCalls))
      try document.member(
        "ended_text_sessions", EndedTextSessionsDocument(board.endedTextSessions))
      try document.member(
        "observation", board.observations.values.first.map(ObservationDocument.init))
      try document.array("operators") { operators in
        try board.operators.forEachRow { try operators.element(OperatorDocument(person: $0)) }
      }
      try document.member("schema", "wallboard.snapshot/1")
      try document.array("surfaces") { surfaces in
        try board.surfaces.forEachRow { try surfaces.element(SurfaceDocument(surface: $0)) }
      }
      try document.array("text_sessions") { sessions in
        try board.textSessions.forEachRow { try sessions.element(TextSessionDocument(session: $0)) }
      }
    }
  }
}

private struct ConnectionDocument: JSONWritable {
  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  func write(to text: inout JSONText) throws {
    try text.object { members in
      try members.member("gaps", connection.gaps)
      try members.member("last_event_id", connection.lastEventID)
      try members.member("reconnects", connection.reconnects)
      try members.member("workspace", connection.phase.word)
    }
  }
}

extension ConnectionPhase {
  /// The interface's word for it.
  var word: String {
    switch self {
    case .connecting, .unanswered: "connecting"
    case .open: "open"
    case .waiting: "waiting"
    case .refused(_, let until): until == nil ? "stopped" : "waiting"
    case .stopped: "stopped"
    }
  }
}

private struct CountsDocument: JSONWritable {
  private let counts: EventCounts

  init(_ counts: EventCounts) {
    self.counts = counts
  }

  func write(to text: inout JSONText) throws {
    try text.object { members in
      try members.member("by_type", counts.byType.counts)
      try members.member("degraded", counts.degraded)
      try members.member("duplicates", counts.duplicates)
      try members.member("events", counts.events)
      try members.member("malformed", counts.malformed)
      try members.member("too_large", counts.tooLarge)
      try members.member("unknown", counts.unknown)
    }
  }
}

private struct ActivityDocument: JSONWritable {
  private let board: Board
  private let disclosure: Disclosure

  init(_ board: Board, disclosure: Disclosure) {
    self.board = board
    self.disclosure = disclosure
  }

  func write(to text: inout JSONText) throws {
    let context = SummaryContext(names: board, disclosure: disclosure, for: .programs)
    try text.object { members in
      try members.member("by_family", board.counts.byFamily.counts)
      try members.array("problems") { problems in
        for entry in board.activity.problems {
          try problems.element { problem in
            try problem.member("at", entry.at)
            try problem.member("event", entry.content.name)
            try problem.member("text", entry.summary(context))
          }
        }
      }
    }
  }
}

private struct OperatorDocument: JSONWritable {
  let person: Operator

  func write(to text: inout JSONText) throws {
    try text.object { members in
      try members.member("call_sid", person.callSID)
      try members.member("mode", person.mode)
      try members.member("name", person.name)
      try members.member("operator_id", person.operatorID)
      try members.member("status", person.status)
      try members.member("status_since", person.statusSince)
    }
  }
}

private struct SurfaceDocument: JSONWritable {
  let surface: Surface

  func write(to text: inout JSONText) throws {
    try text.object { members in
      try members.member("channel", surface.channel)
      try members.member("entity_id", surface.entityID)
      try members.member("fields_count", surface.fieldsCount)
      try members.member("fields_saved", surface.fieldsSaved)
      try members.member("original_surface_id", surface.originalSurfaceID)
      try members.member("reason", surface.reason)
      try members.member("review_required", surface.reviewRequired)
      try members.member("stage", surface.stage.rawValue)
      try members.member("stage_since", surface.stageSince)
      try members.member("surface_id", surface.surfaceID)
    }
  }
}

private struct TextSessionDocument: JSONWritable {
  let session: TextSession

  func write(to text: inout JSONText) throws {
    try text.object { members in
      try members.member("channel_kind", session.channelKind)
      try members.member("entity_id", session.entityID)
      try members.member("service_id", session.serviceID)
      try members.member("session_id", session.sessionID)
      try members.member("started_at", session.startedAt)
    }
  }
}

private struct EndedTextSessionsDocument: JSONWritable {
  private let ended: EndedTextSessions

  init(_ ended: EndedTextSessions) {
    self.ended = ended
  }

  func write(to text: inout JSONText) throws {
    try text.object { members in
      try members.member("count", ended.count)
      try members.member("duration_seconds_sum", ended.durationSum)
      try members.member("turn_count_sum", ended.turnCountSum)
    }
  }
}
