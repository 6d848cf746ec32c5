/// Gathers what is pasted, until the terminal says that it is over (xterm's mode 2004).
struct PasteReader {
  /// Bytes that are kept; the rest is dropped.
  static let limit = 4_096
  private static let end = Array("\u{1B}[201~".utf8)

  private var text: [UInt8] = []
  private var matched = 0

  /// Takes a byte; `true` when it was the last.
  mutating func take(_ byte: UInt8) -> Bool {
    if byte == Self.end[matched] {
      matched += 1
      return matched == Self.end.count
    }
    // Escape stands only at its beginning, so that no other beginning of it can be inside.
    keep(Self.end.prefix(matched))
    matched = byte == KeyDecoder.escape ? 1 : 0
    if matched == 0 { keep([byte]) }
    return false
  }

  /// The text, without controls but tabs and line breaks, which are all line feeds.
  func string(in encoding: TextEncoding) -> String {
    var result = ""
    for scalar in scalars(in: encoding) {
      switch scalar.value {
      case 0x09, 0x0A, 0x20..<0x7F, 0xA0...: result.unicodeScalars.append(scalar)
      default: break
      }
    }
    return result
  }

  private mutating func keep(_ bytes: some Sequence<UInt8>) {
    for byte in bytes where text.count < Self.limit { text.append(byte) }
  }

  private func scalars(in encoding: TextEncoding) -> [Unicode.Scalar] {
    switch encoding {
    case .utf8:
      // A character that the limit cut in two is none.
      String(decoding: text, as: UTF8.self).withLineFeeds.unicodeScalars.filter {
        $0 != ScalarClass.replacement
      }
    case .singleByte:
      String(
        String.UnicodeScalarView(
          text.compactMap { $0 < 0x80 ? Unicode.Scalar($0) : encoding.scalar(of: $0) })
      ).withLineFeeds.unicodeScalars.map { $0 }
    }
  }
}

extension String {
  /// A terminal sends a line's end as Return.
  fileprivate var withLineFeeds: String {
    String(map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
  }
}
