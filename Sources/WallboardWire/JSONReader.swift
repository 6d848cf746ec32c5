/// Goes through a JSON text once and says where its values stand: RFC 8259, no more and no less.
///
/// Whatever is passed over is checked too: syntax, UTF-8, and how deep arrays and objects are nested.
/// Nothing is copied, and nothing is kept but places in the text.
package struct JSONReader: ~Escapable {
  /// The most levels of arrays and objects; payloads of the contract have at most 3.
  package static let deepest = 32

  private let text: Span<UInt8>
  private var position: Int
  private let end: Int
  /// Levels that may still be opened.
  private var levels: Int
  /// Whether nothing of the array or object that was entered has been read.
  private var isBeforeFirst = true

  /// A reader at the beginning of the text.
  @_lifetime(copy text)
  package init(_ text: Span<UInt8>, deepest: Int = JSONReader.deepest) {
    self.text = text
    position = 0
    // There are no places in a longer one: it is no JSON, as nothing is.
    end = text.count <= JSONPiece.longestText ? text.count : 0
    levels = deepest
  }

  /// A reader at the beginning of a value of the text, which another has been through.
  @_lifetime(copy text)
  init(_ text: Span<UInt8>, at piece: JSONPiece) {
    self.text = text
    position = piece.range.lowerBound
    end = min(piece.range.upperBound, text.count)
    levels = .max
  }

  /// Reads the one value of the text, behind a byte order mark if there is one; where that is an object, its members are appended.
  package mutating func whole(into members: inout [JSONMember]) throws(JSONFault) -> JSONPiece {
    // Nobody ought to write one, and a reader may ignore it (RFC 8259, 8.1).
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

  /// Steps into the array or object that begins here.
  package mutating func enter(_ kind: JSONKind) throws(JSONFault) {
    try skip(kind == .array ? .openingBracket : .openingBrace)
    guard levels > 0 else { throw .tooDeep }
    levels -= 1
    isBeforeFirst = true
  }

  /// The next element of the array that was entered; `nil` behind its last.
  package mutating func nextElement() throws(JSONFault) -> JSONPiece? {
    guard try hasNext(before: .closingBracket) else { return nil }
    return try value()
  }

  /// The next member of the object that was entered; `nil` behind its last.
  package mutating func nextMember() throws(JSONFault) -> JSONMember? {
    guard try hasNext(before: .closingBrace) else { return nil }
    let name = try string()
    skipBlanks()
    try skip(.colon)
    skipBlanks()
    return JSONMember(name: name, value: try value())
  }

  /// Whether another one follows, at which the reader then is; else it is behind the bracket.
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

  /// The byte here; 0, which begins nothing, at the end.
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

  /// Compact texts have none.
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
    // No digit may follow a zero.
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
      // A control, or the end.
      default: throw .notJSON
      }
    }
  }

  /// Skips ASCII that stands for itself, perhaps to behind the end: ``byte`` sees that.
  @inline(__always)
  private mutating func skipPlain() {
    position = text.firstIndex(from: position) { bytes in
      // Below a blank are controls, which wrap around; from 0x80 on it is no ASCII.
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

  /// Skips a character that is not ASCII.
  private mutating func skipCharacter() throws(JSONFault) {
    var validator = UTF8Validator()
    repeat {
      guard position < end, validator.accepts(text[position]) else { throw .notJSON }
      position += 1
    } while !validator.isAtBoundary
  }
}

extension Span<UInt8> {
  /// Whether a string of JSON holds it as it is, and a terminal shows it so: nothing but letters, digits
  /// and signs of ASCII, and neither a quote nor a backslash.
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
  /// Whether a string of JSON may hold it as it is; what is not ASCII is looked at as characters.
  fileprivate var isPlain: Bool {
    self >= .space && self < 0x80 && self != .quote && self != .backslash
  }
}

/// A member of a JSON object.
@usableFromInline package struct JSONMember: Sendable {
  package let name: JSONPiece
  package let value: JSONPiece
  /// For whoever reads an object's members: that this one has been.
  package var isRead = false
}

/// Why a text is no JSON that is read.
package enum JSONFault: Error, Equatable {
  /// It is not what RFC 8259 says, or no UTF-8.
  case notJSON
  /// Its arrays and objects are nested deeper than was allowed.
  case tooDeep
}
