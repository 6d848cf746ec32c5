/// What writes itself to a text of JSON: texts, numbers and keys, and the documents that have thousands
/// of them.
///
/// `Encodable` takes several containers for each value, and so several times as long. What is written
/// like this can be part of what is encoded all the same.
package protocol JSONWritable: Encodable {
  /// Writes one value; throws `EncodingError` for a number that is not finite.
  func write(to text: inout JSONText) throws
}

extension JSONWritable {
  package func encode(to encoder: any Encoder) throws {
    guard let encoder = encoder as? JSONTextEncoder else {
      let context = EncodingError.Context(
        codingPath: encoder.codingPath, debugDescription: "it is written by JSONLineEncoder alone")
      throw EncodingError.invalidValue(self, context)
    }
    try encoder.write(whole: self)
  }
}

extension String: JSONWritable {
  package func write(to text: inout JSONText) { text.append(self) }
}

extension Bool: JSONWritable {
  package func write(to text: inout JSONText) { text.append(literal: description) }
}

extension Int: JSONWritable {
  package func write(to text: inout JSONText) { text.append(literal: description) }
}

extension Int64: JSONWritable {
  package func write(to text: inout JSONText) { text.append(literal: description) }
}

extension Double: JSONWritable {
  package func write(to text: inout JSONText) throws { try text.append(number: self) }
}

/// Absent, it is `null`.
extension Optional: JSONWritable where Wrapped: JSONWritable {
  package func write(to text: inout JSONText) throws {
    if let self { try self.write(to: &text) } else { text.append(literal: "null") }
  }
}

extension Array: JSONWritable where Element: JSONWritable {
  package func write(to text: inout JSONText) throws {
    try text.array { elements in
      for element in self { try elements.element(element) }
    }
  }
}

extension Dictionary: JSONWritable where Key == String, Value: JSONWritable {
  package func write(to text: inout JSONText) throws {
    try text.object { members in
      for (name, value) in self { try members.member(name, value) }
    }
  }
}
