/// What a terminal answers when it is asked for its background (OSC 11 of xterm): `11;` and a colour
/// as X11 writes them, such as `rgb:1e1e/1e1e/1e1e`.
enum BackgroundAnswer {
  private static let beginning = Array("11;".utf8)
  /// Bytes of what is said; none is longer.
  static let longest = 40

  /// The colour that the text of a control string says; `nil` where it is another answer.
  static func color(of text: some Collection<UInt8>) -> RGB? {
    guard text.count <= longest, text.starts(with: beginning) else { return nil }
    let name = String(decoding: text.dropFirst(beginning.count), as: UTF8.self)
    if name.hasPrefix("#") { return color(ofDigits: name.dropFirst()) }
    guard let colon = name.firstIndex(of: ":"), ["rgb", "rgba"].contains(name[..<colon]) else {
      return nil
    }
    let parts = name[name.index(after: colon)...]
      .split(separator: "/", omittingEmptySubsequences: false).map(component)
    // The fourth is how much shines through.
    guard (3...4).contains(parts.count), let red = parts[0], let green = parts[1],
      let blue = parts[2]
    else { return nil }
    return RGB(red: red, green: green, blue: blue)
  }

  /// Whether the text may still become an answer that says a colour.
  static func mayBegin(with text: some Collection<UInt8>) -> Bool {
    let spelled = text.dropFirst(beginning.count).allSatisfy(isOfColor)
    return text.count <= longest && spelled
      && zip(text, beginning).allSatisfy { $0 == $1 }
  }

  private static func isOfColor(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "r"), UInt8(ascii: "g"),
      UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "#"):
      true
    case _: false
    }
  }

  /// `#rrggbb` and its shorter and longer forms.
  private static func color(ofDigits digits: Substring) -> RGB? {
    let length = digits.utf8.count / 3
    guard length > 0, digits.utf8.count == 3 * length else { return nil }
    var rest = digits
    var parts: [UInt8] = []
    for _ in 0..<3 {
      guard let part = component(rest.prefix(length)) else { return nil }
      parts.append(part)
      rest = rest.dropFirst(length)
    }
    return RGB(red: parts[0], green: parts[1], blue: parts[2])
  }

  /// One to four hexadecimal digits, of which the largest number is the brightest.
  private static func component(_ digits: Substring) -> UInt8? {
    guard (1...4).contains(digits.utf8.count), digits.utf8.first != UInt8(ascii: "+"),
      let value = UInt32(digits, radix: 16)
    else { return nil }
    let largest = UInt32(1) << (4 * UInt32(digits.utf8.count)) - 1
    return UInt8(clamping: (value * 255 + largest / 2) / largest)
  }
}
