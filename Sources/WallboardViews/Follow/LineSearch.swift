import WallboardScreen

/// Finds a query in the lines of a pane, whatever the case and wherever lines are wrapped.
struct LineSearch: Equatable {
  private let needle: [String]
  private let bytes: [UInt8]

  /// An empty query matches nothing.
  init(_ query: String) {
    needle = query.map { $0.lowercased() }
    bytes = Array(query.lowercased().utf8)
  }

  var isEmpty: Bool { needle.isEmpty }

  /// The lines with matches highlighted, and the indices of those in which a match begins.
  func highlight(_ lines: [PaneLine]) -> (lines: [PaneLine], matches: [Int]) {
    guard !isEmpty, mayBe(in: lines) else { return (lines, []) }
    let letters = Letters(lines)
    let starts = letters.starts(of: needle)
    guard !starts.isEmpty else { return (lines, []) }
    var isMatch = Array(repeating: false, count: letters.count)
    for start in starts {
      for index in start..<(start + needle.count) { isMatch[index] = true }
    }
    var matches: [Int] = []
    for line in starts.map({ letters.line(of: $0) }) where matches.last != line {
      matches.append(line)
    }
    return (letters.restyled(lines, where: isMatch), matches)
  }

  /// A quick check: most entries have no match.
  private func mayBe(in lines: [PaneLine]) -> Bool {
    var text: [UInt8] = []
    for line in lines {
      for phrase in line.body { text += phrase.text.lowercased().utf8 }
      text.append(UInt8(ascii: " "))
    }
    guard let first = bytes.first, text.count >= bytes.count else { return false }
    return (0...(text.count - bytes.count)).contains { start in
      text[start] == first && text[start..<(start + bytes.count)].elementsEqual(bytes)
    }
  }
}

/// The letters of some lines, one after the other, with a space where a line ends.
private struct Letters {
  private var letters: [String] = []
  private var lines: [Int] = []

  init(_ source: [PaneLine]) {
    for (index, line) in source.enumerated() {
      for phrase in line.body { letters += phrase.text.map { $0.lowercased() } }
      letters.append(" ")
      while lines.count < letters.count { lines.append(index) }
    }
  }

  var count: Int { letters.count }

  func line(of letter: Int) -> Int { lines[letter] }

  /// Where matches begin; they do not overlap.
  func starts(of needle: [String]) -> [Int] {
    var starts: [Int] = []
    var start = 0
    while start + needle.count <= letters.count {
      if letters[start..<(start + needle.count)].elementsEqual(needle) {
        starts.append(start)
        start += needle.count
      } else {
        start += 1
      }
    }
    return starts
  }

  func restyled(_ source: [PaneLine], where isMatch: [Bool]) -> [PaneLine] {
    var letter = 0
    return source.map { line in
      var line = line
      line.body = line.body.flatMap { phrase in
        let flags = isMatch[letter..<(letter + phrase.text.count)]
        letter += phrase.text.count
        return phrase.split(by: flags)
      }
      letter += 1
      return line
    }
  }
}

extension StyledText {
  /// The phrase in pieces, the flagged ones styled as a match.
  fileprivate func split(by flags: ArraySlice<Bool>) -> [StyledText] {
    guard flags.contains(true) else { return [self] }
    var pieces: [StyledText] = []
    var wasMatch: Bool?
    for (letter, isMatch) in zip(text, flags) {
      if isMatch != wasMatch {
        pieces.append(StyledText("", isMatch ? .match : role, emphasis: emphasis))
      }
      pieces[pieces.count - 1].text.append(letter)
      wasMatch = isMatch
    }
    return pieces
  }
}
