/// What a tool was called with: any JSON. It is shown where words are.
package struct ToolInput: Hashable, Sendable {
  package let json: JSONValue

  /// Wraps the value.
  package init(_ json: JSONValue) {
    self.json = json
  }
}

extension ToolInput: Codable {
  package init(from decoder: any Decoder) throws {
    json = try JSONValue(from: decoder)
  }

  package func encode(to encoder: any Encoder) throws {
    try json.encode(to: encoder)
  }
}

extension ToolInput: ProtectedContent {
  package static func isShown(by disclosure: Disclosure) -> Bool { disclosure.words }
  /// Whether there is nothing to protect.
  package var isEmpty: Bool { json.isEmpty }
}
