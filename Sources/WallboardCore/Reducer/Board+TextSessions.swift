import OrderedCollections

extension Board {
  mutating func start(_ started: TextStarted, at time: Timestamp) {
    textSessions[started.sessionID] = TextSession(
      sessionID: started.sessionID, serviceID: started.serviceID,
      channelKind: started.channelKind, entityID: started.entityID, startedAt: time)
    if textSessions.count > Limits.textSessions { textSessions.removeFirst() }
  }

  mutating func end(_ completed: TextCompleted) {
    textSessions.removeValue(forKey: completed.sessionID)
    endedTextSessions.count += 1
    if completed.durationSeconds.isFinite {
      endedTextSessions.durationSum += completed.durationSeconds
    }
    let turns = endedTextSessions.turnCountSum.addingReportingOverflow(completed.turnCount)
    endedTextSessions.turnCountSum = turns.overflow ? .max : turns.partialValue
  }
}
