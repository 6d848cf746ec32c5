/// Finds lines in the text of a TOML file. The parser gives places for its own errors alone.
enum TOMLLines {
  /// The number of the line that sets the key, from 1. Of several, the first below the header of
  /// its table, which is the key's own name where the key is a table itself.
  static func line(of key: String, in toml: String, table: String? = nil) -> Int {
    let lines = toml.split(separator: "\n", omittingEmptySubsequences: false)
    let start = table.flatMap { header in lines.firstIndex { isHeader($0, of: header) } } ?? 0
    let index = lines[start...].firstIndex { sets(key, $0) } ?? lines.firstIndex { sets(key, $0) }
    return (index ?? start) + 1
  }

  private static func isHeader(_ line: Substring, of table: String) -> Bool {
    let words = line.filter { !" \t\"".contains($0) }
    return words.hasPrefix("[\(table)]")
  }

  private static func sets(_ key: String, _ line: Substring) -> Bool {
    let word = line.drop { " \t[\"".contains($0) }
    guard word.hasPrefix(key), let next = word.dropFirst(key.count).first else { return false }
    return " \t=]\".".contains(next)
  }
}
