/// What one block of the workspace's stream came to.
package enum StreamOutcome: Equatable, Sendable {
  /// Something happened in the workspace.
  case event(ReceivedEvent)
  /// Something came that could not be understood.
  case malformed(MalformedEvent)
  /// The stream speaks of itself; no one else is told.
  case control(StreamControl)
}
