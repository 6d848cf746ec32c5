/// Words as mdoc(7) and roff(7) have them: nothing in them is taken for a macro or an escape. What stands
/// in backticks is literal, and bold.
enum ManualText {
  /// A paragraph, a line a sentence: the formatter then knows where one ends.
  static func lines(_ words: String) -> [String] {
    sentences(of: words).map { guarded(inline($0)) }
  }

  /// A line of a literal block. An empty one needs a sign, or it would be taken for a mistake.
  static func literal(_ line: String) -> String {
    line.isEmpty
      ? "\\&" : guarded(line.unicodeScalars.map { escaped($0, isLiteral: true) }.joined())
  }

  /// One argument of a macro; the sign that prints nothing keeps it from being taken for a macro itself.
  static func argument(_ words: String) -> String {
    "\"\\&" + inline(words).replacing("\"", with: "\\(dq") + "\""
  }

  /// The words of a macro that takes the rest of its line.
  static func arguments(_ words: String) -> String {
    words.split(separator: " ").map { word in
      (isMacroLike(word) ? "\\&" : "") + inline(String(word)).replacing("\"", with: "\\(dq")
    }.joined(separator: " ")
  }

  static func escaped(_ text: String, isLiteral: Bool) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false)
      .map { word(String($0), isLiteral: isLiteral) }.joined(separator: " ")
  }

  /// What may be typed is not divided at the end of a line, and its dashes are no hyphens.
  private static func word(_ word: String, isLiteral: Bool) -> String {
    // In front of an option there may be a mark, as in (--for 5m).
    let isOption = word.drop { !$0.isLetter && !$0.isNumber && $0 != "-" }.first == "-"
    let isTyped = isLiteral || isOption || word.contains { "_\"".contains($0) }
    let text = word.unicodeScalars.map { escaped($0, isLiteral: isTyped) }.joined()
    return (isTyped && word.count > 3 ? "\\%" : "") + text
  }

  private static func escaped(_ scalar: Unicode.Scalar, isLiteral: Bool) -> String {
    switch scalar {
    case "\\": "\\e"
    case "-" where isLiteral: "\\-"
    case "'": "\\(aq"
    case "`": "\\(ga"
    case "^": "\\(ha"
    case "~": "\\(ti"
    case _ where !scalar.isASCII: "\\[u\(hexadecimal(scalar))]"
    default: String(scalar)
    }
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func inline(_ words: String) -> String {
    words.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .map { index, part in
        guard index % 2 == 1 else { return escaped(String(part), isLiteral: false) }
        return "\\fB" + escaped(String(part), isLiteral: true) + "\\fR"
      }
      .joined()
  }

  /// A line that begins with a dot would be a request.
  private static func guarded(_ line: String) -> String {
    line.hasPrefix(".") ? "\\&" + line : line
  }

  /// Macros have two or three letters, the first of them a capital; a mark alone is punctuation.
  private static func isMacroLike(_ word: Substring) -> Bool {
    let isShort = (2...3).contains(word.count) && word.first?.isUppercase == true
    return isShort || word.count == 1 && word.first?.isLetter == false
  }

  private static func sentences(of words: String) -> [String] {
    var sentences: [String] = []
    var sentence = ""
    for word in words.split(whereSeparator: \.isWhitespace) {
      if !sentence.isEmpty, let end = sentence.last, ".?!".contains(end), begins(word) {
        sentences.append(sentence)
        sentence = ""
      }
      sentence += (sentence.isEmpty ? "" : " ") + word
    }
    return sentence.isEmpty ? sentences : sentences + [sentence]
  }

  /// Whether a sentence may begin with that word.
  private static func begins(_ word: Substring) -> Bool {
    guard let first = word.first else { return false }
    return first.isUppercase || first.isNumber || first == "`" || first == "-"
  }
}
