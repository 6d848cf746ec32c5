/// What the stream says of itself (contract 2.2). Its ids, `0`, move no cursor.
package enum StreamControl: Equatable, Sendable {
  /// `stream.opened`: the stream stands.
  case opened
  /// `error`: the stream ends, although the status was 200.
  case fault(StreamFault)
}

/// What an `error` frame says.
package struct StreamFault: Equatable, Sendable {
  /// The codes of contract 2.2.
  package enum Code: String, VocabularyWord {
    /// The workspace has as many streams as it may; asking again would take another's place.
    case tooManyStreams = "too_many_streams"
    /// The platform's buffer is down.
    case streamUnavailable = "stream_unavailable"
    case streamError = "stream_error"

    package static let words = WordTable<Code>()
  }

  /// Which fault; `nil` when the frame did not say.
  package var code: Open<Code>?
  /// The platform's own words, as they came.
  package var message: String?

  /// A fault of that code.
  package init(code: Open<Code>?, message: String?) {
    self.code = code
    self.message = message
  }

  /// Whether the stream must not be opened again by itself.
  package var isFinal: Bool { code == .tooManyStreams }
}

/// The names under which the stream speaks of itself.
enum ControlFrame: String, VocabularyWord {
  case opened = "stream.opened"
  case error

  static let words = WordTable<ControlFrame>()

  /// Reads what the frame carries. What it says must not be lost over how it says it, so nothing
  /// here is required.
  func read(_ fields: inout FieldReader) -> StreamControl {
    switch self {
    case .opened: .opened
    case .error:
      .fault(StreamFault(code: fields.optional("code"), message: fields.optional("message")))
    }
  }
}
