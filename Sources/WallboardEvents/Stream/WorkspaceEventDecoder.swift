package import WallboardWire

/// Makes typed events from the blocks of a workspace's stream (contract 2.2 and 2.5).
///
/// Never fails: what cannot be understood is an outcome too, and costs nothing else.
package struct WorkspaceEventDecoder {
  private let storage = FieldStorage()

  /// A decoder for any number of events.
  package init() {}

  /// Decodes one block, of which the bytes came at `arrival`.
  package func decode(_ block: ServerSentBlock, at arrival: Timestamp) -> StreamOutcome {
    let block = StreamBlock(block, at: arrival)
    do throws(FieldFault) {
      return try outcome(of: block)
    } catch {
      return block.data.isUTF8 ? unreadable(error, in: block) : repaired(block)
    }
  }

  /// What is told of a block whose data, so many bytes, were left out.
  package func leaveOut(
    _ block: ServerSentBlock, bytes: Int, at arrival: Timestamp
  ) -> StreamOutcome {
    let block = StreamBlock(block, at: arrival)
    return isFault(block) ? Self.unreadableFault : .malformed(block.leftOut(bytes: bytes))
  }

  /// Decodes a block of which the data are no UTF-8: U+FFFD stands for what is not (WHATWG HTML, 9.2.5),
  /// and the event says so.
  private func repaired(_ block: StreamBlock) -> StreamOutcome {
    let data = String(repairing: block.data)
    let outcome = decode(
      ServerSentBlock(
        id: block.id, hasOwnID: true, type: block.name, data: data.utf8.span), at: block.arrival)
    guard case .event(var received) = outcome else { return outcome }
    received.faults.add(FieldFault(.repaired))
    return .event(received)
  }

  private func outcome(of block: StreamBlock) throws(FieldFault) -> StreamOutcome {
    var fields = try FieldReader(block.data, storage: storage)
    let outcome = try outcome(of: block, &fields)
    fields.giveBack()
    return outcome
  }

  private func outcome(
    of block: StreamBlock, _ fields: inout FieldReader
  ) throws(FieldFault) -> StreamOutcome {
    guard block.name.isEmpty else { return try outcome(of: block, named: block.name, &fields) }
    try fields.checkObject()
    let name = try fields.eventName(DecodedEvent<WorkspaceEvent>.nameKey)
    return try outcome(of: block, named: name.utf8.span, &fields)
  }

  private func outcome(
    of block: StreamBlock, named name: Span<UInt8>, _ fields: inout FieldReader
  ) throws(FieldFault) -> StreamOutcome {
    if let frame = ControlFrame.words.word(name) { return .control(frame.read(&fields)) }
    return .event(block.received(try DecodedEvent(named: name, &fields)))
  }

  private func unreadable(_ fault: FieldFault, in block: StreamBlock) -> StreamOutcome {
    // A fault that is not even JSON ends the stream all the same.
    if isFault(block) { return Self.unreadableFault }
    let name = block.name.isEmpty ? innerName(of: block) : String(repairing: block.name)
    return .malformed(block.malformed(fault, name: name ?? ""))
  }

  private func isFault(_ block: StreamBlock) -> Bool {
    ControlFrame.words.word(block.name) == .error
  }

  private static var unreadableFault: StreamOutcome {
    .control(.fault(StreamFault(code: nil, message: nil)))
  }

  /// The name of an event inside its data, for one of which nothing else can be read.
  private func innerName(of block: StreamBlock) -> String? {
    let fields = try? FieldReader(block.data, deepest: FieldReader.deepestAround)
    return try? fields?.eventName(DecodedEvent<WorkspaceEvent>.nameKey)
  }
}

extension WorkspaceEventDecoder {
  /// Decodes an event that somebody kept and that came at `arrival`.
  package func decode(_ event: ServerSentEvent, at arrival: Timestamp) -> StreamOutcome {
    decode(
      id: event.hasOwnID ? event.id : nil, type: event.type, data: event.data, at: arrival)
  }

  /// Decodes a block of that id of its own, that `event:` line and those `data:` lines.
  package func decode(
    id: String?, type: String, data: String, at arrival: Timestamp
  ) -> StreamOutcome {
    let id = id ?? ""
    let block = ServerSentBlock(
      id: id.utf8.span, hasOwnID: !id.isEmpty, type: type.utf8.span, data: data.utf8.span)
    return decode(block, at: arrival)
  }
}

/// What one block of the workspace's stream came to.
package enum StreamOutcome: Equatable, Sendable {
  /// Something happened in the workspace.
  case event(ReceivedEvent)
  /// Something came that could not be understood.
  case malformed(MalformedEvent)
  /// The stream speaks of itself; no one else is told.
  case control(StreamControl)
}

/// A workspace event as it came from the stream.
package struct ReceivedEvent: Equatable, Sendable {
  /// The id of its own block, or `nil` when it had none; platform ids are unix milliseconds.
  package let id: Text?
  /// When it happened: the id where that is a time, else the moment of arrival (contract 2.2).
  package let at: Timestamp
  /// When its bytes arrived, by the board's clock.
  package let receivedAt: Timestamp
  /// The event itself.
  package let event: WorkspaceEvent
  /// Fields that the contract does not have.
  package let extras: [String: Protected<JSONValue>]
  /// What of its fields was not understood.
  package internal(set) var faults: FieldFaults
  /// A hash of id, name and data by which a replayed event is known; 0 when it has no id, the
  /// largest when it is known to have come before.
  package var fingerprint: UInt64

  /// An event as it came.
  package init(
    id: Text?, at: Timestamp, receivedAt: Timestamp, event: WorkspaceEvent,
    extras: [String: Protected<JSONValue>] = [:], faults: FieldFaults = FieldFaults(),
    fingerprint: UInt64 = 0
  ) {
    self.id = id
    self.at = at
    self.receivedAt = receivedAt
    self.event = event
    self.extras = extras
    self.faults = faults
    self.fingerprint = fingerprint
  }
}
