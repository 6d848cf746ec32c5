/// The picture of a letter: five lines of dots.
struct BigLetter {
  private let lines: [String]

  /// `nil` for a letter that has no picture.
  init?(_ letter: Character) {
    guard let picture = Self.pictures[letter] else { return nil }
    lines = picture.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  }

  /// The dots of a line; a broad letter has its middle doubled.
  func dots(ofLine index: Int, isBroad: Bool) -> [Bool] {
    let line = lines.indices.contains(index) ? lines[index] : ""
    let dots = line.map { $0 == "#" } + Array(repeating: false, count: lines[0].count - line.count)
    guard isBroad else { return dots }
    return dots.enumerated().flatMap { column, dot in
      Array(repeating: dot, count: isDoubled(column) ? 2 : 1)
    }
  }

  /// The dots from side to side.
  func width(isBroad: Bool) -> Int {
    let width = lines[0].count
    return isBroad ? width + (0..<width).count { isDoubled($0) } : width
  }

  private func isDoubled(_ column: Int) -> Bool {
    switch lines[0].count {
    case 3: column == 1
    case 5: column == 1 || column == 3
    case _: false
    }
  }

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
