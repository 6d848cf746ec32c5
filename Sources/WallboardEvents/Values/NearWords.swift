/// Which of some words are meant by one that was mistyped.
package enum NearWords {
  /// Characters to look at; no command, field or value has so many.
  private static let longest = 40
  /// Wrong letters that still count as a typing error.
  private static let mistakes = 2

  /// The words that may be meant: those that begin with the typed one, else the nearest.
  package static func of(_ typed: String, among words: [String]) -> [String] {
    guard !typed.isEmpty, typed.count <= longest else { return [] }
    let begun = words.filter { $0.hasPrefix(typed) }
    guard begun.isEmpty else { return begun }
    let distances = words.map { ($0, distance(Array(typed), Array($0))) }
    let least = distances.map { $0.1 }.min() ?? .max
    // At least one letter has to be right.
    guard least <= min(mistakes, typed.count - 1) else { return [] }
    return distances.filter { $0.1 == least }.map { $0.0 }
  }

  /// The optimal string alignment distance: letters changed, added, left out or swapped with their
  /// neighbour.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var older: [Int] = []
    var old = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var new = [row + 1]
      for (column, other) in right.enumerated() {
        var best = min(
          old[column + 1] + 1, new[column] + 1, old[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          best = min(best, older[column - 1] + 1)
        }
        new.append(best)
      }
      (older, old) = (old, new)
    }
    return old.last ?? 0
  }
}
