package import WallboardBoard
package import WallboardEvents

/// The first line of a recording (interface, "Recordings").
package struct RecordingHeader: Equatable, Sendable, Encodable {
  /// The schema that is written, and the only one that is read.
  package static let schema = "wallboard.recording/1"

  /// Whether protected values are in the recording as they are.
  package enum Privacy: String, Encodable, FieldReadable, Sendable {
    case masked, open
  }

  package var schema = Self.schema
  /// The workspace's id.
  package var workspace: BoundedString
  package var startedAt: Timestamp
  package var privacy: Privacy

  /// How many seconds local time was ahead of UTC when it began.
  private var utcOffset: Int?
  /// When that was to change, in order of time: a replay elsewhere needs no time zone database.
  private var utcOffsetChanges: [OffsetChange]?
  /// What an open recording's pseudonyms are made from, in hexadecimal digits.
  private var pseudonymKey: [String]?

  fileprivate struct OffsetChange: Encodable, Equatable {
    let at: Timestamp
    let utcOffset: Int

    enum CodingKeys: String, CodingKey {
      case at
      case utcOffset = "utc_offset"
    }
  }

  /// A header with more changes is not believed: no place has so many while a recording runs.
  private static let mostChanges = 64

  private enum CodingKeys: String, CodingKey {
    case schema, workspace, privacy
    case startedAt = "started_at"
    case utcOffset = "utc_offset"
    case utcOffsetChanges = "utc_offset_changes"
    case pseudonymKey = "pseudonym_key"
  }

  /// The header of a recording that begins now. An open one has a key of its own, by which its masked
  /// replays show the same pseudonyms every time; in a masked one they are written already.
  package init(
    workspace: String, startedAt: Timestamp, privacy: Privacy, offsets: UTCOffsets? = nil
  ) {
    self.workspace = BoundedString(workspace)
    self.startedAt = startedAt
    self.privacy = privacy
    utcOffset = offsets?.first
    if let changes = offsets?.changes, !changes.isEmpty {
      utcOffsetChanges = changes.map { OffsetChange(at: $0.at, utcOffset: $0.offset) }
    }
    if privacy == .open {
      pseudonymKey = (1...2).map { _ in String(UInt64.random(in: .min ... .max), radix: 16) }
    }
  }

  /// The key of the pseudonyms of this recording's replays.
  package var pseudonyms: PseudonymKey {
    let parts = pseudonymKey?.compactMap { UInt64($0, radix: 16) } ?? []
    return parts.count == 2 ? PseudonymKey(parts[0], parts[1]) : .random()
  }

  /// Local time where it was recorded, which is what a replay shows; `nil` where the header does not
  /// say.
  package var offsets: UTCOffsets? {
    utcOffset.map { first in
      let changes = utcOffsetChanges ?? []
      return UTCOffsets(
        first, changes: changes.map { UTCOffsets.Change(at: $0.at, to: $0.utcOffset) })
    }
  }

  /// Whether it can have been written: in the years 2001 to 2286, and in a time zone of this earth.
  var isPlausible: Bool {
    let changes = utcOffsetChanges ?? []
    let offsets = changes.map(\.utcOffset) + [utcOffset].compactMap { $0 }
    return startedAt.isRecordable && offsets.allSatisfy { (-86_400...86_400).contains($0) }
      && changes.count <= Self.mostChanges && changes.allSatisfy { $0.at.isRecordable }
      && zip(changes, changes.dropFirst()).allSatisfy { $0.at < $1.at }
  }
}

extension RecordingHeader {
  /// Reads what is behind the schema, which is known to be this one.
  init(_ fields: inout FieldReader) throws(FieldFault) {
    workspace = try fields.key("workspace")
    startedAt = try fields.key("started_at")
    privacy = try fields.key("privacy")
    utcOffset = fields.optional("utc_offset")
    utcOffsetChanges = fields.optional("utc_offset_changes")
    pseudonymKey = fields.optional("pseudonym_key")
    try fields.checkFaults()
  }
}

extension RecordingHeader.OffsetChange: FieldReadable {
  init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    at = try fields.key("at")
    utcOffset = try fields.key("utc_offset")
    value.collect(fields)
  }
}

/// Why a recording cannot be read or written: a sentence without the file's name.
package enum RecordingError: Error, Equatable, CustomStringConvertible {
  case notARecording
  case otherSchema(String)

  package var description: String {
    switch self {
    case .notARecording: "it is not a recording: its first line is not that of one"
    case .otherSchema(let schema):
      "it is a recording of another version (\(schema)); this one plays \(RecordingHeader.schema)"
    }
  }
}
