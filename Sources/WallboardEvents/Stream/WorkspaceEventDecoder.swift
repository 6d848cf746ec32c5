import FoundationEssentials

/// Makes typed events from the blocks of a workspace's stream (contract 2.2 and 2.5).
///
/// Never fails: what cannot be understood is an outcome too, and costs nothing else.
package struct WorkspaceEventDecoder {
  // Made once: setting one up costs as much as decoding an event.
  private let decoder = JSONDecoder()

  /// A decoder for any number of events.
  package init() {}

  /// Decodes one block: its own id, not one inherited from an earlier block, its `event:` line,
  /// `message` or nothing where there was none, its `data:` lines, and when the bytes came.
  package func decode(
    id: String?, type: String, data: String, at arrival: Timestamp
  ) -> StreamOutcome {
    let block = StreamBlock(id: id, type: type, data: data, arrival: arrival)
    do {
      return outcome(of: try body(of: block), in: block)
    } catch {
      return unreadable(error, in: block)
    }
  }

  private func body(of block: StreamBlock) throws -> EventBody {
    guard JSONDepth.isWithinLimit(block.data.utf8) else { throw EventProblem.tooDeep }
    return try decoder.decode(
      EventBody.self, from: Data(block.data.utf8), configuration: block.name)
  }

  private func outcome(of body: EventBody, in block: StreamBlock) -> StreamOutcome {
    switch body {
    case .control(let control): .control(control)
    case .event(let decoded): .event(block.received(decoded))
    }
  }

  private func unreadable(_ error: any Error, in block: StreamBlock) -> StreamOutcome {
    // A fault that is not even JSON ends the stream all the same.
    guard block.name != ControlFrame.error.rawValue else {
      return .control(.fault(StreamFault(code: nil, message: nil)))
    }
    let reason =
      (error as? EventProblem)?.description
      ?? DecodingFault(error, in: Data(block.data.utf8)).description
    return .malformed(block.malformed(reason, name: block.name ?? innerName(of: block)))
  }

  private func innerName(of block: StreamBlock) -> String? {
    try? decoder.decode(InnerName.self, from: Data(block.data.utf8)).eventType
  }
}
