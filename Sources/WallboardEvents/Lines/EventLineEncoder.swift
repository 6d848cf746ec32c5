/// Writes events as lines of JSON (interface, "Lines of `events` and `follow` with `--json`").
package struct EventLineEncoder {
  private let encoder: JSONLineEncoder
  private let disclosure: Disclosure

  /// An encoder that masks what `disclosure` does not reach.
  package init(_ disclosure: Disclosure) {
    self.disclosure = disclosure
    encoder = JSONLineEncoder(disclosure)
  }

  /// The line of an event, known or not; throws `EncodingError` for a number that is not finite,
  /// which no decoded event has.
  package func line(for event: ReceivedEvent) throws -> String {
    try encoder.line(EventLine(event))
  }

  /// The line of an event of a followed call; throws as for one of the workspace.
  package func line(for event: ReceivedObserverEvent) throws -> String {
    try encoder.line(EventLine(event))
  }

  /// The line of what could not be understood.
  package func line(for event: MalformedEvent) throws -> String {
    try encoder.line(MalformedLine(malformed: event, data: event.data.reveal(disclosure)))
  }
}
