import DequeModule
package import WallboardEvents

/// What is known of the workspace. Everything on the board is here or follows from it.
package struct Board: Equatable, Sendable {
  /// The time of the newest frame.
  package var now = Timestamp(milliseconds: 0)
  /// How this machine's clock stands to the platform's, by which the board counts.
  package var machineClock = ClockStanding.right
  package var connection = Connection()
  package var reads: [SnapshotSource: ReadStatus] = [:]
  package var counts = EventCounts()
  package var rate = EventRate()
  package var today = DayTotals()
  package var calls: Table<CallSID, Call> = [:]
  package var endedCalls = EndedCalls()
  package var operators: Table<OperatorID, Operator> = [:]
  package var surfaces: Table<SurfaceID, Surface> = [:]
  package var textSessions: Table<SessionID, TextSession> = [:]
  package var endedTextSessions = EndedTextSessions()
  package var services: [ServiceID: BoundedString] = [:]
  package var activity = Activity()
  package var alerts = Incidents()
  package var notes = Notes()
  package var history = MetricHistory()
  /// Calls that ended a moment ago, still listed for ``DepartedCall/shownFor``.
  package internal(set) var departed: Table<CallSID, DepartedCall> = [:]
  /// The followed calls, each in one pane, at most ``Limits/followedCalls``.
  package var observations: Table<CallSID, Observation> = [:]
  /// Surfaces that went through all their stages, in the order in which they did.
  var finishedSurfaces: Deque<SurfaceID> = []
  /// The hashes of the newest of them that were forgotten.
  var forgottenSurfaces = RecentSet(limit: Limits.forgottenSurfaceKeys)
  /// Surfaces that are forgotten next when none is finished.
  var quietSurfaces = QuietSurfaces()
  /// Surfaces that a read lacked, and with it the board. The read may be ahead of the stream: what an
  /// event tells of them later adds to what was known.
  package internal(set) var unlistedSurfaces: Table<SurfaceID, Surface> = [:]
  /// The reads that would tell what the events leave open, for events hold ids alone. Each is made
  /// as soon as it does not come too soon.
  var wantedReads: Set<SnapshotSource> = []
  /// Counts the folded events.
  package var revision: Revision = 0
  /// Counts what changes more than the things that an event touched: names, and what reads find.
  package internal(set) var backgroundRevision: Revision = 0

  /// Nothing is known yet.
  package init() {}

  /// Drops what only makes look-ups fast, for a copy that is kept in memory; ``unpack()`` makes it anew.
  package mutating func pack() {
    endedCalls.pack()
    forgottenSurfaces.pack()
  }

  package mutating func unpack() {
    endedCalls.unpack()
    forgottenSurfaces.unpack()
  }
}

/// A count of the events that were folded: which of two facts is the newer one.
package typealias Revision = UInt64

extension Board {
  /// Seconds since anything was heard; `nil` when nothing ever was.
  package var age: Int64? { connection.lastHeardAt.map { now.seconds(since: $0) } }

  /// Seconds since the calls were read, where reads alone tell of them; `nil` elsewhere.
  package var readAge: Int64? {
    guard connection.isReadAlone else { return nil }
    return reads[.calls]?.succeededAt.map { now.seconds(since: $0) }
  }

  /// Whether events flow, and what is known can be trusted to be what is.
  package func isLive(staleAfter: Int64) -> Bool {
    connection.isOpen && (age ?? 0) <= staleAfter
  }

  /// Whether what is on the board is how things stand: it is live, and the reads of the stream's
  /// opening have come back.
  package func isCurrent(staleAfter: Int64) -> Bool {
    isLive(staleAfter: staleAfter) && hasOpeningReads
  }

  /// Whether the reads of the stream's opening have come back, or were waited for long enough.
  package var hasOpeningReads: Bool { alerts.awaitedReads.isEmpty || alerts.patience == 0 }
}

extension Board: NameBook {
  package func knownName(of service: ServiceID) -> BoundedString? { services[service] }

  package func knownName(of operatorID: OperatorID) -> BoundedString? {
    operators.look(at: operatorID) { $0.name } ?? nil
  }
}

extension Board {
  /// The name of the service that a call is for; `nil` when it is not known which.
  package func serviceName(of call: Call) -> String? {
    call.serviceName?.string ?? call.serviceID.map { name(of: $0) }
  }
}
