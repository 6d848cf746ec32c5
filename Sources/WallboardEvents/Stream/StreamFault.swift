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
