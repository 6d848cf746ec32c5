package import WallboardEvents

/// A live text session.
package struct TextSession: Equatable, Sendable {
  package let sessionID: SessionID
  package var serviceID: ServiceID?
  package var channelKind: Text?
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
