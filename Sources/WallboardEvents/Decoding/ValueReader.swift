package import WallboardWire

/// What can be read from a value of a payload.
package protocol FieldReadable {
  init(_ value: inout ValueReader) throws(FieldFault)
}

extension FieldReadable {
  /// Reads a text that is one value.
  package init(
    json text: Span<UInt8>, deepest: Int = FieldReader.deepest, readsMasks: Bool = false
  ) throws(FieldFault) {
    let fields = try FieldReader(text, deepest: deepest, readsMasks: readsMasks)
    var value = fields.whole
    try self.init(&value)
  }
}

/// The value of one field, while it is read.
package struct ValueReader: ~Escapable {
  private let element: JSONElement
  /// Whether masks may stand in the place of protected values, as in a masked recording.
  package let readsMasks: Bool

  @_lifetime(copy element)
  init(_ element: JSONElement, readsMasks: Bool) {
    self.element = copy element
    self.readsMasks = readsMasks
  }

  /// What kind of value it is.
  package var kind: JSONKind { element.kind }

  /// A string; half of a surrogate pair, as of a text that was cut in the middle of an emoji, is
  /// U+FFFD.
  package func string() throws(FieldFault) -> String {
    var isRepaired = false
    guard let string = element.string(&isRepaired) else { throw unexpected(.string) }
    return string
  }

  /// The word of the table that a string is; `nil` for another, and for one with escapes.
  func word<Word>(of table: borrowing WordTable<Word>) -> Word? {
    element.isPlainString ? table.word(element.bytes) : nil
  }

  /// The identifier that a string is; `nil` for an empty or too long one.
  func identifier<Thing>(_ type: Identifier<Thing>.Type) throws(FieldFault) -> Identifier<Thing>? {
    guard element.isPlainString else { return Identifier(try string()) }
    return Identifier(element.bytes)
  }

  /// `true` or `false`.
  package func boolean() throws(FieldFault) -> Bool {
    guard let boolean = element.boolean else { throw unexpected(.boolean) }
    return boolean
  }

  /// A number.
  package func double() throws(FieldFault) -> Double {
    guard kind == .number else { throw unexpected(.number) }
    guard let number = element.double else { throw FieldFault(.unfit) }
    return number
  }

  /// A whole number, however it is written.
  package func integer() throws(FieldFault) -> Int {
    guard kind == .number else { throw unexpected(.wholeNumber) }
    guard let number = element.integer else { throw FieldFault(.unfit) }
    return number
  }

  /// What stands there, as it is written.
  package var literal: String { element.literal }

  /// The members of an object.
  @_lifetime(copy self)
  package func fields() throws(FieldFault) -> FieldReader {
    guard kind == .object else { throw unexpected(.object) }
    return try FieldReader(element, readsMasks: readsMasks)
  }

  /// The fault of a value that is of another kind.
  package func unexpected(_ expectation: FieldFault.Expectation) -> FieldFault {
    FieldFault(.expected(expectation, found: kind))
  }
}

extension ValueReader {
  /// The elements of an array.
  package func elements<Element: FieldReadable>() throws(FieldFault) -> [Element] {
    var elements: [Element] = []
    try forEachElement { value throws(FieldFault) in
      do throws(FieldFault) {
        elements.append(try Element(&value))
      } catch {
        throw error.inElement(elements.count)
      }
    }
    return elements
  }

  /// Those of the first so many elements that can be read, in order, and how many there are at all:
  /// one that cannot be read costs only itself.
  package func readableElements<Element: FieldReadable>(
    most: Int, of type: Element.Type = Element.self
  ) throws(FieldFault) -> (readable: [Element], count: Int) {
    var readable: [Element] = []
    var count = 0
    try forEachElement { value throws(FieldFault) in
      count += 1
      if count <= most, let element = try? Element(&value) { readable.append(element) }
    }
    return (readable, count)
  }

  private func forEachElement(
    _ body: (inout ValueReader) throws(FieldFault) -> Void
  ) throws(FieldFault) {
    guard kind == .array else { throw unexpected(.array) }
    var reader = element.reader
    do throws(JSONFault) { try reader.enter(.array) } catch { throw FieldFault(error) }
    while let piece = try Self.next(&reader) {
      var value = ValueReader(element.other(piece), readsMasks: readsMasks)
      try body(&value)
    }
  }

  private static func next(_ reader: inout JSONReader) throws(FieldFault) -> JSONPiece? {
    do throws(JSONFault) { return try reader.nextElement() } catch { throw FieldFault(error) }
  }

  /// The members of an object of any names; of equal ones the first.
  package func dictionary<Value: FieldReadable>() throws(FieldFault) -> [String: Value] {
    var fields = try fields()
    return try fields.remaining { value throws(FieldFault) in
      do throws(FieldFault) { return try Value(&value) } catch { throw error.withoutPath }
    }
  }
}

extension Bool: FieldReadable {
  package init(_ value: inout ValueReader) throws(FieldFault) { self = try value.boolean() }
}

extension Int: FieldReadable {
  package init(_ value: inout ValueReader) throws(FieldFault) { self = try value.integer() }
}

extension Double: FieldReadable {
  package init(_ value: inout ValueReader) throws(FieldFault) { self = try value.double() }
}

extension String: FieldReadable {
  package init(_ value: inout ValueReader) throws(FieldFault) { self = try value.string() }
}

extension Array: FieldReadable where Element: FieldReadable {
  package init(_ value: inout ValueReader) throws(FieldFault) { self = try value.elements() }
}

/// One of a fixed set of words.
extension FieldReadable where Self: RawRepresentable<String> {
  package init(_ value: inout ValueReader) throws(FieldFault) {
    guard let word = Self(rawValue: try value.string()) else { throw FieldFault(.unreadable) }
    self = word
  }
}

extension Dictionary: FieldReadable where Key == String, Value: FieldReadable {
  package init(_ value: inout ValueReader) throws(FieldFault) { self = try value.dictionary() }
}
