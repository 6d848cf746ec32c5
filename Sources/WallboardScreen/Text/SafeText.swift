/// Text that is safe to show, and what it took to make it so.
package struct SafeText: Hashable, Sendable {
  /// The text: one line, no control, no invisible or misleading scalar, of bounded length.
  package let text: String

  /// How many scalars were left out or replaced because they could steer the terminal or mislead
  /// the reader.
  package let unsafeCount: Int

  /// How many characters were cut off; the text says so at its end.
  package let omittedCount: Int

  /// The text, and how much was left out or replaced: `usertxt.exe (1 control removed)`.
  package var marked: String {
    guard unsafeCount > 0 else { return text }
    let mark = "(\(unsafeCount) \(unsafeCount == 1 ? "control" : "controls") removed)"
    return text.isEmpty ? mark : "\(text) \(mark)"
  }

  /// The same in few columns, for a field; empty where there is nothing to tell.
  package var shortMark: String { unsafeCount > 0 ? "(-\(unsafeCount))" : "" }
}
