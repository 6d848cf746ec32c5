import DequeModule
package import WallboardBoard
package import WallboardEvents

/// The board as `snapshot --json` and `replay --json` print it (interface, "`snapshot --json`").
///
/// A promise to other programs: keys are always present, an absent value is `null`, times are
/// milliseconds since 1970, protected values are masks unless the encoder's disclosure shows them.
package struct SnapshotDocument: Encodable {
  let schema = "wallboard.snapshot/1"
  let at: Timestamp
  let connection: ConnectionDocument
  let counts: CountsDocument
  let calls: [CallDocument]
  let endedCalls: EndedCallsDocument
  let operators: [OperatorDocument]
  let surfaces: [SurfaceDocument]
  let textSessions: [TextSessionDocument]
  let endedTextSessions: EndedTextSessionsDocument
  let activity: ActivityDocument
  @Nullable var observation: ObservationDocument?

  enum CodingKeys: String, CodingKey {
    case schema, at, connection, counts, calls, operators, surfaces, activity, observation
    case endedCalls = "ended_calls"
    case textSessions = "text_sessions"
    case endedTextSessions = "ended_text_sessions"
  }

  /// The board as it stands at that moment, told as far as the disclosure reaches.
  package init(_ board: Board, at time: Timestamp, disclosure: Disclosure) {
    at = time
    connection = ConnectionDocument(board.connection)
    counts = CountsDocument(board.counts)
    calls = board.calls.values.map { CallDocument($0, in: board) }
    endedCalls = EndedCallsDocument(board.endedCalls)
    operators = board.operators.values.map(OperatorDocument.init)
    surfaces = board.surfaces.values.map(SurfaceDocument.init)
    textSessions = board.textSessions.values.map(TextSessionDocument.init)
    endedTextSessions = EndedTextSessionsDocument(board.endedTextSessions)
    activity = ActivityDocument(board, disclosure: disclosure)
    _observation = Nullable(
      wrappedValue: board.observations.values.first.map(ObservationDocument.init))
  }
}

struct ConnectionDocument: Encodable {
  let workspace: String
  @Nullable var lastEventID: Text?
  let reconnects: Int
  let gaps: Int

  enum CodingKeys: String, CodingKey {
    case workspace, reconnects, gaps
    case lastEventID = "last_event_id"
  }

  init(_ connection: Connection) {
    workspace = connection.phase.word
    _lastEventID = Nullable(wrappedValue: connection.lastEventID)
    reconnects = connection.reconnects
    gaps = connection.gaps
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

struct CountsDocument: Encodable {
  let events: Int
  let byType: [String: Int]
  let unknown: Int
  let malformed: Int
  let tooLarge: Int
  let duplicates: Int

  enum CodingKeys: String, CodingKey {
    case events, unknown, malformed, duplicates
    case byType = "by_type"
    case tooLarge = "too_large"
  }

  init(_ counts: EventCounts) {
    events = counts.events
    byType = counts.byType.counts
    unknown = counts.unknown
    malformed = counts.malformed
    tooLarge = counts.tooLarge
    duplicates = counts.duplicates
  }
}

struct ActivityDocument: Encodable {
  struct Problem: Encodable {
    let at: Timestamp
    let event: String
    let text: String
  }

  let byFamily: [String: Int]
  let problems: [Problem]

  enum CodingKeys: String, CodingKey {
    case problems
    case byFamily = "by_family"
  }

  init(_ board: Board, disclosure: Disclosure) {
    let context = SummaryContext(names: board, disclosure: disclosure)
    byFamily = board.counts.byFamily.counts
    problems = board.activity.problems.map { entry in
      Problem(at: entry.at, event: entry.content.name, text: entry.content.summary(context))
    }
  }
}
