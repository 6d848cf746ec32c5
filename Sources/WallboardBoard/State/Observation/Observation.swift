package import WallboardEvents

/// A followed call as its observer socket tells of it (contract 1).
package struct Observation: Equatable, Sendable {
  package let callSID: CallSID
  /// How its connection stands.
  package var phase = ObserverPhase.connecting(attempt: 1)
  /// When it was asked for.
  package let followedSince: Timestamp
  /// When the last event came.
  package var lastHeardAt: Timestamp?
  /// Whether it was ever open.
  package var wasOpen = false
  /// When the connection was lost, until it is open again.
  package var lostAt: Timestamp?
  /// What was said and done, in order of arrival.
  package var timeline = Timeline()
  package var facts = ObservedFacts()
  /// How the call ended, once it has.
  package var ending: CallEnding?
  /// Times that what was said meanwhile is missing.
  package var gaps = 0
  package var counts = EventCounts()
  /// Counts what changed of it: the time line, the facts or the connection.
  package var revision: Revision = 0
  /// The agent's line that grows by deltas.
  var openAgentLine: OpenLine?
  /// The agent's newest whole line, until another has spoken in turn.
  var newestAgentLine: EntryNumber?
  /// The lines of other speakers that their final ones will replace.
  var partialLines: [PartialLine] = []
  /// The tools that run, first come first.
  package internal(set) var runningTools: [EntryNumber] = []
  /// The entry that tells of the end.
  var endingEntry: EntryNumber?

  /// A call that is about to be followed.
  package init(callSID: CallSID, since: Timestamp) {
    self.callSID = callSID
    followedSince = since
  }

  /// A line that grows by deltas.
  struct OpenLine: Equatable, Sendable {
    var number: EntryNumber
    /// Whether it was interrupted and another has spoken since: what the agent says now is new.
    var isAnswered = false
  }

  /// A line whose final one is awaited, and whose it is.
  struct PartialLine: Equatable, Sendable {
    var number: EntryNumber
    var speaker: Speaker
  }

  /// Whether its feed goes on, or is meant to.
  package var isLive: Bool {
    switch phase {
    case .connecting, .open, .waiting: true
    case .refused, .notFound, .stopped, .ended: false
    }
  }
}

/// How a call ended, whoever told first.
package struct CallEnding: Equatable, Sendable {
  package var at: Timestamp
  /// `nil` where nobody knows.
  package var reason: Open<CompletionReason>?
  /// Seconds.
  package var duration: Double?

  /// An end at that moment.
  package init(at: Timestamp, reason: Open<CompletionReason>? = nil, duration: Double? = nil) {
    self.at = at
    self.reason = reason
    self.duration = duration
  }
}
