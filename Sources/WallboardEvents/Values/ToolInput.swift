/// What a tool was called with: any JSON. It is shown where words are.
package struct ToolInput: Hashable, Sendable {
  package let json: JSONValue

  /// Wraps the value.
  package init(_ json: JSONValue) {
    self.json = json
  }
}

extension ToolInput: JSONWritable {
  package func write(to text: inout JSONText) throws { try json.write(to: &text) }
}

extension ToolInput: ProtectedContent {
  package static func isShown(by disclosure: Disclosure) -> Bool { disclosure.words }
  /// Whether there is nothing to protect.
  package var isEmpty: Bool { json.isEmpty }
}

extension ToolInput: FieldReadable {
  package init(_ value: inout ValueReader) throws(FieldFault) { json = try JSONValue(&value) }
}
