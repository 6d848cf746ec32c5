/// Makes typed events of the messages of a call's observer socket (contract 1.2 and 1.5).
///
/// It never fails: a message that cannot be understood is an outcome too.
package struct ObserverEventDecoder {
  private let storage = FieldStorage()

  package init() {}

  /// Decodes one message, whose last byte came at `arrival`.
  package func decode(
    _ text: String, of callSID: CallSID, at arrival: Timestamp
  ) -> ObserverOutcome {
    do throws(FieldFault) {
      let decoded = try decoded(text)
      guard decoded.event.mayTell(of: callSID) else {
        throw FieldFault(.anotherCall).in("call_sid")
      }
      return .event(
        ReceivedObserverEvent(
          callSID: callSID, at: arrival, event: decoded.event, extras: decoded.extras,
          faults: decoded.faults, size: text.utf8.count))
    } catch {
      return .malformed(
        MalformedEvent(
          id: nil, name: BoundedString(name(in: text) ?? ""), receivedAt: arrival,
          reason: BoundedString(error.description), data: Protected(BoundedString(text))))
    }
  }

  private func decoded(_ text: String) throws(FieldFault) -> DecodedEvent<ObserverEvent> {
    var fields = try FieldReader(text.utf8.span, storage: storage)
    try fields.checkObject()
    let name = try fields.eventName(DecodedEvent<ObserverEvent>.nameKey)
    let decoded = try DecodedEvent<ObserverEvent>(named: name, &fields)
    fields.giveBack()
    return decoded
  }

  /// The name of an event of which nothing else can be read.
  private func name(in text: String) -> String? {
    let fields = try? FieldReader(text.utf8.span, deepest: FieldReader.deepestAround)
    return try? fields?.eventName(DecodedEvent<ObserverEvent>.nameKey)
  }
}

/// What became of one message of a call's observer socket.
package enum ObserverOutcome: Equatable, Sendable {
  case event(ReceivedObserverEvent)
  case malformed(MalformedEvent)
}

/// An event of a followed call as it came from its observer socket.
package struct ReceivedObserverEvent: Equatable, Sendable {
  package var callSID: CallSID
  /// When it arrived, by the board's clock: observer events carry no time (contract 1.2).
  package var at: Timestamp
  package var event: ObserverEvent
  /// Fields that the contract does not have.
  package var extras: [String: Protected<JSONValue>]
  package var faults: FieldFaults
  /// The bytes of its message, which bound what it costs to keep.
  package var size: Int

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
