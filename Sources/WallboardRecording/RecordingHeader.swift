package import WallboardCore

/// The first line of a recording (interface, "Recordings").
package struct RecordingHeader: Equatable, Sendable, Codable {
  /// The schema that is written, and the only one that is read.
  package static let schema = "wallboard.recording/1"

  /// Whether what may be protected can be read in a recording.
  package enum Privacy: String, Codable, Sendable {
    case masked, open
  }

  package var schema = Self.schema
  /// The workspace's id.
  package var workspace: Text
  package var startedAt: Timestamp
  package var privacy: Privacy

  private enum CodingKeys: String, CodingKey {
    case schema, workspace, privacy
    case startedAt = "started_at"
  }

  /// The header of a recording that begins now.
  package init(workspace: String, startedAt: Timestamp, privacy: Privacy) {
    self.workspace = Text(workspace)
    self.startedAt = startedAt
    self.privacy = privacy
  }

  /// The key of the pseudonyms of an open recording's replays: the same for the same recording, so
  /// that each of them shows the same. It is no secret, and need not be: the file holds the plain
  /// values.
  package var pseudonyms: PseudonymKey {
    let name = "\(workspace) \(startedAt.milliseconds)"
    return PseudonymKey(
      PseudonymKey(1, 2).hash(of: name), PseudonymKey(3, 4).hash(of: name))
  }
}

/// Why a recording cannot be read or written: a sentence without the file's name.
package enum RecordingError: Error, Equatable, CustomStringConvertible {
  case notARecording
  case otherSchema(String)

  package var description: String {
    switch self {
    case .notARecording: "it is no recording: its first line is not that of one"
    case .otherSchema(let schema):
      "it is a recording of the schema \(schema), and \(RecordingHeader.schema) is what can be read"
    }
  }
}
