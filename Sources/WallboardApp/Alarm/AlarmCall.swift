import WallboardBoard
import WallboardScreen

/// What a command is told of an alert.
struct AlarmCall {
  let severity: Severity
  private let words: [(name: String, text: String)]

  /// The sentence has to be masked.
  init(_ alert: Alert, sentence: String) {
    severity = alert.severity
    words = [
      ("kind", alert.key.kind.rawValue), ("severity", alert.severity.word),
      ("sentence", TextSafety.clean(sentence).marked),
    ]
  }

  /// A word of the command with what its placeholders, such as `{kind}`, stand for.
  func filled(_ word: String) -> String {
    var rest = word[...]
    var filled = ""
    while let brace = rest.firstIndex(of: "{") {
      filled += rest[..<brace]
      rest = rest[brace...]
      if let (name, text) = words.first(where: { rest.hasPrefix("{\($0.name)}") }) {
        filled += text
        rest.removeFirst(name.count + 2)
      } else {
        filled.append(rest.removeFirst())
      }
    }
    return filled + rest
  }

  /// The same as variables of the environment.
  var variables: [String: String] {
    Dictionary(
      uniqueKeysWithValues: words.map { ("WALLBOARD_ALERT_\($0.name.uppercased())", $0.text) })
  }
}
