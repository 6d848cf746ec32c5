/// Breaks a text that looks like JSON into indented lines. It need not be JSON to its end: what a
/// tool answers may be cut, or only resemble it. Nothing is left out but white space between tokens.
struct JSONReindenter {
  /// Levels that are indented.
  private static let deepest = 16

  private var lines: [String] = []
  private var line = ""
  private var depth = 0
  private var isInString = false
  private var isEscaped = false

  /// The text's lines; a text that does not begin like an object or an array keeps its own.
  static func lines(of text: String) -> [String] {
    let first = text.first { !$0.isWhitespace }
    guard first == "{" || first == "[" else {
      return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        .map(String.init)
    }
    var reindenter = JSONReindenter()
    for character in text { reindenter.take(character) }
    reindenter.breakLine()
    return reindenter.lines
  }

  private mutating func take(_ character: Character) {
    if isInString { return takeInString(character) }
    switch character {
    case "{", "[":
      line.append(character)
      breakLine()
      depth += 1
    case "}", "]":
      close(with: character)
    case ",":
      line.append(character)
      breakLine()
    case ":": line += ": "
    case "\"":
      isInString = true
      line.append(character)
    default:
      if !character.isWhitespace { line.append(character) }
    }
  }

  private mutating func takeInString(_ character: Character) {
    line.append(character.isNewline ? " " : character)
    if isEscaped {
      isEscaped = false
    } else if character == "\\" {
      isEscaped = true
    } else if character == "\"" {
      isInString = false
    }
  }

  private mutating func close(with bracket: Character) {
    breakLine()
    depth = max(0, depth - 1)
    // Nothing stood between the two.
    if let last = lines.last, last.hasSuffix(bracket == "}" ? "{" : "[") {
      lines.removeLast()
      line = String(last.drop { $0 == " " })
    }
    line.append(bracket)
  }

  private mutating func breakLine() {
    guard !line.isEmpty else { return }
    lines.append(String(repeating: " ", count: 2 * min(depth, Self.deepest)) + line)
    line = ""
  }
}
