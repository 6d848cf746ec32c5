import FoundationEssentials
package import WallboardCore

/// Writes values as JSON on one line: sorted keys, plain slashes, and nothing in it that a terminal
/// or an editor would obey.
package struct JSONLineEncoder {
  private let encoder = JSONEncoder()

  /// An encoder that masks what `disclosure` does not reach; without one it masks everything.
  package init(_ disclosure: Disclosure? = nil) {
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.userInfo[.disclosure] = disclosure
  }

  /// The line of a value; throws `EncodingError` for a number that is not finite.
  package func line(_ value: some Encodable) throws -> String {
    let line = String(decoding: try encoder.encode(value), as: UTF8.self)
    // The encoder escapes controls below the space alone; most lines have no others.
    guard line.unicodeScalars.contains(where: \.isObeyed) else { return line }
    return line.unicodeScalars.map { $0.isObeyed ? $0.escaped : String($0) }.joined()
  }
}

extension Unicode.Scalar {
  /// Whether this acts on the text around it or on a terminal, where JSON may hold it as it is.
  fileprivate var isObeyed: Bool {
    guard value >= 0x7F else { return false }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }

  /// As JSON escapes it (RFC 8259, 7), which stands for the same string.
  fileprivate var escaped: String {
    UTF16.encode(self)?.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined() ?? ""
  }
}
