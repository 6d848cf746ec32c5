extension TextLayout {
  /// The text in lines of at most `width` columns, broken at line breaks and at spaces, and inside
  /// a word only when the word is wider than a line.
  package static func wrapped(_ text: String, to width: Int) -> [String] {
    guard width > 0 else { return [] }
    var lines: [String] = []
    for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      lines += wrappedParagraph(String(paragraph), to: width)
    }
    return lines
  }

  private static func wrappedParagraph(_ text: String, to width: Int) -> [String] {
    var wrapper = LineWrapper(width: width)
    for word in text.split(separator: " ") {
      wrapper.add(word: String(word))
    }
    return wrapper.finish()
  }
}
