import WallboardEvents

/// The keys of a line.
enum RecordedKey: String, CodingKey {
  case at, from, id, event, data, malformed, degraded, duplicate, size
  case degradedCount = "degraded_count"
  case callSID = "call_sid"
  case leftOut = "left_out"
}

/// Whom a line is from.
enum RecordedSource: String, Encodable, VocabularyWord, FieldReadable {
  /// The workspace's stream.
  case workspace
  /// A followed call's socket.
  case observer
  /// A REST read.
  case snapshot
  /// The program that recorded, above all its connections.
  case connection

  static let words = WordTable<RecordedSource>()
}

/// What the program that recorded tells.
enum RecordedChange: String, Encodable, VocabularyWord, FieldReadable {
  case connecting, open, waiting, refused, stopped, ended, followed, unfollowed, heard, bookmark
  case unanswered
  case notFound = "not_found"

  static let words = WordTable<RecordedChange>()
}

/// How a REST read went.
enum RecordedRead: String, Encodable, VocabularyWord, FieldReadable {
  case started, read, failed

  static let words = WordTable<RecordedRead>()
}
