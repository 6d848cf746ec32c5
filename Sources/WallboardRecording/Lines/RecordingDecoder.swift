package import FoundationEssentials
import WallboardEvents

/// Reads the lines of a recording. The bytes are as hostile as those of any network.
package struct RecordingDecoder {
  private let decoder = JSONDecoder()

  /// A decoder for a recording of that privacy: in a masked one, masks stand for what they mask.
  package init(_ privacy: RecordingHeader.Privacy) {
    if privacy == .masked { decoder.userInfo[.readsMasks] = true }
  }

  /// Reads the first line; throws ``RecordingError`` for anything else.
  package static func header(_ line: Data) throws(RecordingError) -> RecordingHeader {
    guard JSONDepth.isWithinLimit(line),
      let schema = try? JSONDecoder().decode(Schema.self, from: line).schema,
      schema.hasPrefix(Self.family)
    else { throw .notARecording }
    guard schema == RecordingHeader.schema else { throw .otherSchema(String(schema.prefix(80))) }
    guard let header = try? JSONDecoder().decode(RecordingHeader.self, from: line),
      header.isPlausible
    else { throw .notARecording }
    return header
  }

  /// What every version of a recording's schema begins with.
  private static let family = "wallboard.recording/"

  private struct Schema: Decodable {
    let schema: String
  }

  /// Reads a line after the first; `nil` for one that cannot be read.
  package func line(_ line: Data) -> RecordedLine? {
    // The payload of an event stands one level deeper in a line.
    guard JSONDepth.isWithinLimit(line, limit: JSONDepth.limit + 1) else { return nil }
    return try? decoder.decode(RecordedLine.self, from: line)
  }
}
