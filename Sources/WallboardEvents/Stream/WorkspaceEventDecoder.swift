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
