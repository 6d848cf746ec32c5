import WallboardWire

/// JSON while it is written, byte after byte.
///
/// The members of an object that do not come in the order of their names are sorted when it ends;
/// of equal names the last one stays.
package struct JSONText {
  /// A value that has begun.
  private struct Level {
    enum Kind { case nothing, scalar, array, object }

    var kind = Kind.nothing
    /// Where the first element or member stands in the bytes.
    var start = 0
    /// Elements of an array so far.
    var count = 0
    /// Where this object's members begin among ``members``.
    var firstMember = 0
  }

  private struct Member {
    let name: String
    /// Where it stands in the bytes, without the commas.
    let start: Int
    var end = 0
  }

  private(set) var bytes: [UInt8] = []
  /// The values that have begun and not ended, from the outermost inwards.
  private var levels: [Level] = []
  /// The members of all objects that have not ended, one object after the other.
  private var members: [Member] = []
  /// Where members are sorted; kept for its memory.
  private var ordered: [UInt8] = []

  /// What may be shown in it.
  package let disclosure: Disclosure?

  init(_ disclosure: Disclosure?) {
    self.disclosure = disclosure
    bytes.reserveCapacity(512)
    levels.reserveCapacity(8)
    members.reserveCapacity(32)
  }

  /// Begins a value.
  mutating func begin() { levels.append(Level()) }

  /// Ends the value of that level and those within it. A value of which nothing was written is an
  /// empty object.
  mutating func end(_ level: Int) {
    while levels.count > level {
      let ended = levels.removeLast()
      switch ended.kind {
      case .nothing: bytes += "{}".utf8
      case .scalar: break
      case .array: bytes.append(UInt8(ascii: "]"))
      case .object:
        sortMembers(from: ended)
        bytes.append(UInt8(ascii: "}"))
      }
    }
  }

  /// Makes the value of that level an object, unless it is one already.
  mutating func openObject(_ level: Int) {
    guard levels[level].kind != .object else { return }
    open(level, .object, UInt8(ascii: "{"))
    levels[level].firstMember = members.count
  }

  /// Makes the value of that level an array, unless it is one already.
  mutating func openArray(_ level: Int) {
    guard levels[level].kind != .array else { return }
    open(level, .array, UInt8(ascii: "["))
  }

  private mutating func open(_ level: Int, _ kind: Level.Kind, _ bracket: UInt8) {
    precondition(levels[level].kind == .nothing, "one value is written in one place")
    bytes.append(bracket)
    levels[level].kind = kind
    levels[level].start = bytes.count
  }

  /// Begins a member of the object of that level; its value comes next.
  mutating func name(_ name: String, in level: Int) {
    end(level + 1)
    if members.count > levels[level].firstMember { bytes.append(UInt8(ascii: ",")) }
    members.append(Member(name: name, start: bytes.count))
    append(name)
    bytes.append(UInt8(ascii: ":"))
  }

  /// Begins an element of the array of that level; its value comes next.
  mutating func element(in level: Int) {
    end(level + 1)
    if levels[level].count > 0 { bytes.append(UInt8(ascii: ",")) }
    levels[level].count += 1
  }

  /// How many elements the array of that level has.
  func count(_ level: Int) -> Int { levels[level].count }

  /// Makes the value of that level a scalar, which comes next.
  mutating func scalar(_ level: Int) {
    precondition(levels[level].kind == .nothing, "one value is written in one place")
    levels[level].kind = .scalar
  }

  /// Writes a whole number, or a word of JSON.
  package mutating func append(literal: String) { bytes.append(copying: literal.utf8.span) }

  /// Writes a number. Throws `EncodingError` for one that is not finite.
  package mutating func append(number: some FloatingPoint & CustomStringConvertible) throws {
    guard number.isFinite else {
      throw EncodingError.invalidValue(
        number, EncodingError.Context(codingPath: [], debugDescription: "JSON has no \(number)"))
    }
    append(literal: number.description)
    if bytes.suffix(2).elementsEqual(".0".utf8) { bytes.removeLast(2) }
  }
}

// MARK: - For JSONWritable

extension JSONText {
  package mutating func object(_ members: (inout JSONText) throws -> Void) rethrows {
    let level = levels.count
    begin()
    openObject(level)
    try members(&self)
    end(level)
  }

  package mutating func member(_ name: String, _ value: some JSONWritable) throws {
    self.name(name, in: levels.count - 1)
    try value.write(to: &self)
  }

  package mutating func array(
    _ name: String, _ elements: (inout JSONText) throws -> Void
  ) rethrows {
    self.name(name, in: levels.count - 1)
    try array(elements)
  }

  package mutating func array(_ elements: (inout JSONText) throws -> Void) rethrows {
    let level = levels.count
    begin()
    openArray(level)
    try elements(&self)
    end(level)
  }

  package mutating func element(_ value: some JSONWritable) throws {
    element(in: levels.count - 1)
    try value.write(to: &self)
  }

  package mutating func element(_ members: (inout JSONText) throws -> Void) rethrows {
    element(in: levels.count - 1)
    try object(members)
  }
}

// MARK: - Members in order

extension JSONText {
  private mutating func sortMembers(from object: Level) {
    let first = object.firstMember
    guard first < members.count else { return }
    if !isInOrder(from: first) { putInOrder(members[first...], from: object.start) }
    members.removeLast(members.count - first)
  }

  private func isInOrder(from first: Int) -> Bool {
    var index = first + 1
    while index < members.count {
      guard compare(members[index - 1], members[index]) < 0 else { return false }
      index += 1
    }
    return true
  }

  private mutating func putInOrder(_ unordered: ArraySlice<Member>, from start: Int) {
    var sorted = Array(unordered)
    for index in sorted.indices {
      sorted[index].end = index + 1 < sorted.count ? sorted[index + 1].start - 1 : bytes.count
    }
    sorted.sort { left, right in
      let order = compare(left, right)
      return order == 0 ? left.start < right.start : order < 0
    }
    ordered.removeAll(keepingCapacity: true)
    for (index, member) in sorted.enumerated() {
      if index + 1 < sorted.count, compare(member, sorted[index + 1]) == 0 { continue }
      if !ordered.isEmpty { ordered.append(UInt8(ascii: ",")) }
      ordered += bytes[member.start..<member.end]
    }
    bytes.removeLast(bytes.count - start)
    bytes += ordered
  }

  /// Less than 0 where the left name comes first by its bytes, 0 where both are the same.
  private func compare(_ left: Member, _ right: Member) -> Int {
    let (one, other) = (left.name.utf8.span, right.name.utf8.span)
    for index in 0..<min(one.count, other.count) where one[index] != other[index] {
      return Int(one[index]) - Int(other[index])
    }
    return one.count - other.count
  }
}

// MARK: - Strings

extension JSONText {
  /// Combining marks on one character; more are a known attack on terminals.
  private static let mostMarks = 2

  /// Writes a string, with escapes for what a terminal or an editor would obey.
  package mutating func append(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    let text = string.utf8.span
    if text.isPlainInJSON { bytes.append(copying: text) } else { appendEscaped(string) }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendEscaped(_ string: String) {
    var marks = 0
    for scalar in string.unicodeScalars {
      marks = scalar.isMark ? marks + 1 : 0
      switch scalar {
      case "\"": bytes += #"\""#.utf8
      case "\\": bytes += #"\\"#.utf8
      case "\u{8}": bytes += #"\b"#.utf8
      case "\u{C}": bytes += #"\f"#.utf8
      case "\n": bytes += #"\n"#.utf8
      case "\r": bytes += #"\r"#.utf8
      case "\t": bytes += #"\t"#.utf8
      case _ where scalar.isObeyed || marks > Self.mostMarks: bytes += scalar.escaped.utf8
      default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether this acts on the terminal or on the text around it, or cannot be seen.
  fileprivate var isObeyed: Bool {
    guard value >= 0x7F else { return value < 0x20 }
    if properties.isDefaultIgnorableCodePoint { return true }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
      return true
    default: return false
    }
  }

  fileprivate var isMark: Bool {
    value >= 0x300
      && [.nonspacingMark, .enclosingMark].contains(properties.generalCategory)
  }

  /// `\u` and four digits, for each unit of UTF-16 (RFC 8259, 7).
  fileprivate var escaped: String {
    UTF16.encode(self)?.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined() ?? ""
  }
}
