/// Text in letters that are several rows high, to be read from across a room.
///
/// A letter is a picture of five rows of dots. Two columns of a terminal are about as wide as a row
/// is high, so that a dot of two columns is a square.
package enum BigText {
  /// How large the letters are.
  package enum Size: CaseIterable, Comparable, Sendable {
    /// Three rows; strokes one column wide.
    case small
    /// Five rows; strokes two columns wide.
    case medium
    /// Seven rows; strokes two columns wide.
    case large
    /// Ten rows; strokes four columns wide.
    case huge

    /// The rows that a line takes.
    package var height: Int {
      switch self {
      case .small: 3
      case .medium: 5
      case .large: 7
      case .huge: 10
      }
    }
  }

  /// The text in rows of the same width, as many as the size is high. Letters that have no picture
  /// are left out. With `isASCII` it is made of characters of ASCII alone.
  package static func rows(_ text: String, _ size: Size, isASCII: Bool = false) -> [String] {
    if size == .small, isASCII { return SegmentText.rows(text) }
    let letters = letters(text, size)
    let lines = size.lines.map { line in
      Array(letters.map { $0.dots(ofLine: line) }.joined(separator: [false]))
    }
    guard size == .small else {
      return lines.map { drawn($0, columns: size.columns, ink: isASCII ? "#" : "█") }
    }
    return stride(from: 0, to: lines.count, by: 2).map { halves(lines[$0], lines[$0 + 1]) }
  }

  /// The columns that the text takes.
  package static func width(of text: String, _ size: Size, isASCII: Bool = false) -> Int {
    if size == .small, isASCII { return SegmentText.width(of: text) }
    let letters = letters(text, size)
    let dots = letters.reduce(0) { $0 + $1.width }
    return (dots + max(0, letters.count - 1)) * size.columns
  }

  /// The largest size in which the text fits on one line; `nil` when it fits in none.
  package static func largest(
    _ text: String, width: Int, height: Int, isASCII: Bool = false
  ) -> Size? {
    Size.allCases.reversed().first {
      $0.height <= height && self.width(of: text, $0, isASCII: isASCII) <= width
    }
  }

  private static func letters(_ text: String, _ size: Size) -> [BigLetter] {
    text.compactMap { BigLetter($0, isBroad: size == .large) }
  }

  private static func drawn(_ dots: [Bool], columns: Int, ink: Character) -> String {
    var row = ""
    for dot in dots { row += String(repeating: dot ? ink : " ", count: columns) }
    return row
  }

  /// Two lines of dots in one row.
  private static func halves(_ upper: [Bool], _ lower: [Bool]) -> String {
    String(
      zip(upper, lower).map { upper, lower -> Character in
        switch (upper, lower) {
        case (true, true): "█"
        case (true, false): "▀"
        case (false, true): "▄"
        case (false, false): " "
        }
      })
  }
}

extension BigText.Size {
  /// Which lines of a letter's picture stand below each other; a line that there is not is blank.
  fileprivate var lines: [Int] {
    switch self {
    case .small: [0, 1, 2, 3, 4, 5]
    case .medium: [0, 1, 2, 3, 4]
    case .large: [0, 1, 1, 2, 3, 3, 4]
    case .huge: [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]
    }
  }

  /// The columns of a dot.
  fileprivate var columns: Int {
    switch self {
    case .small: 1
    case .medium, .large: 2
    case .huge: 4
    }
  }
}
