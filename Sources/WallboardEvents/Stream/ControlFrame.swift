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
