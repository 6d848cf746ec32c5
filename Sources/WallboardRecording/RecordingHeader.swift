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

  /// By how many seconds local time was ahead of UTC: what is shown of a day is of its place.
  package var utcOffset: Int?
  /// What an open recording's pseudonyms are made from, in hexadecimal digits.
  private var pseudonymKey: [String]?

  private enum CodingKeys: String, CodingKey {
    case schema, workspace, privacy
    case startedAt = "started_at"
    case utcOffset = "utc_offset"
    case pseudonymKey = "pseudonym_key"
  }

  /// The header of a recording that begins now. An open one has a key of its own, by which its masked
  /// replays show the same pseudonyms every time; in a masked one they are written already.
  package init(
    workspace: String, startedAt: Timestamp, privacy: Privacy, utcOffset: Int? = nil
  ) {
    self.workspace = Text(workspace)
    self.startedAt = startedAt
    self.privacy = privacy
    self.utcOffset = utcOffset
    if privacy == .open {
      pseudonymKey = (1...2).map { _ in String(UInt64.random(in: .min ... .max), radix: 16) }
    }
  }

  /// The key of the pseudonyms of this recording's replays.
  package var pseudonyms: PseudonymKey {
    let parts = pseudonymKey?.compactMap { UInt64($0, radix: 16) } ?? []
    return parts.count == 2 ? PseudonymKey(parts[0], parts[1]) : .random()
  }

  /// Whether it is one that can have been written: of the years 2001 to 2286, and of this earth.
  var isPlausible: Bool {
    startedAt.isRecordable && (utcOffset.map { (-86_400...86_400).contains($0) } ?? true)
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
