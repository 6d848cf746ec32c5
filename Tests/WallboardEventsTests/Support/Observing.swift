import EventFixtures
import Testing
import WallboardEvents

/// The call that the fixtures of observer events tell of.
func observedCall() throws -> CallSID {
  try #require(CallSID("call_sid-example"))
}

/// Decodes one message of an observer socket.
func observe(_ message: String) throws -> ObserverOutcome {
  ObserverEventDecoder().decode(message, of: try observedCall(), at: arrival)
}

/// Decodes one message that has to be an event.
func observed(
  _ message: String, sourceLocation: SourceLocation = #_sourceLocation
) throws -> ReceivedObserverEvent {
  let outcome = try observe(message)
  guard case .event(let received) = outcome else {
    Issue.record("not an event: \(outcome)", sourceLocation: sourceLocation)
    throw NoEvent()
  }
  return received
}

/// What became of a message that has to be malformed.
func unobserved(
  _ message: String, sourceLocation: SourceLocation = #_sourceLocation
) throws -> MalformedEvent {
  let outcome = try observe(message)
  guard case .malformed(let malformed) = outcome else {
    Issue.record("not malformed: \(outcome)", sourceLocation: sourceLocation)
    throw NoEvent()
  }
  return malformed
}

/// What is said of a message that has to be malformed.
func objection(
  _ message: String, sourceLocation: SourceLocation = #_sourceLocation
) throws -> String {
  try unobserved(message, sourceLocation: sourceLocation).reason.string
}
