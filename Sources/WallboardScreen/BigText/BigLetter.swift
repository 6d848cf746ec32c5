/// The picture of a letter: five lines of dots.
struct BigLetter {
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

  /// The dots of a line, from left to right; none below the last.
  func dots(ofLine index: Int) -> [Bool] {
    lines.indices.contains(index) ? lines[index] : Array(repeating: false, count: width)
  }

  /// The dots from side to side.
  var width: Int { lines[0].count }

  private static func lines(of picture: String) -> [[Bool]] {
    picture.split(separator: "/", omittingEmptySubsequences: false).map { $0.map { $0 == "#" } }
  }

  /// What stands between the strokes at the sides is doubled.
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
    ">": "#  / # /  #/ # /#  ", "!": "#/#/#/ /#", "?": "###/  #/ ##/   / # ", " ": " / / / / ",
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
