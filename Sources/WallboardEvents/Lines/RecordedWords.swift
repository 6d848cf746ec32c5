// What a line of a recording says in one word. They stand here, with all that is read, so that the
// compiler sees reader and word together: a million lines have one each.

/// Whom a line is from.
package enum RecordedSource: String, Encodable, VocabularyWord, FieldReadable {
  /// The workspace's stream.
  case workspace
  /// A followed call's socket.
  case observer
  /// A REST read.
  case snapshot
  /// The program that recorded, above all its connections.
  case connection

  package static let words = WordTable<RecordedSource>()
}

/// What the program that recorded tells.
package enum RecordedChange: String, Encodable, VocabularyWord, FieldReadable {
  case connecting, open, waiting, refused, stopped, ended, followed, unfollowed, heard, bookmark
  case unanswered
  case notFound = "not_found"

  package static let words = WordTable<RecordedChange>()
}

/// How a REST read went.
package enum RecordedRead: String, Encodable, VocabularyWord, FieldReadable {
  case started, read, failed

  package static let words = WordTable<RecordedRead>()
}
