import WallboardScreen

/// A line of an overlay before it is broken into the lines of the screen.
enum Fact: Equatable {
  case heading(String)
  /// Something known, and what it is called.
  case entry(label: String, value: Phrase)
  /// A line that is drawn as it is.
  case line([Phrase])
  case blank

  /// What is said of a thing that is there no more.
  static func gone(_ words: String) -> [Fact] {
    [.entry(label: "", value: Phrase(words, .muted))]
  }
}
