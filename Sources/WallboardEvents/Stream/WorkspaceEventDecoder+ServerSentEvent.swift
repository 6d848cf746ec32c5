package import WallboardWire

extension WorkspaceEventDecoder {
  /// Decodes what the parser dispatched at `arrival`.
  package func decode(_ event: ServerSentEvent, at arrival: Timestamp) -> StreamOutcome {
    decode(
      id: event.hasOwnID ? event.id : nil, type: event.type, data: event.data, at: arrival)
  }
}
