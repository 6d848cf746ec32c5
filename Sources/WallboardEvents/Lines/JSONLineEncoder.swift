/// Writes values as JSON on one line: keys in order, slashes as they are, and nothing that a
/// terminal or an editor would obey.
package struct JSONLineEncoder: Sendable {
  private let disclosure: Disclosure?

  /// Masks what `disclosure` does not reach; without one, all that is protected.
  package init(_ disclosure: Disclosure? = nil) {
    self.disclosure = disclosure
  }

  /// Throws `EncodingError` for a number that is not finite.
  package func line(_ value: some Encodable) throws -> String {
    String(decoding: try JSONTextEncoder.bytes(of: value, disclosure), as: UTF8.self)
  }
}

/// The `Encoder` that writes to a ``JSONText``.
///
/// One encoder may be asked for its container more than once; a nested container writes until the
/// one around it goes on.
struct JSONTextEncoder: Encoder {
  /// The text, shared by all encoders and containers of one value.
  final class Output {
    var text: JSONText

    init(_ disclosure: Disclosure?) {
      text = JSONText(disclosure)
    }
  }

  fileprivate let output: Output
  /// Which of the values that have begun this one writes.
  fileprivate let level: Int

  /// Empty: no error of these texts needs a path to be found.
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] {
    output.text.disclosure.map { [.disclosure: $0] } ?? [:]
  }

  static func bytes(of value: some Encodable, _ disclosure: Disclosure?) throws -> [UInt8] {
    let encoder = JSONTextEncoder(output: Output(disclosure), level: 0)
    encoder.output.text.begin()
    try value.encode(to: encoder)
    encoder.output.text.end(0)
    return encoder.output.text.bytes
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    output.text.openObject(level)
    return KeyedEncodingContainer(ObjectContainer<Key>(encoder: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    output.text.openArray(level)
    return ArrayContainer(encoder: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    ValueContainer(encoder: self)
  }

  func write(whole value: some JSONWritable) throws {
    output.text.scalar(level)
    try value.write(to: &output.text)
  }

  /// Writes a value within this one, which has begun.
  fileprivate func write(_ value: some Encodable) throws {
    try value.encode(to: inner)
    output.text.end(level + 1)
  }

  /// The encoder of a value within this one.
  fileprivate var inner: JSONTextEncoder { JSONTextEncoder(output: output, level: level + 1) }
}

/// The members of an object.
private struct ObjectContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoder: JSONTextEncoder
  var codingPath: [any CodingKey] { [] }

  /// Writes the name and then the value in one access to the text, for each access is checked at
  /// run time.
  private func member(
    _ key: some CodingKey, _ value: (inout JSONText) throws -> Void
  ) rethrows {
    let (name, level) = (key.stringValue, encoder.level)
    func write(_ text: inout JSONText) throws {
      text.name(name, in: level)
      try value(&text)
    }
    try write(&encoder.output.text)
  }

  func encodeNil(forKey key: Key) { member(key) { $0.append(literal: "null") } }
  func encode(_ value: Bool, forKey key: Key) {
    member(key) { $0.append(literal: value.description) }
  }
  func encode(_ value: String, forKey key: Key) { member(key) { $0.append(value) } }
  func encode(_ value: Double, forKey key: Key) throws {
    try member(key) { try $0.append(number: value) }
  }
  func encode(_ value: Float, forKey key: Key) throws {
    try member(key) { try $0.append(number: value) }
  }
  func encode(_ value: some FixedWidthInteger & Encodable, forKey key: Key) {
    member(key) { $0.append(literal: value.description) }
  }
  func encode(_ value: some Encodable, forKey key: Key) throws {
    member(key) { $0.begin() }
    try encoder.write(value)
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy keyType: NestedKey.Type, forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    member(key) { $0.begin() }
    return encoder.inner.container(keyedBy: keyType)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    member(key) { $0.begin() }
    return encoder.inner.unkeyedContainer()
  }

  func superEncoder() -> any Encoder {
    member(SuperKey.super) { $0.begin() }
    return encoder.inner
  }

  func superEncoder(forKey key: Key) -> any Encoder {
    member(key) { $0.begin() }
    return encoder.inner
  }
}

/// The key of what a superclass encodes.
private enum SuperKey: String, CodingKey {
  case `super`
}

/// The elements of an array.
private struct ArrayContainer: UnkeyedEncodingContainer {
  let encoder: JSONTextEncoder
  var codingPath: [any CodingKey] { [] }
  var count: Int { encoder.output.text.count(encoder.level) }

  private func element(_ value: (inout JSONText) throws -> Void) rethrows {
    let level = encoder.level
    func write(_ text: inout JSONText) throws {
      text.element(in: level)
      try value(&text)
    }
    try write(&encoder.output.text)
  }

  func encodeNil() { element { $0.append(literal: "null") } }
  func encode(_ value: Bool) { element { $0.append(literal: value.description) } }
  func encode(_ value: String) { element { $0.append(value) } }
  func encode(_ value: Double) throws { try element { try $0.append(number: value) } }
  func encode(_ value: Float) throws { try element { try $0.append(number: value) } }
  func encode(_ value: some FixedWidthInteger & Encodable) {
    element { $0.append(literal: value.description) }
  }
  func encode(_ value: some Encodable) throws {
    element { $0.begin() }
    try encoder.write(value)
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy keyType: NestedKey.Type
  ) -> KeyedEncodingContainer<NestedKey> {
    element { $0.begin() }
    return encoder.inner.container(keyedBy: keyType)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    element { $0.begin() }
    return encoder.inner.unkeyedContainer()
  }

  func superEncoder() -> any Encoder {
    element { $0.begin() }
    return encoder.inner
  }
}

/// One value.
private struct ValueContainer: SingleValueEncodingContainer {
  let encoder: JSONTextEncoder
  var codingPath: [any CodingKey] { [] }

  private func scalar(_ value: (inout JSONText) throws -> Void) rethrows {
    let level = encoder.level
    func write(_ text: inout JSONText) throws {
      text.scalar(level)
      try value(&text)
    }
    try write(&encoder.output.text)
  }

  func encodeNil() { scalar { $0.append(literal: "null") } }
  func encode(_ value: Bool) { scalar { $0.append(literal: value.description) } }
  func encode(_ value: String) { scalar { $0.append(value) } }
  func encode(_ value: Double) throws { try scalar { try $0.append(number: value) } }
  func encode(_ value: Float) throws { try scalar { try $0.append(number: value) } }
  func encode(_ value: some FixedWidthInteger & Encodable) {
    scalar { $0.append(literal: value.description) }
  }
  func encode(_ value: some Encodable) throws { try value.encode(to: encoder) }
}

/// What writes itself to a ``JSONText``: texts, numbers and keys, and the documents that hold
/// thousands of them.
///
/// `Encodable` makes several containers for each value, and takes several times as long. A value
/// that is written like this can still be part of one that is encoded.
package protocol JSONWritable: Encodable {
  /// Writes one value. Throws `EncodingError` for a number that is not finite.
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

/// An absent value is `null`.
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
