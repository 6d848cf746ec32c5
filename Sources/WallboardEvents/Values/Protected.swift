import WallboardWire

/// A value that may be protected health information (PHI).
///
/// Its description, mirror and encoded form are a mask. The plain value comes out through
/// ``reveal(_:)`` alone, so that a leak is a compile error.
package struct Protected<Value: ProtectedContent>: Hashable, Sendable {
  private enum Content: Hashable, Sendable {
    case value(Value)
    /// From a masked recording: the value is nowhere.
    case pseudonym(Pseudonym)
  }

  private var content: Content

  package init(_ value: Value) {
    content = .value(value)
  }

  /// The plain value; `nil` where the disclosure does not reach it, or only the pseudonym is known.
  package func reveal(_ disclosure: Disclosure) -> Value? {
    guard Value.isShown(by: disclosure), case .value(let value) = content else { return nil }
    return value
  }

  /// The size of a value that is here.
  func measure(_ size: (Value) -> Int) -> Int? {
    guard case .value(let value) = content else { return nil }
    return size(value)
  }

  /// Four hexadecimal digits that stand for the value as long as the program runs.
  package func pseudonym(_ disclosure: Disclosure) -> String {
    switch content {
    case .value(let value): disclosure.pseudonyms.pseudonym(of: value.pseudonymSource)
    case .pseudonym(let pseudonym): pseudonym.digits
    }
  }

  package var isEmpty: Bool {
    switch content {
    case .value(let value): value.isEmpty
    case .pseudonym: false
    }
  }
}

extension Protected: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { Privacy.mask }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}

extension Protected: JSONWritable {
  /// The value where it is empty or the text's disclosure reaches it, else `{"masked": "7F3A"}`.
  package func write(to text: inout JSONText) throws {
    let disclosure = text.disclosure
    if case .value(let value) = content, isEmpty || disclosure.map(Value.isShown) ?? false {
      try value.write(to: &text)
    } else {
      try text.object { try $0.member("masked", disclosure.map(pseudonym) ?? description) }
    }
  }
}

extension Protected: FieldReadable {
  /// The value; in a masked recording also the pseudonym in its place.
  package init(_ value: inout ValueReader) throws(FieldFault) {
    if value.author == .maskedRecording, value.kind == .object, let mask = try? Mask(&value) {
      content = .pseudonym(mask.masked)
    } else {
      content = .value(try Value(&value))
    }
  }
}

/// A masked value of a recording (interface, "`snapshot --json`").
private struct Mask {
  let masked: Pseudonym
}

extension Mask {
  init(_ value: inout ValueReader) throws(FieldFault) {
    var fields = try value.fields()
    masked = Pseudonym(digits: try fields.key("masked"))
    guard masked.isPlausible else { throw FieldFault(.unreadable) }
  }
}

/// Four hexadecimal digits.
private struct Pseudonym: Hashable, Sendable {
  let digits: String

  var isPlausible: Bool { digits.utf8.count == 4 && digits.allSatisfy(\.isHexDigit) }
}

extension CodingUserInfoKey {
  /// Where an encoder carries its ``Disclosure``. Without one every protected value is a mask.
  package static let disclosure: CodingUserInfoKey = {
    guard let key = CodingUserInfoKey(rawValue: "wallboard.disclosure") else {
      preconditionFailure("a user info key is made from any string")
    }
    return key
  }()
}

/// What a ``Protected`` value can hold.
package protocol ProtectedContent: Hashable, Sendable, JSONWritable, FieldReadable {
  /// Whether a disclosure shows values of this type: by its identifiers, its words, or both.
  static func isShown(by disclosure: Disclosure) -> Bool
  /// The text that the pseudonym is made from. It is the same for all words: where they are not
  /// shown they are not told apart either.
  var pseudonymSource: String { get }
  /// An empty string is not a secret.
  var isEmpty: Bool { get }
}

extension ProtectedContent {
  package var pseudonymSource: String { "" }
}

/// Who a person is: a telephone number, an address, a name.
package struct PersonalIdentifier: ProtectedContent, ExpressibleByStringLiteral {
  package let text: BoundedString

  package init(_ string: String) {
    text = BoundedString(string)
  }

  package init(stringLiteral value: String) {
    self.init(value)
  }

  package init(_ value: inout ValueReader) throws(FieldFault) {
    text = try BoundedString(&value)
  }

  package func write(to text: inout JSONText) { self.text.write(to: &text) }

  package static func isShown(by disclosure: Disclosure) -> Bool { disclosure.identifiers }
  package var pseudonymSource: String { text.string }
  package var isEmpty: Bool { text.isEmpty }
}

extension BoundedString: ProtectedContent {
  package static func isShown(by disclosure: Disclosure) -> Bool { disclosure.words }
}

extension JSONValue: ProtectedContent {
  package static func isShown(by disclosure: Disclosure) -> Bool {
    disclosure.words && disclosure.identifiers
  }
  package var isEmpty: Bool { self == .string("") }
}

extension Protected<BoundedString> {
  /// Appends what follows the text, as far as its limit has room, and returns the bytes by which it
  /// grew: 0 where the cut made it shorter, or where one of the two is masked.
  package mutating func append(_ other: Protected<BoundedString>) -> Int {
    switch (content, other.content) {
    case (.value(let text), .value(let rest)):
      let whole = text.appending(rest)
      content = .value(whole)
      return max(0, whole.string.utf8.count - text.string.utf8.count)
    case (.value, .pseudonym): content = other.content
    case (.pseudonym, _): break
    }
    return 0
  }

  /// Whether the text is known to begin like that.
  package func begins(with other: Protected<BoundedString>) -> Bool {
    guard case .value(let text) = content, case .value(let start) = other.content else {
      return false
    }
    return text.string.hasPrefix(start.string)
  }
}

extension Protected where Value == PersonalIdentifier {
  /// The identifier, or in its place the kind of person and the pseudonym: `caller 7F3A`.
  package func label(_ kind: String = "caller", _ disclosure: Disclosure) -> String {
    reveal(disclosure)?.text.string ?? "\(kind) \(pseudonym(disclosure))"
  }
}

extension Protected where Value == BoundedString {
  /// The words, or a mask in their place.
  package func words(_ disclosure: Disclosure) -> String {
    reveal(disclosure)?.string ?? description
  }
}
