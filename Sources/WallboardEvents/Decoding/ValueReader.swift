package import WallboardWire

package protocol FieldReadable {
  init(_ value: inout ValueReader) throws(FieldFault)
}

extension FieldReadable {
  /// Reads a text that is one value.
  package init(
    json text: Span<UInt8>, deepest: Int = JSONReader.deepest, author: JSONAuthor = .platform
  ) throws(FieldFault) {
    let fields = try FieldReader(text, deepest: deepest, author: author)
    var value = fields.whole
    try self.init(&value)
  }

  /// Reads a text that is one value, and adds its faults. U+FFFD stands for bytes that are no
  /// UTF-8.
  package init(
    json text: Span<UInt8>, deepest: Int, addingFaultsTo faults: inout FieldFaults
  ) throws(FieldFault) {
    guard text.isUTF8 else {
      let repaired = String(repairing: text)
      faults.add(FieldFault(.repaired))
      try self.init(json: repaired.utf8.span, deepest: deepest, addingFaultsTo: &faults)
      return
    }
    let fields = try FieldReader(text, deepest: deepest)
    var value = fields.whole
    try self.init(&value)
    faults.add(value.faultList)
  }
}

/// Who wrote a text, and so what may stand in it.
package enum JSONAuthor: Sendable {
  case platform
  /// We: what we keep beside the platform's fields is read, and times are numbers.
  case recording
  /// The same, with masks in the place of protected values.
  case maskedRecording

  package var isPlatform: Bool { self == .platform }
}

/// The value of one field while it is read.
package struct ValueReader: ~Copyable, ~Escapable {
  private let element: JSONElement
  package let author: JSONAuthor
  /// The faults of a value that could be read all the same.
  private(set) var faultList = FaultList()

  @_lifetime(copy element)
  init(_ element: JSONElement, author: JSONAuthor) {
    self.element = copy element
    self.author = author
  }

  package var kind: JSONKind { element.kind }

  /// A string, or a number as it is written. U+FFFD stands for half of a surrogate pair, as in a
  /// text that was cut inside an emoji.
  package mutating func string() throws(FieldFault) -> String {
    var isRepaired = false
    guard let string = element.string(&isRepaired) else {
      guard kind == .number else { throw unexpected(.string) }
      noteTaken(for: .string)
      return literal
    }
    if isRepaired { faultList.add(FieldFault(.repaired)) }
    return string
  }

  /// A string and nothing else, without half a surrogate pair.
  mutating func wholeString() throws(FieldFault) -> String {
    var isRepaired = false
    guard let string = element.string(&isRepaired) else { throw unexpected(.string) }
    guard !isRepaired else { throw FieldFault(.repaired) }
    return string
  }

  package var isEmptyString: Bool { kind == .string && element.bytes.isEmpty }

  /// The word of the table that a string is; `nil` for another, and for one with escapes.
  func word<Word>(of table: borrowing WordTable<Word>) -> Word? {
    element.isPlainString ? table.word(element.bytes) : nil
  }

  /// The identifier that a string is; `nil` for an empty or too long one.
  mutating func identifier<Thing>(
    _ type: Identifier<Thing>.Type
  ) throws(FieldFault) -> Identifier<Thing>? {
    guard element.isPlainString else { return Identifier(try string()) }
    return Identifier(element.bytes)
  }

  /// `true` or `false`; 1 and 0, and each of the four as a string, are taken for them.
  package mutating func boolean() throws(FieldFault) -> Bool {
    if let boolean = element.boolean { return boolean }
    guard let boolean = spelledBoolean else { throw unexpected(.boolean) }
    noteTaken(for: .boolean)
    return boolean
  }

  private var spelledBoolean: Bool? {
    switch kind {
    case .number: element.integer == 1 ? true : element.integer == 0 ? false : nil
    case .string where element.spells("true") || element.spells("1"): true
    case .string where element.spells("false") || element.spells("0"): false
    case .null, .boolean, .string, .array, .object: nil
    }
  }

  /// A number, or a string that is one.
  package mutating func double() throws(FieldFault) -> Double {
    guard kind != .number else {
      guard let number = element.double else { throw FieldFault(.unfit) }
      return number
    }
    guard let number = numberWithin?.double else { throw unexpected(.number) }
    noteTaken(for: .number)
    return number
  }

  /// A whole number, however it is written, or a string that is one.
  package mutating func integer() throws(FieldFault) -> Int {
    guard kind != .number else {
      guard let number = element.integer else { throw FieldFault(.unfit) }
      return number
    }
    guard let number = numberWithin?.integer else { throw unexpected(.wholeNumber) }
    noteTaken(for: .wholeNumber)
    return number
  }

  /// The JSON number that a string holds, with nothing around it.
  private var numberWithin: JSONElement? {
    @_lifetime(copy self)
    get {
      guard element.isPlainString else { return nil }
      var members: [JSONMember] = []
      var reader = JSONReader(element.bytes)
      guard let piece = try? reader.whole(into: &members), piece.kind == .number,
        piece.range.count == element.bytes.count
      else { return nil }
      return JSONElement(element.bytes, piece)
    }
  }

  private mutating func noteTaken(for expectation: FieldFault.Expectation) {
    faultList.add(FieldFault(.taken(for: expectation, found: kind)))
  }

  /// The text as it is written.
  package var literal: String { element.literal }

  @_lifetime(copy self)
  package func fields() throws(FieldFault) -> FieldReader {
    guard kind == .object else { throw unexpected(.object) }
    return try FieldReader(element, author: author)
  }

  /// Takes over the faults of this object's fields.
  package mutating func collect(_ fields: borrowing FieldReader) {
    faultList.add(fields.faultList) { $0 }
  }

  /// The fault of a value that is of another kind.
  package func unexpected(_ expectation: FieldFault.Expectation) -> FieldFault {
    FieldFault(.expected(expectation, found: kind))
  }
}

extension ValueReader {
  /// The elements of an array. One that cannot be read is left out, and a fault is noted.
  package mutating func elements<Element: FieldReadable>() throws(FieldFault) -> [Element] {
    var elements: [Element] = []
    var found = FaultList()
    var index = 0
    try forEachElement { value in
      do throws(FieldFault) {
        let element = try Element(&value)
        // Most lists are short; one that grows is copied again and again.
        if elements.isEmpty { elements.reserveCapacity(4) }
        elements.append(element)
        found.add(value.faultList) { $0.inElement(index) }
      } catch {
        found.add(error.inElement(index))
      }
      index += 1
    }
    faultList.add(found) { $0 }
    return elements
  }

  /// Of the first `most` elements those that can be read, in order, and how many elements there are
  /// in all. For one that cannot be read a fault is noted.
  package mutating func readableElements<Element: FieldReadable>(
    most: Int, of type: Element.Type = Element.self
  ) throws(FieldFault) -> (readable: [Element], count: Int) {
    var readable: [Element] = []
    var found = FaultList()
    var count = 0
    try forEachElement { value in
      let index = count
      count += 1
      guard index < most else { return }
      do throws(FieldFault) {
        readable.append(try Element(&value))
        found.add(value.faultList) { $0.inElement(index) }
      } catch {
        found.add(error.inElement(index))
      }
    }
    faultList.add(found) { $0 }
    return (readable, count)
  }

  private func forEachElement(
    _ body: (inout ValueReader) -> Void
  ) throws(FieldFault) {
    guard kind == .array else { throw unexpected(.array) }
    var reader = element.reader
    do throws(JSONFault) { try reader.enter(.array) } catch { throw FieldFault(error) }
    while let piece = try Self.next(&reader) {
      var value = ValueReader(element.other(piece), author: author)
      body(&value)
    }
  }

  private static func next(_ reader: inout JSONReader) throws(FieldFault) -> JSONPiece? {
    do throws(JSONFault) { return try reader.nextElement() } catch { throw FieldFault(error) }
  }

  /// The members of an object whose names are not of the contract; of equal names the first. One
  /// that cannot be read is left out, and a fault is noted, which does not tell the name: that is
  /// data.
  package mutating func dictionary<Value: FieldReadable>() throws(FieldFault) -> [String: Value] {
    var fields = try fields()
    var found = FaultList()
    let values: [String: Value] = fields.remaining { value in
      do throws(FieldFault) {
        let read = try Value(&value)
        found.add(value.faultList) { FieldFault($0.problem) }
        return read
      } catch {
        found.add(FieldFault(error.problem))
        return nil
      }
    }
    faultList.add(found) { $0 }
    return values
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

/// One of a closed set of words.
extension FieldReadable where Self: RawRepresentable<String> {
  package init(_ value: inout ValueReader) throws(FieldFault) {
    guard let word = Self(rawValue: try value.string()) else { throw FieldFault(.unreadable) }
    self = word
  }
}

extension FieldReadable where Self: VocabularyWord {
  package init(_ value: inout ValueReader) throws(FieldFault) {
    if let word = value.word(of: Self.words) {
      self = word
    } else if let word = Self(rawValue: try value.string()) {
      self = word
    } else {
      throw FieldFault(.unreadable)
    }
  }
}

extension Dictionary: FieldReadable where Key == String, Value: FieldReadable {
  package init(_ value: inout ValueReader) throws(FieldFault) { self = try value.dictionary() }
}
