import WallboardBoard

/// Rejects TOML that the parser (toml++, by TOMLKit) cannot handle. It aborts the process at a
/// table without a name, at much that begins like a date, and at a list that ends with a brace or
/// contains a Unicode line break; it stops reading at a NUL; deep nesting takes it minutes.
///
/// And the usual slips, of which the parser tells where it stumbled and not what was forgotten: a
/// quotation mark, the end of a list.
struct TOMLCheck {
  /// What is wrong, and on which line.
  struct Problem: Error, Equatable {
    let line: Int
    let words: String
  }

  /// Nested brackets, and parts of a dotted key. The settings need three.
  static let deepest = 32

  private enum Place: Equatable {
    /// Outside of strings and comments; `isValue` after an equals sign.
    case plain(isValue: Bool)
    case comment
    case string(mark: UInt8, isLong: Bool)
  }

  /// One that is open.
  private struct Bracket {
    let mark: UInt8
    let line: Int
    /// Whether it is of a list or a table in braces, not of a table's name.
    let isOfValue: Bool
  }

  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var place = Place.plain(isValue: false)
  private var brackets: [Bracket] = []
  private var dots = 0
  /// Whether a value that began with a digit or a sign goes on.
  private var isInNumber = false

  private init(_ toml: String) {
    bytes = Array((toml.first == "\u{FEFF}" ? toml.dropFirst() : toml[...]).utf8)
  }

  /// Throws for what the parser must not see; other mistakes are left to it.
  static func check(_ toml: String) throws(Problem) {
    var check = TOMLCheck(toml)
    while check.index < check.bytes.count { try check.takeByte() }
  }

  private mutating func takeByte() throws(Problem) {
    let byte = bytes[index]
    index += 1
    guard
      byte >= 0x20 && byte != 0x7F || byte == .tab || byte == .lineFeed || byte == .carriageReturn
    else { throw problem("a control character, which TOML does not allow") }
    switch place {
    case .plain(let isValue): try takePlain(byte, isValue: isValue)
    case .string(let mark, let isLong): try take(byte, inStringOf: mark, isLong: isLong)
    case .comment: if byte == .lineFeed { place = nextLine }
    }
    if byte == .lineFeed { line += 1 }
  }

  private mutating func takePlain(_ byte: UInt8, isValue: Bool) throws(Problem) {
    if isValue {
      try checkList()
      if let words = bareText { throw problem(words) }
    }
    isInNumber = try isInNumber ? staysNumber(byte) : isValue && beginsNumber(byte)
    if isInNumber { return }
    switch byte {
    case .quote, .apostrophe: beginString(byte)
    case .number:
      guard !isValue || lastByte(before: index - 1) != .equals else {
        throw problem("a value is missing, for a comment begins at #; text needs quotation marks")
      }
      place = .comment
    case .period:
      dots += 1
      guard dots < Self.deepest else { throw tooDeep }
      return
    case .openBracket, .openBrace:
      if byte == .openBracket, brackets.isEmpty, !isValue { try checkTableName() }
      brackets.append(Bracket(mark: byte, line: line, isOfValue: isValue))
      guard brackets.count <= Self.deepest else { throw tooDeep }
    case .closeBrace:
      guard brackets.popLast()?.mark != .openBracket else {
        throw problem("a list that ends with } instead of ]")
      }
    case .closeBracket: _ = brackets.popLast()
    case .equals: place = .plain(isValue: true)
    case .lineFeed: place = nextLine
    case .comma: break
    case 0x80...:
      throw problem(
        isCurlyMark
          ? "a curly quotation mark; TOML knows the straight ones only, as in \"text\""
          : "a letter outside ASCII needs quotation marks")
    default: return
    }
    if byte != .quote, byte != .apostrophe { dots = 0 }
  }

  /// The parser assumes that a name or a closing bracket follows.
  private func checkTableName() throws(Problem) {
    let isArray = index < bytes.count && bytes[index] == .openBracket
    let rest = bytes[(isArray ? index + 1 : index)...].drop { $0 == .space || $0 == .tab }
    guard let first = rest.first, !first.beginsKey, first != .closeBracket,
      first != .openBracket || isArray
    else { return }
    throw problem("a table without a name; write it in the brackets, such as [alerts]")
  }

  /// Throws where a line within a list can only be what follows the list: `name = …` or `[name]`.
  private func checkList() throws(Problem) {
    guard let list = brackets.last, list.mark == .openBracket, isFirstOfLine else { return }
    let rest = bytes[(index - 1)...].prefix { $0 != .lineFeed && $0 != .number }
    let text = String(decoding: rest, as: UTF8.self).trimmed
    let key = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "_-.".contains($0)) }
    let isKey =
      key.first?.isLetter == true && text.dropFirst(key.count).drop { $0 == " " }.hasPrefix("=")
    guard isKey || Self.isTableName(text) else { return }
    let thing = list.isOfValue ? "the list that begins here" : "the name of the table"
    throw Problem(line: list.line, words: thing + " has no ]")
  }

  /// Whether it is nothing that a list may contain.
  private static func isTableName(_ text: String) -> Bool {
    let name = text.drop { "[ ".contains($0) }.prefix { !"] ".contains($0) }
    return text.hasPrefix("[") && text.hasSuffix("]") && name.first?.isLetter == true
      && !text.contains(",") && !otherValues.contains(String(name))
  }

  private var isFirstOfLine: Bool {
    let place = index - 1
    guard !bytes[place].isBlank, place > 0, bytes[place - 1].isBlank else { return false }
    return bytes[..<place].last { $0 != .space && $0 != .tab } == .lineFeed
  }

  private func lastByte(before place: Int) -> UInt8? { bytes[..<place].last { !$0.isBlank } }

  /// `“`, `‘` and their like.
  private var isCurlyMark: Bool {
    let mark = bytes[(index - 1)...].prefix(3)
    return mark.prefix(2) == [0xE2, 0x80] && (0x98...0x9F).contains(mark.last ?? 0)
  }

  /// What is wrong where text begins without quotation marks, which is what is forgotten most.
  private var bareText: String? {
    let start = index - 1
    guard bytes[start].beginsText || bytes[start].isDigit,
      let before = bytes[..<start].lastIndex(where: { !$0.isBlank }),
      bytes[before] == .equals
        || brackets.last?.mark == .openBracket && [.openBracket, .comma].contains(bytes[before])
    else { return nil }
    let end: [UInt8] =
      brackets.isEmpty
      ? [.lineFeed, .number] : [.lineFeed, .number, .comma, .closeBracket, .closeBrace]
    let word = String(decoding: bytes[start...].prefix { !end.contains($0) }, as: UTF8.self)
      .trimmed
    if bytes[start].isDigit ? !Self.isAmount(word) : Self.otherValues.contains(word) { return nil }
    if ["true", "false", "yes", "no", "on", "off"].contains(word.lowercased()) {
      return "\(word) is not a value: write true or false"
    }
    let isShort = word.utf8.count <= Self.longestExample
    // Only the first of two marks may be missing.
    let isHalf = word.last == "\"" && word.firstIndex(of: "\"") == word.lastIndex(of: "\"")
    let text = isHalf ? String(word.dropLast()) : word
    let quoted = isShort ? text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") : "…"
    return "quotation marks are missing: \(key(before: before))\"\(quoted)\""
  }

  /// In bytes.
  private static let longestExample = 60

  /// What may be written without quotation marks besides numbers.
  private static let otherValues: Set = ["true", "false", "inf", "nan"]

  /// A share or a length of time, such as `5%` or `1m30s`.
  private static func isAmount(_ word: String) -> Bool {
    word.last == "%" && Double(word.dropLast()) != nil || TimeLength(word) != nil
  }

  /// `theme = `, where the equals sign stands there.
  private func key(before place: Int) -> String {
    guard bytes[place] == .equals else { return "" }
    let key = bytes[..<place].reversed().prefix {
      $0 != .lineFeed && $0 != .openBrace && $0 != .comma
    }
    let name = String(decoding: key.reversed(), as: UTF8.self).trimmed
    return name.utf8.count <= Self.longestExample ? name + " = " : ""
  }

  private func beginsNumber(_ byte: UInt8) -> Bool {
    guard byte.isDigit || byte == .hyphen || byte == .plus, index >= 2 else { return false }
    return " \t\r\n=,[{".utf8.contains(bytes[index - 2])
  }

  /// The parser would take anything else for a date, which no setting is.
  private func staysNumber(_ byte: UInt8) throws(Problem) -> Bool {
    switch byte {
    case .hyphen where bytes[index - 2] | 0x20 == UInt8(ascii: "e"), .period, .plus: return true
    case _ where byte != .hyphen && byte.beginsBareKey: return true
    case _ where " \t\r\n,]}#".utf8.contains(byte): return false
    default: throw problem("a value that begins like a number but is not one")
    }
  }

  private mutating func beginString(_ mark: UInt8) {
    let isLong = run(of: mark, from: index) >= 2
    if isLong { index += 2 }
    place = .string(mark: mark, isLong: isLong)
  }

  private mutating func take(
    _ byte: UInt8, inStringOf mark: UInt8, isLong: Bool
  ) throws(Problem) {
    if byte == .backslash, mark == .quote {
      // The parser looks for Unicode white space here, with undefined behaviour.
      let next = bytes[index...].first { !" \t\r\n".utf8.contains($0) } ?? 0
      guard next < 0x80 else { throw problem("a backslash before a letter outside ASCII") }
      // An escaped character does not end the string; a line end does.
      if index < bytes.count, bytes[index] != .lineFeed { index += 1 }
    } else if byte == mark {
      let length = 1 + run(of: mark, from: index)
      guard !isLong || length >= 3 else { return }
      // Up to two quotes may precede the three that end a multi-line string.
      if isLong { index += min(length, 5) - 1 }
      place = .plain(isValue: true)
    } else if byte == .lineFeed, !isLong {
      throw problem("the quotation mark at the end is missing")
    }
  }

  /// A list may span lines.
  private var nextLine: Place { .plain(isValue: !brackets.isEmpty) }

  private func run(of mark: UInt8, from start: Int) -> Int {
    bytes[min(start, bytes.count)...].prefix(5).prefix { $0 == mark }.count
  }

  private var tooDeep: Problem { problem("nested more than \(Self.deepest) levels deep") }

  private func problem(_ words: String) -> Problem { Problem(line: line, words: words) }
}

extension UInt8 {
  fileprivate static let tab = UInt8(ascii: "\t")
  fileprivate static let lineFeed = UInt8(ascii: "\n")
  fileprivate static let carriageReturn = UInt8(ascii: "\r")
  fileprivate static let space = UInt8(ascii: " ")
  fileprivate static let quote = UInt8(ascii: "\"")
  fileprivate static let apostrophe = UInt8(ascii: "'")
  fileprivate static let backslash = UInt8(ascii: "\\")
  fileprivate static let number = UInt8(ascii: "#")
  fileprivate static let period = UInt8(ascii: ".")
  fileprivate static let comma = UInt8(ascii: ",")
  fileprivate static let equals = UInt8(ascii: "=")
  fileprivate static let plus = UInt8(ascii: "+")
  fileprivate static let hyphen = UInt8(ascii: "-")
  fileprivate static let openBracket = UInt8(ascii: "[")
  fileprivate static let closeBracket = UInt8(ascii: "]")
  fileprivate static let openBrace = UInt8(ascii: "{")
  fileprivate static let closeBrace = UInt8(ascii: "}")

  /// Whether text begins with it: a word or a path.
  fileprivate var beginsText: Bool {
    beginsBareKey && !isDigit && self != .hyphen || self == UInt8(ascii: "/")
      || self == UInt8(ascii: "~")
  }

  fileprivate var isBlank: Bool { " \t\r\n".utf8.contains(self) }

  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  fileprivate var beginsKey: Bool { beginsBareKey || self == .quote || self == .apostrophe }

  fileprivate var beginsBareKey: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), .hyphen:
      true
    default: isDigit
    }
  }
}
