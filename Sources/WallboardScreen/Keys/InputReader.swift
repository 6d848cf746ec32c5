/// Reads what stands at the beginning of a terminal's input.
struct InputReader {
  private let bytes: ArraySlice<UInt8>
  private let isAll: Bool
  private let sequences: KeySequences
  private let encoding: TextEncoding

  /// A reader of these bytes, at least one; with `isAll` no others will follow.
  init(
    _ bytes: ArraySlice<UInt8>, isAll: Bool, sequences: KeySequences, encoding: TextEncoding
  ) {
    self.bytes = bytes
    self.isAll = isAll
    self.sequences = sequences
    self.encoding = encoding
  }

  /// Never ``InputItem/incomplete`` when these bytes are all.
  var item: InputItem {
    let item = byte(0) == KeyDecoder.escape ? itemAfterEscape : character(at: 0)
    // What only began and does not go on is nothing, but for Escape itself.
    guard item == .incomplete, isAll else { return item }
    return bytes.count == 1 ? .key(aloneKey, length: 1) : .key(altKey, length: bytes.count)
  }

  private func byte(_ offset: Int) -> UInt8? {
    offset < bytes.count ? bytes[bytes.startIndex + offset] : nil
  }

  private var aloneKey: Key? { byte(0) == KeyDecoder.escape ? .escape : nil }

  /// Alt and the one letter after Escape, unless it began a control sequence.
  private var altKey: Key? {
    guard byte(0) == KeyDecoder.escape, bytes.count == 2, let letter = byte(1), letter < 0x80,
      letter != UInt8(ascii: "["), letter != UInt8(ascii: "O")
    else { return nil }
    return alt(.key(Key(typed: Unicode.Scalar(letter)), length: 1)).key
  }

  private var itemAfterEscape: InputItem {
    if !isAll, sequences.mayGoOn(after: bytes) { return .incomplete }
    if let (key, length) = sequences.match(bytes) { return .key(key, length: length) }
    return switch byte(1) {
    case nil: .incomplete
    case KeyDecoder.escape: .key(.escape, length: 1)
    case UInt8(ascii: "["): controlSequence
    case UInt8(ascii: "O"): byte(2).map { .key(Key(shifted: $0), length: 3) } ?? .incomplete
    case UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "]"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      controlString
    case _: alt(character(at: 1))
    }
  }

  private func alt(_ item: InputItem) -> InputItem {
    guard case .key(let key, let length) = item else { return .incomplete }
    guard case .character(let character)? = key else { return .key(nil, length: length + 1) }
    return .key(.alt(character), length: length + 1)
  }

  // ECMA-48, 5.4: parameters and intermediates, then one final byte.
  private var controlSequence: InputItem {
    let parameters = bytes.dropFirst(2).prefix { (0x20..<0x40).contains($0) }
    let length = 2 + parameters.count
    guard let final = byte(length) else { return .incomplete }
    // Whatever breaks a sequence off is not a part of it.
    guard (0x40..<0x7F).contains(final) else { return .key(nil, length: length) }
    guard length < KeyDecoder.longestSequence else { return .key(nil, length: length + 1) }
    if parameters.isEmpty, let more = Self.bytesAfterFinal[final] {
      guard bytes.count >= 3 + more else { return .incomplete }
      let report = final == UInt8(ascii: "M") ? Array(bytes.dropFirst(3).prefix(more)) : []
      return .key(MouseEvent(offsetBytes: report).map(Key.mouse), length: 3 + more)
    }
    let text = String(decoding: parameters, as: UTF8.self)
    if text == "200", final == UInt8(ascii: "~") { return .pasteBegins(length: length + 1) }
    if text.hasPrefix("?"), final == UInt8(ascii: "c") { return .answer(length: length + 1) }
    if final == UInt8(ascii: "R"), let column = WidthSample.column(of: text) {
      return .sample(endsAt: column, length: length + 1)
    }
    return .key(Key(final: final, parameters: text), length: length + 1)
  }

  /// Sequences that go on after their final byte: the older report of the mouse, and the function
  /// keys of the Linux console.
  private static let bytesAfterFinal = [UInt8(ascii: "M"): 3, UInt8(ascii: "["): 1]

  // ECMA-48, 5.6: an answer, to a question that is asked here or not.
  private var controlString: InputItem {
    for (offset, byte) in bytes.enumerated().dropFirst(2) {
      switch byte {
      case 0x07: return answer(upTo: offset, length: offset + 1)
      case 0x18, 0x1A: return .key(nil, length: offset + 1)
      case KeyDecoder.escape:
        guard let next = self.byte(offset + 1) else { return .incomplete }
        return next == UInt8(ascii: "\\")
          ? answer(upTo: offset, length: offset + 2) : .key(nil, length: offset)
      default: break
      }
    }
    return .incomplete
  }

  private func answer(upTo end: Int, length: Int) -> InputItem {
    guard byte(1) == UInt8(ascii: "]"),
      let color = BackgroundAnswer.color(of: bytes.prefix(end).dropFirst(2))
    else { return .key(nil, length: length) }
    return .background(color, length: length)
  }

  /// A character as the encoding has it.
  private func character(at offset: Int) -> InputItem {
    guard let first = byte(offset) else { return .incomplete }
    if first < 0x80 { return .key(Key(typed: Unicode.Scalar(first)), length: 1) }
    switch encoding {
    case .singleByte: return .key(encoding.scalar(of: first).flatMap(Key.init(typed:)), length: 1)
    case .utf8: return encodedCharacter(at: offset, first: first)
    }
  }

  private func encodedCharacter(at offset: Int, first: UInt8) -> InputItem {
    let wanted = Self.length(ofCharacterFrom: first)
    let encoded = bytes.dropFirst(offset).prefix(wanted)
    let valid = 1 + encoded.dropFirst().prefix { $0 & 0xC0 == 0x80 }.count
    guard valid == encoded.count else { return .key(nil, length: valid) }
    guard valid == wanted else { return .incomplete }
    var parser = UTF8()
    var iterator = encoded.makeIterator()
    guard case .scalarValue(let scalar) = parser.decode(&iterator) else {
      return .key(nil, length: 1)
    }
    return .key(Key(typed: scalar), length: wanted)
  }

  // RFC 3629, 3 and 4.
  private static func length(ofCharacterFrom first: UInt8) -> Int {
    switch first {
    case 0xC2..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0..<0xF5: 4
    default: 1
    }
  }
}

extension InputItem {
  fileprivate var key: Key? {
    if case .key(let key, _) = self { key } else { nil }
  }
}

/// What stands at the beginning of a terminal's input.
enum InputItem: Hashable {
  /// The rest of it has not come yet.
  case incomplete

  /// A key, or `nil` for what is none, and how many bytes it takes; at least one.
  case key(Key?, length: Int)

  /// An answer to the question what the terminal is (DA1), in so many bytes.
  case answer(length: Int)

  /// The colour of the terminal's background, in so many bytes.
  case background(RGB, length: Int)

  /// Where the cursor stands behind a ``WidthSample``, in so many bytes.
  case sample(endsAt: Int, length: Int)

  /// From after so many bytes on it is text that was pasted.
  case pasteBegins(length: Int)
}

/// The sequences that a terminal's terminfo entry names for keys.
package struct KeySequences: Hashable, Sendable {
  private var keys: [[UInt8]: Key] = [:]
  private var beginnings: Set<[UInt8]> = []

  /// Only what begins with Escape and goes on is a sequence; of two keys with the same, the first
  /// has it.
  package init(_ sequences: [(bytes: [UInt8], key: Key)] = []) {
    for (bytes, key) in sequences where bytes.count > 1 && bytes.first == KeyDecoder.escape {
      guard keys[bytes] == nil else { continue }
      keys[bytes] = key
      for length in 1..<bytes.count { beginnings.insert(Array(bytes.prefix(length))) }
    }
  }

  /// Whether more bytes could make a sequence of these, of which they are all that came.
  func mayGoOn(after bytes: ArraySlice<UInt8>) -> Bool {
    beginnings.contains(Array(bytes))
  }

  /// The longest sequence at the beginning of these bytes.
  func match(_ bytes: ArraySlice<UInt8>) -> (key: Key, length: Int)? {
    var length = 1
    var found: (key: Key, length: Int)?
    while length < bytes.count, beginnings.contains(Array(bytes.prefix(length))) {
      length += 1
      if let key = keys[Array(bytes.prefix(length))] { found = (key, length) }
    }
    return found
  }
}
