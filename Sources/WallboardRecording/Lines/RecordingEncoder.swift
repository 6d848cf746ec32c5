package import WallboardEvents

/// Writes the lines of a recording, masked as far as its privacy says.
package struct RecordingEncoder: Sendable {
  private let encoder: JSONLineEncoder

  /// An encoder that masks what `disclosure` does not reach.
  package init(_ disclosure: Disclosure) {
    encoder = JSONLineEncoder(disclosure)
  }

  /// The first line, without its end.
  package func line(_ header: RecordingHeader) throws -> String {
    try encoder.line(header)
  }

  /// A line, without its end; throws `EncodingError` for a number that is not finite, which no
  /// decoded event has.
  package func line(_ line: RecordedLine) throws -> String {
    try encoder.line(line)
  }
}
