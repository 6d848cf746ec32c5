import ArgumentParser

/// The first word of a command line.
///
/// The parser takes every word that names no command for an argument of `watch`, whose help would be
/// shown for it: a word that stands where a command does has to be one.
enum CommandNames {
  /// Every command's name, and the parser's own.
  private static let all =
    Wallboard.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]

  /// Throws for a first word that is no command, and for one after `help`.
  static func check(_ arguments: [String]) throws {
    guard let first = arguments.first, !first.hasPrefix("-") else { return }
    guard first == "help" else { return try require(first) }
    if let topic = arguments.dropFirst().first, !topic.hasPrefix("-") { try require(topic) }
  }

  private static func require(_ word: String) throws {
    guard !all.contains(word) else { return }
    let meant = near(word).map { "'\($0)'" }
    let hint =
      meant.isEmpty
      ? "the commands are \(all.joined(separator: ", "))"
      : "did you mean \(meant.joined(separator: " or "))?"
    throw ValidationError("Unknown command '\(word.prefix(longest))'; \(hint)")
  }

  /// Characters of a word that are looked at; no command has so many.
  private static let longest = 40
  /// Letters that are wrong in a word that was mistyped.
  private static let mistakes = 2

  /// The commands that may be meant: those that the word is the beginning of, else the nearest.
  static func near(_ word: String) -> [String] {
    guard !word.isEmpty, word.count <= longest else { return [] }
    let begun = all.filter { $0.hasPrefix(word) }
    guard begun.isEmpty else { return begun }
    let distances = all.map { ($0, distance(Array(word), Array($0))) }
    let least = distances.map { $0.1 }.min() ?? .max
    // A word of which nothing is left was none of these.
    guard least <= min(mistakes, word.count - 1) else { return [] }
    return distances.filter { $0.1 == least }.map { $0.0 }
  }

  /// The letters to change, add, leave out or exchange with their neighbour (the optimal string
  /// alignment distance).
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
