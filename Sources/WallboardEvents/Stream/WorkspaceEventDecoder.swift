package import WallboardWire

/// Makes typed events of the blocks of a workspace's stream (contract 2.2 and 2.5).
///
/// It never fails: a block that cannot be understood is an outcome too.
package struct WorkspaceEventDecoder {
  private let storage = FieldStorage()

  package init() {}

  package func decode(_ block: ServerSentBlock, at arrival: Timestamp) -> StreamOutcome {
    let block = StreamBlock(block, at: arrival)
    do throws(FieldFault) {
      return try outcome(of: block)
    } catch {
      return block.data.isUTF8 ? unreadable(error, in: block) : repaired(block)
    }
  }

  /// The outcome of a block whose data were skipped for their size in bytes.
  package func leaveOut(
    _ block: ServerSentBlock, bytes: Int, at arrival: Timestamp
  ) -> StreamOutcome {
    let block = StreamBlock(block, at: arrival)
    return isFault(block) ? Self.unreadableFault : .malformed(block.leftOut(bytes: bytes))
  }

  /// Decodes a block whose data are no UTF-8: U+FFFD stands for what is not (WHATWG HTML, 9.2.5),
  /// and a fault is noted.
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
    // An `error` frame ends the stream even if its data are not JSON.
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

  /// The name inside the data of an event of which nothing else can be read.
  private func innerName(of block: StreamBlock) -> String? {
    let fields = try? FieldReader(block.data, deepest: FieldReader.deepestAround)
    return try? fields?.eventName(DecodedEvent<WorkspaceEvent>.nameKey)
  }
}

extension WorkspaceEventDecoder {
  package func decode(_ event: ServerSentEvent, at arrival: Timestamp) -> StreamOutcome {
    decode(
      id: event.hasOwnID ? event.id : nil, type: event.type, data: event.data, at: arrival)
  }

  /// Decodes a block of those lines; `id` is one of its own, not inherited.
  package func decode(
    id: String?, type: String, data: String, at arrival: Timestamp
  ) -> StreamOutcome {
    let id = id ?? ""
    let block = ServerSentBlock(
      id: id.utf8.span, hasOwnID: !id.isEmpty, type: type.utf8.span, data: data.utf8.span)
    return decode(block, at: arrival)
  }
}

/// What became of one block of the workspace's stream.
package enum StreamOutcome: Equatable, Sendable {
  case event(ReceivedEvent)
  case malformed(MalformedEvent)
  /// The stream speaks of itself. The network acts on it; the board never sees it.
  case control(StreamControl)
}

/// A workspace event as it came from the stream.
package struct ReceivedEvent: Equatable, Sendable {
  /// The id in its own block, which the platform makes of unix milliseconds.
  package let id: BoundedString?
  /// When it happened: the id where that is a time, else when it arrived (contract 2.2).
  package let at: Timestamp
  /// When its bytes arrived, by the board's clock.
  package let receivedAt: Timestamp
  package let event: WorkspaceEvent
  /// Fields that the contract does not have.
  package let extras: [String: Protected<JSONValue>]
  package internal(set) var faults: FieldFaults
  /// By this hash of id, name and data an event that is replayed after a reconnect is recognised.
  /// 0: it has no id. The largest: it is known to have come before.
  package var fingerprint: UInt64

  package init(
    id: BoundedString?, at: Timestamp, receivedAt: Timestamp, event: WorkspaceEvent,
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
