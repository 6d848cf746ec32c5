/// What a terminal is told, byte by byte, by somebody who knows nothing but what the program may say.
///
/// Whatever is not in the lists below is `forbidden`: a control, a sequence, a scalar that is not
/// seen or turns the text round. The lists are the shapes of what the descriptions of the
/// terminals in use name, and of what the program adds; nothing is taken from the program itself.
enum TerminalToken: Equatable {
  case text(Unicode.Scalar)
  case control(UInt8)
  /// `ESC [`, parameters and a last byte. `isPrivate` is the question mark of DEC's modes.
  case order(isPrivate: Bool, [Int], UInt8)
  /// `ESC` and what follows it.
  case short([UInt8])
  case clipboard(base64: String)
  case forbidden(String)
}

/// Which terminal it is for, as far as that changes what may be said to it.
struct TerminalDialect {
  var type = "xterm-256color"
  var isASCII = false
  /// Whether it is no terminal, but lines of text: nothing moves in them.
  var isText = false
  /// Whether the person has copied something, or an alarm may be heard.
  var allowsClipboard = false
  var allowsBell = false
}

struct TerminalTokens {
  private static let escape: UInt8 = 0x1B
  /// BS, TAB, LF, CR: cursor movement.
  private static let movements: Set<UInt8> = [0x08, 0x09, 0x0A, 0x0D]

  private let dialect: TerminalDialect
  private let bytes: [UInt8]
  private var index = 0
  /// Marks over the last character.
  private var marks = 0
  private(set) var tokens: [TerminalToken] = []

  init(_ bytes: [UInt8], _ dialect: TerminalDialect = TerminalDialect()) {
    self.bytes = bytes
    self.dialect = dialect
    while index < bytes.count { tokens.append(next()) }
  }

  /// What may not have been written, with what stood before it.
  var forbidden: [String] {
    tokens.compactMap { if case .forbidden(let what) = $0 { what } else { nil } }
  }

  private mutating func next() -> TerminalToken {
    let byte = bytes[index]
    switch byte {
    case Self.escape: return dialect.isText ? refuse(1, "an escape") : sequence()
    // SI: back to the usual characters.
    case 0x0F where !dialect.isText: return take(.control(byte))
    case 0x07 where dialect.allowsBell: return take(.control(byte))
    case ..<0x20, 0x7F:
      let isAllowed = dialect.isText ? byte == 0x0A : Self.movements.contains(byte)
      return isAllowed ? take(.control(byte)) : refuse(1, "a control")
    case ..<0x80:
      marks = 0
      return take(.text(Unicode.Scalar(byte)))
    default: return dialect.isASCII ? refuse(1, "no ASCII") : character()
    }
  }

  private mutating func take(_ token: TerminalToken, _ length: Int = 1) -> TerminalToken {
    index += length
    return token
  }

  private mutating func refuse(_ length: Int, _ why: String) -> TerminalToken {
    let end = min(bytes.count, index + 24)
    let context = String(decoding: bytes[max(0, index - 12)..<end], as: UTF8.self)
    index = min(bytes.count, index + length)
    return .forbidden("\(why) in \(context.debugDescription)")
  }

  // The decoder is the standard library's, the judgement on its result is not the program's.
  private mutating func character() -> TerminalToken {
    let length = bytes[index] >= 0xF0 ? 4 : bytes[index] >= 0xE0 ? 3 : 2
    guard index + length <= bytes.count,
      let text = String(validating: bytes[index..<(index + length)], as: UTF8.self),
      let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1
    else { return refuse(1, "no UTF-8") }
    let category = scalar.properties.generalCategory
    marks = [.nonspacingMark, .enclosingMark].contains(category) ? marks + 1 : 0
    let isDoubtful = !dialect.isText && Self.isOfDoubtfulWidth(scalar)
    guard !Self.isUnseen(scalar), !isDoubtful, marks <= 2 else {
      return refuse(length, "U+" + String(scalar.value, radix: 16))
    }
    return take(.text(scalar), length)
  }

  /// C1, bidi controls, zero-width, tags, fillers, selectors, private use, separators.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80..<0xA0, 0xAD, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F,
      0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0,
      0xFFF0...0xFFFB, 0xE000...0xF8FF, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0x10FFFF:
      true
    default: false
    }
  }

  /// Flags and skin tones: half the terminals make one character of two.
  private static func isOfDoubtfulWidth(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value) || (0x1F3FB...0x1F3FF).contains(scalar.value)
  }

  private mutating func sequence() -> TerminalToken {
    let rest = bytes[index...].dropFirst()
    switch rest.first {
    case UInt8(ascii: "["): return order()
    case UInt8(ascii: "]"): return command()
    case UInt8(ascii: "("), UInt8(ascii: ")"):
      let set = rest.dropFirst().first
      guard set == UInt8(ascii: "B") || set == UInt8(ascii: "0") else { break }
      return take(.short(Array(rest.prefix(2))), 3)
    case .some(let byte) where "78=>M".utf8.contains(byte): return take(.short([byte]), 2)
    default: break
    }
    return refuse(1, "a sequence")
  }

  private mutating func order() -> TerminalToken {
    var rest = bytes[index...].dropFirst(2)
    let isPrivate = rest.first == UInt8(ascii: "?")
    if isPrivate { rest = rest.dropFirst() }
    let parameters = rest.prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ";") }
    guard let last = rest.dropFirst(parameters.count).first else { return refuse(1, "a cut order") }
    let words = String(decoding: parameters, as: UTF8.self)
    let numbers = words.split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) ?? ($0.isEmpty ? 0 : -1) }
    let values = words.isEmpty ? [] : numbers
    let length = (isPrivate ? 4 : 3) + parameters.count
    guard values.allSatisfy({ 0...9_999 ~= $0 }),
      isPrivate ? isKnownMode(values, last) : isKnown(values, last)
    else { return refuse(length, "an order") }
    return take(.order(isPrivate: isPrivate, values, last), length)
  }

  /// Cursor keys, blinking, cursor, alternate screen, pastes, mouse; the shape of the console's
  /// cursor.
  private func isKnownMode(_ values: [Int], _ last: UInt8) -> Bool {
    guard let mode = values.first, values.count == 1 else { return false }
    switch last {
    case UInt8(ascii: "h"), UInt8(ascii: "l"):
      return [1, 7, 12, 25, 1000, 1006, 1049, 2004].contains(mode)
    case UInt8(ascii: "c"): return dialect.type == "linux" && [0, 1, 8].contains(mode)
    default: return false
    }
  }

  private func isKnown(_ values: [Int], _ last: UInt8) -> Bool {
    switch last {
    case UInt8(ascii: "H"): values.isEmpty || values.count == 2
    case UInt8(ascii: "r"): values.isEmpty || values.count == 2
    case UInt8(ascii: "J"): values.isEmpty || values == [2]
    case UInt8(ascii: "K"): values.isEmpty || values == [1]
    case UInt8(ascii: "m"): values.allSatisfy { $0 <= 255 }
    case UInt8(ascii: "h"), UInt8(ascii: "l"): values == [4] || values == [34]
    // DA1, the question how far the terminal has come.
    case UInt8(ascii: "c"): values.isEmpty
    // CPR, the question where the cursor stands.
    case UInt8(ascii: "n"): values == [6]
    // xterm's stack of titles.
    case UInt8(ascii: "t"): values == [22, 0, 0] || values == [23, 0, 0]
    default: values.count <= 1 && "ABCDGdXP@LMSTZ".utf8.contains(last)
    }
  }

  /// The question for the background, `OSC 11 ; ? ST`, and `OSC 52 ; c ; base64 BEL`: no others.
  private mutating func command() -> TerminalToken {
    let head = Array("\u{1B}]52;c;".utf8)
    let question = Array("\u{1B}]11;?\u{1B}\\".utf8)
    let rest = bytes[index...]
    if !dialect.isText, dialect.type != "linux", rest.starts(with: question) {
      return take(.short(Array("]11".utf8)), question.count)
    }
    guard dialect.allowsClipboard, rest.starts(with: head) else { return refuse(1, "a command") }
    let text = rest.dropFirst(head.count).prefix(while: Self.isBase64)
    guard rest.dropFirst(head.count + text.count).first == 0x07 else {
      return refuse(1, "a command")
    }
    let base64 = String(decoding: text, as: UTF8.self)
    return take(.clipboard(base64: base64), head.count + text.count + 1)
  }

  private static func isBase64(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"),
      UInt8(ascii: "="):
      true
    default: false
    }
  }
}
