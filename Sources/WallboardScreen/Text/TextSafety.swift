/// The boundary between what the world sends and what the screen shows.
package enum TextSafety {
  /// The longest text that is kept, in characters, unless a caller asks for less.
  package static let defaultLimit = 4_096

  /// Makes text safe to show on one line: a line break would let it begin lines of its own, and
  /// becomes a space. Text longer than `limit` characters ends in a mark such as `…(+1,204)`.
  package static func clean(_ text: String, limit: Int = defaultLimit) -> SafeText {
    if text.utf8.count <= limit, text.isPrintableASCII {
      return SafeText(text: text, unsafeCount: 0, omittedCount: 0)
    }
    return filter(text, limit: limit)
  }

  /// The same for text of several lines, which keeps them.
  package static func cleanLines(_ text: String) -> SafeText {
    guard !isPlain(text) else { return SafeText(text: text, unsafeCount: 0, omittedCount: 0) }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { clean(String($0), limit: .max) }
    return SafeText(
      text: lines.map(\.text).joined(separator: "\n"),
      unsafeCount: lines.reduce(0) { $0 + $1.unsafeCount }, omittedCount: 0)
  }

  /// Whether a text has only what is drawn in a column of its own, as nearly all have. Others may be
  /// safe as well.
  package static func isPlain(_ text: String) -> Bool {
    if text.isPrintableASCII { return true }
    return text.unicodeScalars.allSatisfy { scalar in
      switch ScalarClass(scalar) {
      case .printable, .space, .lineBreak, .alias: true
      case .mark, .joiner, .unsafe: false
      }
    }
  }

  private static func filter(_ text: String, limit: Int) -> SafeText {
    var reader = GlyphReader(text)
    var result = ""
    var kept = 0
    var omitted = 0
    while let glyph = reader.next() {
      if kept < limit {
        glyph.append(to: &result)
        kept += 1
      } else {
        omitted += 1
      }
    }
    if omitted > 0 {
      result += "…(+\(grouped(omitted)))"
    }
    return SafeText(text: result, unsafeCount: reader.unsafeCount, omittedCount: omitted)
  }

  private static func grouped(_ number: Int) -> String {
    guard number >= 1_000 else { return String(number) }
    let rest = String(number % 1_000)
    let padding = String(repeating: "0", count: 3 - rest.count)
    return grouped(number / 1_000) + "," + padding + rest
  }
}

/// Text that is safe to show, and what it took to make it so.
package struct SafeText: Hashable, Sendable {
  /// The text: one line, no control, no invisible or misleading scalar, of bounded length.
  package let text: String

  /// How many scalars were left out or replaced because they could steer the terminal or mislead
  /// the reader.
  package let unsafeCount: Int

  /// How many characters were cut off; the text says so at its end.
  package let omittedCount: Int

  /// The text, and how much was left out or replaced: `usertxt.exe (1 control removed)`.
  package var marked: String {
    guard unsafeCount > 0 else { return text }
    let mark = "(\(unsafeCount) \(unsafeCount == 1 ? "control" : "controls") removed)"
    return text.isEmpty ? mark : "\(text) \(mark)"
  }

  /// The same in few columns, for a field; empty where there is nothing to tell.
  package var shortMark: String { unsafeCount > 0 ? "(-\(unsafeCount))" : "" }
}

extension String {
  /// Whether every byte is a printable ASCII character: then bytes, characters and columns are the
  /// same and nothing needs to be classified.
  var isPrintableASCII: Bool {
    utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }
}
