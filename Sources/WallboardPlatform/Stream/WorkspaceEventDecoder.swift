import FoundationEssentials
package import WallboardCore

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
    let bytes = Data(data.utf8)
    do {
      let body = try decoder.decode(EventBody.self, from: bytes, configuration: block.name)
      return outcome(of: body, in: block)
    } catch let problem as EventBody.Problem {
      return .malformed(block.malformed(problem.description))
    } catch {
      return unreadable(error, bytes, in: block)
    }
  }

  private func outcome(of body: EventBody, in block: StreamBlock) -> StreamOutcome {
    switch body {
    case .control(let control): .control(control)
    case .event(let event, let extras): .event(block.received(event, extras: extras))
    }
  }

  private func unreadable(_ error: any Error, _ bytes: Data, in block: StreamBlock) -> StreamOutcome
  {
    // A fault that is not even JSON ends the stream all the same.
    guard block.name != ControlFrame.error.rawValue else {
      return .control(.fault(StreamFault(code: nil, message: nil)))
    }
    return .malformed(block.malformed(DecodingFault(error, in: bytes).description))
  }
}
