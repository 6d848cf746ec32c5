/// One thing that the terminal's input was read as, before sequences are put together.
package enum TypedInput: Hashable, Sendable {
  /// A character or a control character.
  case scalar(Unicode.Scalar)

  /// A key that the terminal's description knows.
  case key(Key)
}
