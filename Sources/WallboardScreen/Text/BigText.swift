/// Text in letters that are several rows high, to be read from across a room.
///
/// A letter is a picture of five rows of dots. Two columns of a terminal are about as wide as a row
/// is high, so that a dot of two columns is a square.
package enum BigText {
  package enum Size: CaseIterable, Comparable, Sendable {
    /// Three rows; strokes one column wide.
    case small
    /// Five rows; strokes two columns wide.
    case medium
    /// Seven rows; strokes two columns wide.
    case large
    /// Ten rows; strokes four columns wide.
    case huge
    /// Fifteen rows; strokes six columns wide.
    case giant

    /// In rows.
    package var height: Int {
      switch self {
      case .small: 3
      case .medium: 5
      case .large: 7
      case .huge: 10
      case .giant: 15
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

  /// Whether every letter has a picture.
  package static func spells(_ text: String) -> Bool {
    text.allSatisfy { BigLetter($0, isBroad: false) != nil }
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
  /// Which lines of a letter's picture stand below each other; a line past the last is blank.
  fileprivate var lines: [Int] {
    switch self {
    case .small: [0, 1, 2, 3, 4, 5]
    case .medium: [0, 1, 2, 3, 4]
    case .large: [0, 1, 1, 2, 3, 3, 4]
    case .huge: [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]
    case .giant: [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]
    }
  }

  /// How many columns a dot takes.
  fileprivate var columns: Int {
    switch self {
    case .small: 1
    case .medium, .large: 2
    case .huge: 4
    case .giant: 6
    }
  }
}

/// The picture of a letter: five lines of dots.
private struct BigLetter {
  private let lines: [[Bool]]

  /// A broad letter is about a third wider; `nil` for a letter that has no picture.
  init?(_ letter: Character, isBroad: Bool) {
    if isBroad, let picture = Self.broadPictures[letter] {
      lines = Self.lines(of: picture)
    } else if let picture = Self.pictures[letter] {
      let lines = Self.lines(of: picture)
      self.lines = isBroad ? lines.map(Self.broadened) : lines
    } else {
      return nil
    }
  }

  /// The dots of a line, from left to right; blank below the last.
  func dots(ofLine index: Int) -> [Bool] {
    lines.indices.contains(index) ? lines[index] : Array(repeating: false, count: width)
  }

  var width: Int { lines[0].count }

  private static func lines(of picture: String) -> [[Bool]] {
    picture.split(separator: "/", omittingEmptySubsequences: false).map { $0.map { $0 == "#" } }
  }

  /// Doubles what stands between the strokes at the sides.
  private static func broadened(_ line: [Bool]) -> [Bool] {
    guard line.count > 2, !line.count.isMultiple(of: 2) else { return line }
    return line.enumerated().flatMap { column, dot in
      Array(repeating: dot, count: column.isMultiple(of: 2) ? 1 : 2)
    }
  }

  /// The letters with a stroke in the middle, which would become a thick one.
  private static let broadPictures: [Character: String] = [
    "1": "  # / ## /  # /  # / ###", "T": "#####/  #  /  #  /  #  /  #  ",
    "Y": "#   #/ # # /  #  /  #  /  #  ", "V": "#   #/#   #/ # # / # # /  #  ",
    "+": "     /  #  /#####/  #  /     ", "?": "####/   #/ ###/    / #  ",
  ]

  /// The lines of each letter, from top to bottom.
  private static let pictures: [Character: String] = [
    "0": "###/# #/# #/# #/###", "1": " # /## / # / # /###", "2": "###/  #/###/#  /###",
    "3": "###/  #/ ##/  #/###", "4": "# #/# #/###/  #/  #", "5": "###/#  /###/  #/###",
    "6": "###/#  /###/# #/###", "7": "###/  #/  #/  #/  #", "8": "###/# #/###/# #/###",
    "9": "###/# #/###/  #/###", ":": " /#/ /#/ ", ".": " / / / /#", ",": " / / /#/#",
    "%": "# #/  #/ # /#  /# #", "-": "   /   /###/   /   ", "–": "   /   /###/   /   ",
    "+": "   / # /###/ # /   ", "/": "  #/  #/ # /#  /#  ", "<": "  #/ # /#  / # /  #",
    ">": "#  / # /  #/ # /#  ", "!": "#/#/#/ /#", "'": "#/#/ / / ",
    "(": " #/# /# /# / #", ")": "# / #/ #/ #/# ",
    "?": "###/  #/ ##/   / # ", " ": " / / / / ",
    "d": "  #/  #/###/# #/###", "h": "#  /#  /###/# #/# #", "k": "#  /#  /# #/## /# #",
    "m": "     /     /#####/# # #/# # #", "s": "   /###/## / ##/###",
    "A": "###/# #/###/# #/# #", "B": "## /# #/## /# #/## ", "C": "###/#  /#  /#  /###",
    "D": "## /# #/# #/# #/## ", "E": "###/#  /###/#  /###", "F": "###/#  /## /#  /#  ",
    "G": "###/#  /# #/# #/###", "H": "# #/# #/###/# #/# #", "I": "#/#/#/#/#",
    "J": "  #/  #/  #/# #/###", "K": "# #/# #/## /# #/# #", "L": "#  /#  /#  /#  /###",
    "M": "#   #/## ##/# # #/#   #/#   #", "N": "#  #/## #/# ##/#  #/#  #",
    "O": "###/# #/# #/# #/###", "P": "###/# #/###/#  /#  ", "Q": "###/# #/# #/###/  #",
    "R": "## /# #/## /# #/# #", "S": "###/#  /###/  #/###", "T": "###/ # / # / # / # ",
    "U": "# #/# #/# #/# #/###", "V": "# #/# #/# #/# #/ # ", "W": "#   #/#   #/# # #/## ##/#   #",
    "X": "# #/# #/ # /# #/# #", "Y": "# #/# #/ # / # / # ", "Z": "###/  #/ # /#  /###",
  ]
}

/// Three rows of text in bars and underscores, for terminals that know ASCII alone: half a row is
/// more than they can draw.
private enum SegmentText {
  static func rows(_ text: String) -> [String] {
    let letters = text.map(picture)
    return (0..<3).map { row in letters.map { $0[row] }.joined(separator: " ") }
  }

  static func width(of text: String) -> Int {
    let letters = text.map(picture)
    return letters.reduce(0) { $0 + $1[0].count } + max(0, letters.count - 1)
  }

  /// A letter without segments stands as it is, on the base line.
  private static func picture(_ letter: Character) -> [String] {
    if let rows = pictures[letter] { return rows }
    let shown = letter.isASCII && !letter.isWhitespace ? String(letter) : letter == "–" ? "-" : " "
    return [" ", " ", shown]
  }

  private static let pictures: [Character: [String]] = [
    "0": [" _ ", "| |", "|_|"], "1": ["   ", "  |", "  |"], "2": [" _ ", " _|", "|_ "],
    "3": [" _ ", " _|", " _|"], "4": ["   ", "|_|", "  |"], "5": [" _ ", "|_ ", " _|"],
    "6": [" _ ", "|_ ", "|_|"], "7": [" _ ", "  |", "  |"], "8": [" _ ", "|_|", "|_|"],
    "9": [" _ ", "|_|", " _|"], ":": [" ", ".", "."],
  ]
}
