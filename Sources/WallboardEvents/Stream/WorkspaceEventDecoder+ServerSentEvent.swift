package import WallboardWire

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
