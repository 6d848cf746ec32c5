import CNcurses

/// What the terminal's description says.
enum Capabilities {
  static var canMoveCursor: Bool { !string("cup").isEmpty }

  /// What brings the terminal back to how a shell wants it: keypad mode, attributes, colours,
  /// cursor, screen. Each part stands for itself, so that one that is lacking costs no other.
  static var restoringBytes: [UInt8] {
    ["rmkx", "sgr0", "op", "cnorm", "rmcup"].flatMap { string($0) }
  }

  private static func string(_ name: String) -> [UInt8] {
    guard let value = unsafe wallboard_capability(name) else { return [] }
    return unsafe withoutPadding(Array(String(cString: value).utf8))
  }

  // terminfo(5): a delay is written $<…> and is for the library that sends the string.
  private static func withoutPadding(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = text[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<") {
        rest = rest.drop { $0 != UInt8(ascii: ">") }.dropFirst()
      } else {
        result.append(byte)
      }
    }
    return result
  }
}
