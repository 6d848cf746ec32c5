/// An event of a followed call as it came from its observer socket.
package struct ReceivedObserverEvent: Equatable, Sendable {
  /// The call that is followed.
  package var callSID: CallSID
  /// When it arrived, by the board's clock: observer events carry no time (contract 1.2).
  package var at: Timestamp
  package var event: ObserverEvent
  /// Fields that the contract does not have.
  package var extras: [String: Protected<JSONValue>]
  /// What of its fields was not understood.
  package var faults: FieldFaults
  /// Bytes of the message it came in: what it may cost to keep.
  package var size: Int

  /// An event as it came.
  package init(
    callSID: CallSID, at: Timestamp, event: ObserverEvent,
    extras: [String: Protected<JSONValue>] = [:], faults: FieldFaults = FieldFaults(),
    size: Int = 0
  ) {
    self.callSID = callSID
    self.at = at
    self.event = event
    self.extras = extras
    self.faults = faults
    self.size = size
  }
}
