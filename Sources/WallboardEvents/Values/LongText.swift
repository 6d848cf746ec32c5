/// A long string of the platform's, such as what a tool answered, cut to ``Limits/longTextLength``
/// characters with a visible mark.
package struct LongText: Hashable, Sendable {
  /// The string, the mark of the cut included.
  package let string: String

  /// Keeps the string, or its beginning and how many characters are missing.
  package init(_ string: String) {
    self.string = Text.cut(string, to: Limits.longTextLength)
  }
}

extension LongText: JSONWritable {
  package func write(to text: inout JSONText) { text.append(string) }
}

extension LongText: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) {
    self.init(value)
  }
}

extension LongText: ProtectedContent {
  package static func isShown(by disclosure: Disclosure) -> Bool { disclosure.words }
  /// Whether there is nothing to protect.
  package var isEmpty: Bool { string.isEmpty }
}

extension LongText: FieldReadable {
  package init(_ value: inout ValueReader) throws(FieldFault) { self.init(try value.string()) }
}
