/// Reads a JSON text in one pass and says where its values stand: RFC 8259, no more and no less.
///
/// What is skipped is checked too: syntax, UTF-8, and the depth of arrays and objects. Nothing is
/// copied; all that is kept are places in the text.
package struct JSONReader: ~Escapable {
  /// The deepest nesting of arrays and objects; the contract's payloads have at most 3 levels.
  package static let deepest = 32

  private let text: Span<UInt8>
  private var position: Int
  private let end: Int
  /// How many more levels may be opened.
  private var levels: Int
  /// Whether the array or object was just entered.
  private var isBeforeFirst = true

  @_lifetime(copy text)
  package init(_ text: Span<UInt8>, deepest: Int = JSONReader.deepest) {
    self.text = text
    position = 0
    // A longer text has no places: it is read as an empty one, which is not JSON.
    end = text.count <= JSONPiece.longestText ? text.count : 0
    levels = deepest
  }

  /// A reader at the beginning of a value that another reader has checked.
  @_lifetime(copy text)
  init(_ text: Span<UInt8>, at piece: JSONPiece) {
    self.text = text
    position = piece.range.lowerBound
    end = min(piece.range.upperBound, text.count)
    levels = .max
  }

  /// Reads the text's only value, after a byte order mark if there is one. If it is an object, its
  /// members are appended.
  package mutating func whole(into members: inout [JSONMember]) throws(JSONFault) -> JSONPiece {
    // Writers must not add one, readers may ignore it (RFC 8259, 8.1).
    if position == 0, text.startsWithByteOrderMark { position = 3 }
    skipBlanks()
    let whole: JSONPiece
    if byte == .openingBrace {
      let start = position
      try enter(.object)
      while let member = try nextMember() { members.append(member) }
      whole = JSONPiece(.object, start..<position)
    } else {
      whole = try value()
    }
    skipBlanks()
    guard position == end else { throw .notJSON }
    return whole
  }

  /// Enters the array or object that begins here.
  package mutating func enter(_ kind: JSONKind) throws(JSONFault) {
    try skip(kind == .array ? .openingBracket : .openingBrace)
    guard levels > 0 else { throw .tooDeep }
    levels -= 1
    isBeforeFirst = true
  }

  /// The next element of the array that was entered; `nil` after the last.
  package mutating func nextElement() throws(JSONFault) -> JSONPiece? {
    guard try hasNext(before: .closingBracket) else { return nil }
    return try value()
  }

  /// The next member of the object that was entered; `nil` after the last.
  package mutating func nextMember() throws(JSONFault) -> JSONMember? {
    guard try hasNext(before: .closingBrace) else { return nil }
    let name = try string()
    skipBlanks()
    try skip(.colon)
    skipBlanks()
    return JSONMember(name: name, value: try value())
  }

  /// Whether another element or member follows; moves to it, or past the closing bracket.
  @inline(__always)
  private mutating func hasNext(before closing: UInt8) throws(JSONFault) -> Bool {
    skipBlanks()
    if byte == closing {
      position += 1
      levels += 1
      return false
    }
    if isBeforeFirst {
      isBeforeFirst = false
    } else {
      try skip(.comma)
      skipBlanks()
    }
    return true
  }
}

extension JSONReader {
  /// Checks the value that begins here.
  private mutating func value() throws(JSONFault) -> JSONPiece {
    let start = position
    switch byte {
    case .quote: return try string()
    case .openingBrace:
      try enter(.object)
      while try nextMember() != nil {}
      isBeforeFirst = false
      return JSONPiece(.object, start..<position)
    case .openingBracket:
      try enter(.array)
      while try nextElement() != nil {}
      isBeforeFirst = false
      return JSONPiece(.array, start..<position)
    case UInt8(ascii: "t"): try skip("true")
    case UInt8(ascii: "f"): try skip("false")
    case UInt8(ascii: "n"):
      try skip("null")
      return JSONPiece(.null, start..<position)
    default:
      try skipNumber()
      return JSONPiece(.number, start..<position)
    }
    return JSONPiece(.boolean, start..<position)
  }

  /// The byte at ``position``; 0, which begins nothing, at the end.
  private var byte: UInt8 { position < end ? text[position] : 0 }

  @inline(__always)
  private mutating func skip(_ expected: UInt8) throws(JSONFault) {
    guard byte == expected else { throw .notJSON }
    position += 1
  }

  private mutating func skip(_ word: StaticString) throws(JSONFault) {
    let (start, count) = (position, word.utf8CodeUnitCount)
    guard end - start >= count, text.extracting(start..<start + count).spells(word) else {
      throw .notJSON
    }
    position += count
  }

  /// Apart, since compact texts have no blanks.
  @inline(__always)
  private mutating func skipBlanks() {
    if byte <= .space { skipSomeBlanks() }
  }

  private mutating func skipSomeBlanks() {
    while position < end {
      let byte = text[position]
      guard byte <= .space,
        byte == .space || byte == .lineFeed || byte == .carriageReturn || byte == .tab
      else { return }
      position += 1
    }
  }

  private mutating func skipNumber() throws(JSONFault) {
    if byte == .minus { position += 1 }
    // No digit may follow a leading zero.
    if byte == UInt8(ascii: "0") { position += 1 } else { try skipDigits() }
    if byte == .point {
      position += 1
      try skipDigits()
    }
    guard byte | 0x20 == UInt8(ascii: "e") else { return }
    position += 1
    if byte == .plus || byte == .minus { position += 1 }
    try skipDigits()
  }

  private mutating func skipDigits() throws(JSONFault) {
    let start = position
    while byte.decimalDigit != nil { position += 1 }
    guard position > start else { throw .notJSON }
  }
}

extension JSONReader {
  @inline(__always)
  private mutating func string() throws(JSONFault) -> JSONPiece {
    try skip(.quote)
    let start = position
    var isEscaped = false
    while true {
      skipPlain()
      switch byte {
      case .quote:
        position += 1
        return JSONPiece(.string, start..<position - 1, isEscaped: isEscaped)
      case .backslash:
        isEscaped = true
        try skipEscape()
      case 0x80...: try skipCharacter()
      // A control character, or the end.
      default: throw .notJSON
      }
    }
  }

  /// Skips ASCII characters that stand for themselves, perhaps past ``end``: ``byte`` takes care of
  /// that.
  @inline(__always)
  private mutating func skipPlain() {
    position = text.firstIndex(from: position) { bytes in
      // Control characters wrap around to large numbers, so that one comparison finds them and
      // non-ASCII.
      bytes &- .each(.space) .>= .each(0x80 - .space)
        .| bytes .== .each(.quote) .| bytes .== .each(.backslash)
    } or: { byte in
      !byte.isPlain
    }
  }

  private mutating func skipEscape() throws(JSONFault) {
    position += 1
    switch byte {
    case .quote, .backslash, UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 1
    case UInt8(ascii: "u"):
      position += 1
      for _ in 0..<4 {
        guard byte.hexadecimalDigit != nil else { throw .notJSON }
        position += 1
      }
    default: throw .notJSON
    }
  }

  /// Skips a non-ASCII character.
  private mutating func skipCharacter() throws(JSONFault) {
    var validator = UTF8Validator()
    repeat {
      guard position < end, validator.accepts(text[position]) else { throw .notJSON }
      position += 1
    } while !validator.isAtBoundary
  }
}

extension Span<UInt8> {
  /// Whether this is printable ASCII without quotes and backslashes, which needs no escaping in
  /// JSON and none on a terminal.
  package var isPlainInJSON: Bool {
    let first = firstIndex(from: 0) { bytes in
      bytes &- .each(.space) .>= .each(.delete - .space)
        .| bytes .== .each(.quote) .| bytes .== .each(.backslash)
    } or: { byte in
      !byte.isPlain || byte == .delete
    }
    return first == count
  }
}

extension UInt8 {
  /// Whether this is ASCII that stands for itself in a string of JSON.
  fileprivate var isPlain: Bool {
    self >= .space && self < 0x80 && self != .quote && self != .backslash
  }
}

@usableFromInline package struct JSONMember: Sendable {
  package let name: JSONPiece
  package let value: JSONPiece
  /// A mark for the reader of an object's members.
  package var isRead = false
}

/// Why a text is refused.
package enum JSONFault: Error, Equatable {
  /// It is not JSON by RFC 8259, or not UTF-8.
  case notJSON
  /// Its arrays and objects are nested too deep.
  case tooDeep
}
