import EventFixtures
import Testing
import WallboardEvents

/// When the blocks of these tests came.
let arrival = Timestamp(milliseconds: 1_766_000_000_500)

/// Decodes one block.
func decode(
  _ data: String, type: String = "message", id: String? = "1766000000000"
) -> StreamOutcome {
  WorkspaceEventDecoder().decode(id: id, type: type, data: data, at: arrival)
}

/// Decodes one block that has to be an event.
func event(
  _ data: String, type: String = "message", id: String? = "1766000000000",
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> ReceivedEvent {
  let outcome = decode(data, type: type, id: id)
  guard case .event(let received) = outcome else {
    Issue.record("not an event: \(outcome)", sourceLocation: sourceLocation)
    throw NoEvent()
  }
  return received
}

/// What is said of a block that has to be malformed.
func complaint(
  _ data: String, type: String = "message", sourceLocation: SourceLocation = #_sourceLocation
) throws -> String {
  let outcome = decode(data, type: type)
  guard case .malformed(let malformed) = outcome else {
    Issue.record("not malformed: \(outcome)", sourceLocation: sourceLocation)
    throw NoEvent()
  }
  return malformed.reason.string
}

struct NoEvent: Error {}

/// What `--privacy` lets out.
func disclosure(_ mode: PrivacyMode) -> Disclosure {
  Privacy(mode: mode, pseudonyms: PseudonymKey(1, 2)).output
}

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

extension EventFixture: CustomTestStringConvertible {
  package var testDescription: String { name }
}
