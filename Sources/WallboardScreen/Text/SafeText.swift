/// Text that is safe to show, and what it took to make it so.
package struct SafeText: Hashable, Sendable {
  /// The text: one line, no control, no invisible or misleading scalar, of bounded length.
  package let text: String

  /// How many scalars were left out or replaced because they could steer the terminal or mislead
  /// the reader.
  package let unsafeCount: Int

  /// How many characters were cut off; the text says so at its end.
  package let omittedCount: Int
}
