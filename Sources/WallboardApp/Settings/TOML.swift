import TOMLKit

extension TOMLTable {
  /// Parses TOML; errors name the path and the line.
  convenience init(path: String, toml: String) throws {
    do {
      try TOMLCheck.check(toml)
      try self.init(string: toml)
    } catch let problem as TOMLCheck.Problem {
      throw SettingsError("\(path):\(problem.line): \(problem.words).")
    } catch let error as TOMLParseError {
      throw SettingsError("\(path):\(error.source.begin.line): \(error.description).")
    }
  }
}

/// The line of each key in a TOML text; the parser reports places only for its own errors.
struct TOMLLines {
  private var lines: [[String]: Int] = [:]

  init(_ toml: String) {
    var table: [String] = []
    for (index, line) in toml.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      let text = Substring(line).drop(while: \.isWhitespace)
      if text.first == "[" {
        table = Self.path(text.drop { $0 == "[" }, endingWith: "]") ?? table
        note(table, line: index + 1)
      } else if let key = Self.path(text, endingWith: "=") {
        note(table + key, line: index + 1)
      }
    }
  }

  /// The line of that key, else of the innermost table around it.
  func line(of path: [String]) -> Int {
    var path = path
    while !path.isEmpty {
      if let line = lines[path] { return line }
      path.removeLast()
    }
    return 1
  }

  /// The line of a key in that table, else of the first key of that name, else of the table.
  static func line(of key: String, in toml: String, table: String? = nil) -> Int {
    let places = TOMLLines(toml)
    let path = (table.map { [$0] } ?? []) + [key]
    let elsewhere = places.lines.filter { $0.key.last == key }.values.min()
    return places.lines[path] ?? elsewhere ?? places.line(of: path)
  }

  private mutating func note(_ path: [String], line: Int) {
    for length in 1..<(path.count + 1) where lines[Array(path.prefix(length))] == nil {
      lines[Array(path.prefix(length))] = line
    }
  }

  /// The parts of a dotted key before `end`; `nil` for what is not a key.
  private static func path(_ text: Substring, endingWith end: Character) -> [String]? {
    var parts: [String] = []
    var rest = text
    while let part = takePart(&rest) {
      parts.append(part)
      rest = rest.drop(while: \.isWhitespace)
      guard let next = rest.popFirst() else { return nil }
      if next == end { return parts }
      guard next == "." else { return nil }
    }
    return nil
  }

  /// Takes the first part of a dotted key, bare or quoted.
  private static func takePart(_ rest: inout Substring) -> String? {
    rest = rest.drop(while: \.isWhitespace)
    guard let mark = rest.first else { return nil }
    guard mark == "\"" || mark == "'" else {
      let word = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "_-".contains($0)) }
      rest.removeFirst(word.count)
      return word.isEmpty ? nil : String(word)
    }
    rest.removeFirst()
    var word = ""
    while let next = rest.popFirst(), next != mark {
      word += next == "\\" && mark == "\"" ? takeEscaped(&rest) : String(next)
    }
    return word
  }

  /// Takes what follows a backslash, and says what it stands for (TOML 1.0, "String").
  private static func takeEscaped(_ rest: inout Substring) -> String {
    guard let letter = rest.popFirst() else { return "" }
    switch letter {
    case "b": return "\u{8}"
    case "t": return "\t"
    case "n": return "\n"
    case "f": return "\u{C}"
    case "r": return "\r"
    case "u", "U":
      let digits = rest.prefix(letter == "u" ? 4 : 8)
      rest.removeFirst(digits.count)
      return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
    default: return String(letter)
    }
  }
}
