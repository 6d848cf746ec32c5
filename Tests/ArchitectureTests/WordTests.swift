import Foundation
import TestSupport
import Testing

/// What people read keeps to the list of terms in `Sources/README.md`: no sentence has a word that
/// stands there in `code` on the right.
@Suite(.inTurn)
struct WordTests {
  /// The modules whose sentences are read.
  private static let targets: Set = [
    "WallboardBoard", "WallboardEvents", "WallboardScreen", "WallboardViews",
  ]

  @Test func noSentenceHasAWordThatWeDoNotSay() throws {
    let words = try Self.wordsNotSaid()
    try #require(words.count > 20)
    for file in try SourceTree(under: "Sources").files where Self.targets.contains(file.target) {
      for (index, line) in file.lines.enumerated() where Self.isForPeople(line) {
        for sentence in Self.sentences(in: line) {
          for word in words where Self.says(word, sentence) {
            Issue.record("\(file.path):\(index + 1): “\(word)” in “\(sentence)”")
          }
        }
      }
    }
  }

  @Test(arguments: [
    ("a surface is open", "surface", true), ("Surfaces", "surface", true),
    ("the event surface.opened", "surface", false), ("form e-surface-1", "surface", false),
    ("resurfaced", "surface", false), ("IDs", "Ids", false), ("Ids", "Ids", true),
    ("1 caller(s)", "(s)", true), ("It is an agent.", "agent", true),
  ])
  func wordsAreFoundAsAWhole(text: String, word: String, isSaid: Bool) {
    #expect(Self.says(word, text) == isSaid)
  }

  @Test func sentencesAreWhatStandsInQuotes() {
    let line =
      #"  note("one \(two("three") + 4) five", or: "six", "it said \"no\"")  // "not this""#
    #expect(Self.sentences(in: line) == ["one … five", #"it said "no""#])
  }

  private static func wordsNotSaid() throws -> [String] {
    let readme = SourceTree.root.appending(path: "Sources/README.md")
    let text = try String(contentsOf: readme, encoding: .utf8)
    let section = text.components(separatedBy: "\n## Terms\n").dropFirst().first ?? ""
    return section.components(separatedBy: "\n## ")[0].split(separator: "\n")
      .compactMap { row -> Substring? in
        let cells = row.split(separator: "|")
        return cells.count == 2 ? cells[1] : nil
      }
      .flatMap { $0.matches(of: /`([^`]+)`/).map { String($0.1) } }
  }

  /// Comments are for us, and what is marked so for programs.
  private static func isForPeople(_ line: String) -> Bool {
    !line.drop(while: \.isWhitespace).hasPrefix("//") && !line.contains("programs:")
  }

  /// The texts of a line of code that have more than one word; what is put into them is an ellipsis.
  private static func sentences(in line: String) -> [String] {
    var texts: [String] = []
    var rest = line[...]
    while let quote = rest.firstIndex(of: "\"") {
      guard !rest[..<quote].contains("//") else { break }
      rest = rest[rest.index(after: quote)...]
      texts.append(text(&rest))
    }
    return texts.filter { $0.contains(" ") }
  }

  /// Reads to the closing quote.
  private static func text(_ rest: inout Substring) -> String {
    var text = ""
    while let letter = rest.popFirst(), letter != "\"" {
      guard letter == "\\", let escaped = rest.popFirst() else {
        text.append(letter)
        continue
      }
      guard escaped == "(" else {
        text.append(escaped == "n" ? "\n" : escaped)
        continue
      }
      text.append("…")
      var depth = 1
      while depth > 0, let inner = rest.popFirst() {
        switch inner {
        case "(": depth += 1
        case ")": depth -= 1
        case "\"": _ = self.text(&rest)
        default: break
        }
      }
    }
    return text
  }

  /// Whether the text has the word, alone or in the plural. Names of events, keys and the like have
  /// points and dashes beside it. A word with capitals is meant as it is written.
  private static func says(_ word: String, _ text: String) -> Bool {
    let options: String.CompareOptions = word == word.lowercased() ? .caseInsensitive : []
    var rest = text[...]
    while let found = rest.range(of: word, options: options) {
      let before = text[..<found.lowerBound].last
      var after = text[found.upperBound...]
      if after.first == "s" { after = after.dropFirst() }
      let isBegun = before.map { $0.isLetter || $0.isNumber || "._-".contains($0) } ?? false
      let next = after.drop { "._-".contains($0) }.first
      let goesOn = next.map { $0.isLetter || $0.isNumber } ?? false
      if !(isBegun && word.first?.isLetter == true) && !goesOn { return true }
      rest = text[found.upperBound...]
    }
    return false
  }
}
