/// What stands at the beginning of a terminal's input.
enum InputItem: Hashable {
  /// The rest of it has not come yet.
  case incomplete

  /// A key, or `nil` for what is none, and how many bytes it takes; at least one.
  case key(Key?, length: Int)

  /// An answer to the question what the terminal is (DA1), in so many bytes.
  case answer(length: Int)

  /// From after so many bytes on it is text that was pasted.
  case pasteBegins(length: Int)
}
