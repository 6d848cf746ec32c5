import WallboardEvents

/// Reads the lines of a recording. The bytes are as hostile as those of any network.
package struct RecordingDecoder: Sendable {
  private let readsMasks: Bool

  /// A decoder for a recording of that privacy: in a masked one, masks stand for what they mask.
  package init(_ privacy: RecordingHeader.Privacy) {
    readsMasks = privacy == .masked
  }

  /// Reads the first line; throws ``RecordingError`` for anything else.
  package static func header(_ line: Span<UInt8>) throws(RecordingError) -> RecordingHeader {
    guard var fields = try? FieldReader(line),
      let schema = fields.optional("schema", String.self), schema.hasPrefix(Self.family)
    else { throw .notARecording }
    guard schema == RecordingHeader.schema else { throw .otherSchema(String(schema.prefix(80))) }
    guard let header = try? RecordingHeader(&fields), header.isPlausible else {
      throw .notARecording
    }
    return header
  }

  /// What every version of a recording's schema begins with.
  private static let family = "wallboard.recording/"

  /// The levels of a line: the payload of an event stands one deeper in it.
  private static let deepest = FieldReader.deepest + 1

  /// Reads a line after the first; `nil` for one that cannot be read.
  package func line(_ line: Span<UInt8>) -> RecordedLine? {
    guard
      var fields = try? FieldReader(line, deepest: Self.deepest, readsMasks: readsMasks)
    else { return nil }
    return try? RecordedLine(&fields)
  }
}
