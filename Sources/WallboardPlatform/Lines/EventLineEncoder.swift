import FoundationEssentials
package import WallboardCore

/// Writes events as lines of JSON (interface, "Lines of `events` and `follow` with `--json`").
///
/// Keys are sorted, slashes are plain, and no line has a line break within.
package struct EventLineEncoder {
  private let encoder = JSONEncoder()
  private let disclosure: Disclosure

  /// An encoder that masks what `disclosure` does not reach.
  package init(_ disclosure: Disclosure) {
    self.disclosure = disclosure
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.userInfo[.disclosure] = disclosure
  }

  /// The line of an event, known or not; throws `EncodingError` for a number that is not finite,
  /// which no decoded event has.
  package func line(for event: ReceivedEvent) throws -> String {
    try line(EventLine(received: event))
  }

  /// The line of what could not be understood.
  package func line(for event: MalformedEvent) throws -> String {
    try line(MalformedLine(malformed: event, data: event.data.reveal(disclosure)))
  }

  private func line(_ value: some Encodable) throws -> String {
    String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
