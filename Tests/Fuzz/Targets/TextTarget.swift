import WallboardScreen

extension FuzzTarget {
  /// Hostile text: what is left of it is one line that steers nothing, fits where it is put, and
  /// leaves the canvas whole.
  static let text = FuzzTarget(
    "text", rounds: 500,
    seeds: [
      "\u{12}plain", "\u{4}\u{1B}]0;title\u{7}\u{1B}[31mred", "\u{9}日本語 \u{1F468}\u{200D}\u{1F469}",
      "\u{3}\u{202E}evil\u{2066}", "\u{5}e\u{301}\u{301}\u{301}", "\u{7}\u{1F1E9}\u{1F1EA}\t\r\n",
      "\u{8}\u{E0041}\u{FFFE}\u{9B}m\u{85}", "\u{6}각각\u{1161}", "\u{2}\u{FE0F}\u{20E3}",
    ],
    words: [
      "\u{1B}[", "\u{9B}", "\u{202E}", "\u{2067}", "\u{200B}", "\u{FEFF}", "\u{301}", "\u{1F3FB}",
      "\u{E0100}", "\u{115F}", "\u{2028}", "\u{3000}", "\u{FDFD}", "\u{0B95}\u{0BCD}",
    ]
  ) { bytes in
    var reader = ByteReader(bytes)
    let width = reader.number(below: 40)
    let text = String(decoding: reader.remainder(), as: UTF8.self)
    let clean = TextSafety.clean(text).text
    for scalar in clean.unicodeScalars {
      switch ScalarClass(scalar) {
      case .printable, .mark, .space: break
      case .lineBreak, .joiner, .alias, .unsafe:
        throw Finding(description: "U+\(String(scalar.value, radix: 16)) is let through")
      }
    }
    try require(TextSafety.clean(clean).text, is: clean, "cleaned twice it is something else")
    let short = TextSafety.clean(text, limit: width)
    try require(short.text.unicodeScalars.allSatisfy { $0 != "\u{1B}" }, "a control")
    try fits(clean, width)
    try isDrawn(text, width)
  }

  private static func fits(_ text: String, _ width: Int) throws {
    let truncated = TextLayout.truncated(text, to: width)
    try require(TextLayout.width(of: truncated) <= width, "\(truncated) is wider than \(width)")
    for alignment in [Alignment.left, .right, .center] {
      let fitted = TextLayout.fitted(text, to: width, alignment: alignment)
      try require(TextLayout.width(of: fitted), is: width, "\(fitted) does not fit")
    }
    for line in TextLayout.wrapped(text, to: width) {
      // A line holds at least one character, however wide.
      try require(TextLayout.width(of: line) <= max(width, 2), "\(line) is wider than \(width)")
    }
    let copied = ClipboardSequence.fitting(text)
    try require(text.hasPrefix(copied) || copied.isEmpty, "what is copied is something else")
  }

  private static func isDrawn(_ text: String, _ width: Int) throws {
    var canvas = Canvas(size: Size(width: width, height: 3))
    for x in [-3, 0, width / 2] {
      canvas.draw(text, at: Point(x: x, y: 1), width: x == 0 ? width - 1 : .max)
      try isWhole(canvas)
    }
  }

  /// The widths of a row add up, and nothing in it steers the terminal.
  static func isWhole(_ canvas: Canvas) throws {
    for row in canvas.rows {
      try require(TextLayout.width(of: row), is: canvas.size.width, "the width of a row")
      if row.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { continue }
      try require(TextSafety.clean(row).unsafeCount, is: 0, "what steers is drawn")
    }
  }
}
