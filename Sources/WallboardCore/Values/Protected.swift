/// What a ``Protected`` value can hold, and which half of the privacy modes governs it.
package protocol ProtectedContent: Hashable, Sendable, Codable {
  /// Whether a disclosure shows values of this type.
  static func isShown(by disclosure: Disclosure) -> Bool
  /// The text that a pseudonym is made from.
  var pseudonymSource: String { get }
}

/// A value that may be protected health information.
///
/// Its description, its debug description, its mirror and its encoded form are a mask. The plain
/// value comes out only through ``reveal(_:)``, so that a leak is a compile error.
package struct Protected<Value: ProtectedContent>: Hashable, Sendable {
  private var value: Value

  /// Puts the value away.
  package init(_ value: Value) {
    self.value = value
  }

  /// The plain value, or `nil` when the disclosure does not reach it.
  package func reveal(_ disclosure: Disclosure) -> Value? {
    Value.isShown(by: disclosure) ? value : nil
  }

  /// Four hexadecimal digits that stand for the value while this run lasts.
  package func pseudonym(_ disclosure: Disclosure) -> String {
    disclosure.pseudonyms.pseudonym(of: value.pseudonymSource)
  }

  /// Whether there is nothing to protect: an empty string is not a secret.
  package var isEmpty: Bool { value.pseudonymSource.isEmpty }
}

extension Protected: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "▒▒▒▒" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}

extension Protected: Codable {
  package init(from decoder: any Decoder) throws {
    value = try Value(from: decoder)
  }

  /// The value where the encoder's ``CodingUserInfoKey/disclosure`` reaches it, else
  /// `{"masked": "7F3A"}`.
  package func encode(to encoder: any Encoder) throws {
    let disclosure = encoder.userInfo[.disclosure] as? Disclosure
    if let disclosure, let value = reveal(disclosure) {
      try value.encode(to: encoder)
    } else {
      var container = encoder.container(keyedBy: MaskKey.self)
      try container.encode(disclosure.map(pseudonym) ?? description, forKey: .masked)
    }
  }
}

/// The shape of a masked value in JSON (interface, "`snapshot --json`").
private enum MaskKey: String, CodingKey {
  case masked
}

extension CodingUserInfoKey {
  /// Where an encoder carries its ``Disclosure``; without one every protected value is a mask.
  package static let disclosure: CodingUserInfoKey = {
    guard let key = CodingUserInfoKey(rawValue: "wallboard.disclosure") else {
      preconditionFailure("a user info key is made from any string")
    }
    return key
  }()
}

/// Who a person is: a telephone number, an address, a name.
package struct PersonalIdentifier: ProtectedContent, ExpressibleByStringLiteral {
  /// The identifier as it came, cut like any ``Text``.
  package let text: Text

  /// Wraps the string.
  package init(_ string: String) {
    text = Text(string)
  }

  package init(stringLiteral value: String) {
    self.init(value)
  }

  package init(from decoder: any Decoder) throws {
    text = try Text(from: decoder)
  }

  package func encode(to encoder: any Encoder) throws {
    try text.encode(to: encoder)
  }

  package static func isShown(by disclosure: Disclosure) -> Bool { disclosure.identifiers }
  package var pseudonymSource: String { text.string }
}

extension Text: ProtectedContent {
  package static func isShown(by disclosure: Disclosure) -> Bool { disclosure.words }
  package var pseudonymSource: String { string }
}

extension JSONValue: ProtectedContent {
  package static func isShown(by disclosure: Disclosure) -> Bool {
    disclosure.words && disclosure.identifiers
  }
  package var pseudonymSource: String { description }
}

extension Protected<Text> {
  /// Appends what follows the text, as far as there is room; the bytes by which it grew, 0 where it was cut
  /// to fewer.
  mutating func append(_ other: Protected<Text>) -> Int {
    let size = value.string.utf8.count
    value = value.appending(other.value)
    return max(0, value.string.utf8.count - size)
  }

  /// Whether the text begins like that.
  func begins(with other: Protected<Text>) -> Bool {
    value.string.hasPrefix(other.value.string)
  }
}
