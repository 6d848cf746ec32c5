/// Makes typed events from the blocks of a workspace's stream (contract 2.2 and 2.5).
///
/// Never fails: what cannot be understood is an outcome too, and costs nothing else.
package struct WorkspaceEventDecoder {
  private let storage = FieldStorage()

  /// A decoder for any number of events.
  package init() {}

  /// Decodes one block: its own id, not one inherited from an earlier block, its `event:` line,
  /// `message` or nothing where there was none, its `data:` lines, and when the bytes came.
  package func decode(
    id: String?, type: String, data: String, at arrival: Timestamp
  ) -> StreamOutcome {
    let block = StreamBlock(id: id, type: type, data: data, arrival: arrival)
    do throws(FieldFault) {
      return try outcome(of: block)
    } catch {
      return unreadable(error, in: block)
    }
  }

  private func outcome(of block: StreamBlock) throws(FieldFault) -> StreamOutcome {
    var fields = try FieldReader(block.data.utf8.span, storage: storage)
    let outcome = try outcome(of: block, &fields)
    fields.giveBack()
    return outcome
  }

  private func outcome(
    of block: StreamBlock, _ fields: inout FieldReader
  ) throws(FieldFault) -> StreamOutcome {
    let name: String
    if let own = block.name {
      name = own
    } else {
      try fields.checkObject()
      name = try fields.eventName(DecodedEvent<WorkspaceEvent>.nameKey)
    }
    if let frame = ControlFrame(rawValue: name) { return .control(frame.read(&fields)) }
    return .event(block.received(try DecodedEvent(named: name, &fields)))
  }

  private func unreadable(_ fault: FieldFault, in block: StreamBlock) -> StreamOutcome {
    // A fault that is not even JSON ends the stream all the same.
    guard block.name != ControlFrame.error.rawValue else {
      return .control(.fault(StreamFault(code: nil, message: nil)))
    }
    return .malformed(block.malformed(fault, name: block.name ?? innerName(of: block)))
  }

  /// The name of an event inside its data, for one of which nothing else can be read.
  private func innerName(of block: StreamBlock) -> String? {
    let fields = try? FieldReader(block.data.utf8.span, deepest: FieldReader.deepestAround)
    return try? fields?.eventName(DecodedEvent<WorkspaceEvent>.nameKey)
  }
}
