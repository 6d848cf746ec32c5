/// Three rows of text in bars and underscores, for terminals that know ASCII alone: half a row is
/// more than they can draw.
enum SegmentText {
  static func rows(_ text: String) -> [String] {
    let letters = text.map(picture)
    return (0..<3).map { row in letters.map { $0[row] }.joined(separator: " ") }
  }

  static func width(of text: String) -> Int {
    let letters = text.map(picture)
    return letters.reduce(0) { $0 + $1[0].count } + max(0, letters.count - 1)
  }

  /// What has no segments stands as it is, on the base line.
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
