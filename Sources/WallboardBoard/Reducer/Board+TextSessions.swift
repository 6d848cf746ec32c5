import OrderedCollections
import WallboardEvents

extension Board {
  mutating func start(_ started: TextStarted, at time: Timestamp) {
    textSessions[started.sessionID] = TextSession(
      sessionID: started.sessionID, serviceID: started.serviceID,
      channelKind: started.channelKind, entityID: started.entityID, startedAt: time)
    if services[started.serviceID] == nil { wantedReads.insert(.services) }
    if textSessions.count > Limits.textSessions { textSessions.removeFirst() }
  }

  mutating func end(_ completed: TextCompleted) {
    textSessions.removeValue(forKey: completed.sessionID)
    endedTextSessions.count += 1
    endedTextSessions.durationSum.add(seconds: completed.durationSeconds)
    let turns = endedTextSessions.turnCountSum.addingReportingOverflow(completed.turnCount)
    if !turns.overflow { endedTextSessions.turnCountSum = turns.partialValue }
  }
}
