/// What one message of a call's observer socket came to.
package enum ObserverOutcome: Equatable, Sendable {
  /// Something happened on the call.
  case event(ReceivedObserverEvent)
  /// Something came that could not be understood.
  case malformed(MalformedEvent)
}
