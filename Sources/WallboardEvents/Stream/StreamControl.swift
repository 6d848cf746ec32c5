/// What the stream says of itself (contract 2.2). Such frames have the id `0`, which moves no
/// cursor.
package enum StreamControl: Equatable, Sendable {
  /// `stream.opened`
  case opened
  /// `error`: the stream ends, although its status was 200.
  case fault(StreamFault)
}

/// What an `error` frame says.
package struct StreamFault: Equatable, Sendable {
  /// The codes of contract 2.2.
  package enum Code: String, VocabularyWord {
    /// The workspace has as many streams as it may; another attempt would only compete with them.
    case tooManyStreams = "too_many_streams"
    /// The platform's event buffer is down.
    case streamUnavailable = "stream_unavailable"
    case streamError = "stream_error"

    package static let words = WordTable<Code>()
  }

  package var code: OpenEnum<Code>?
  /// The platform's own words, as they came.
  package var message: String?

  package init(code: OpenEnum<Code>?, message: String?) {
    self.code = code
    self.message = message
  }

  /// Whether only a person may have the stream opened again.
  package var isFinal: Bool { code == .tooManyStreams }
}

/// The names under which the stream speaks of itself.
enum ControlFrame: String, VocabularyWord {
  case opened = "stream.opened"
  case error

  static let words = WordTable<ControlFrame>()

  /// Reads the payload. No field is required: an unusual shape must not hide what the frame says.
  func read(_ fields: inout FieldReader) -> StreamControl {
    switch self {
    case .opened: .opened
    case .error:
      .fault(StreamFault(code: fields.optional("code"), message: fields.optional("message")))
    }
  }
}
