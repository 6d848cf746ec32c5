import FoundationEssentials

/// Writes values as JSON on one line: sorted keys, plain slashes, and nothing in it that a terminal
/// or an editor would obey.
package struct JSONLineEncoder: Sendable {
  /// Marks that may stand over one character; more are a known attack on terminals.
  private static let mostMarks = 2

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
    return line.utf8.allSatisfy { $0 < 0x7F } ? line : Self.escaped(line)
  }

  private static func escaped(_ line: String) -> String {
    var result = ""
    var marks = 0
    for scalar in line.unicodeScalars {
      marks = scalar.isMark ? marks + 1 : 0
      if scalar.isObeyed || marks > mostMarks {
        result += scalar.escaped
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  /// Whether this acts on the text around it or on a terminal, where JSON may hold it as it is.
  fileprivate var isObeyed: Bool {
    guard value >= 0x7F else { return false }
    if properties.isDefaultIgnorableCodePoint { return true }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
      return true
    default: return false
    }
  }

  /// Whether this is drawn over the character before it.
  fileprivate var isMark: Bool {
    value >= 0x300
      && [.nonspacingMark, .enclosingMark].contains(properties.generalCategory)
  }

  /// As JSON escapes it (RFC 8259, 7), which stands for the same string.
  fileprivate var escaped: String {
    UTF16.encode(self)?.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined() ?? ""
  }
}
