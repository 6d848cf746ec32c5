package import WallboardEvents

/// A live text session.
package struct TextSession: Equatable, Sendable {
  package let sessionID: SessionID
  package var serviceID: ServiceID?
  package var channelKind: BoundedString?
  package var entityID: EntityID?
  package var startedAt: Timestamp
}

/// The text sessions that are over.
package struct EndedTextSessions: Equatable, Sendable {
  package var count = 0
  /// Seconds.
  package var durationSum = 0.0
  package var turnCountSum = 0
}

extension Board {
  mutating func start(_ started: TextStarted, at time: Timestamp) {
    textSessions[started.sessionID] = TextSession(
      sessionID: started.sessionID, serviceID: started.serviceID,
      channelKind: started.channelKind, entityID: started.entityID, startedAt: time)
    wantName(of: started.serviceID)
    if textSessions.count > Limits.textSessions { textSessions.removeFirst() }
  }

  mutating func end(_ completed: TextCompleted) {
    textSessions.removeValue(forKey: completed.sessionID)
    endedTextSessions.count += 1
    if let duration = completed.durationSeconds {
      endedTextSessions.durationSum.add(seconds: duration)
    }
    let turns = endedTextSessions.turnCountSum.addingReportingOverflow(completed.turnCount ?? 0)
    if !turns.overflow { endedTextSessions.turnCountSum = turns.partialValue }
  }
}
