import WallboardBoard

/// One thing that the command palette can do.
struct PaletteItem: Equatable {
  /// What words are looked for in.
  let words: PaletteWords
  /// The key that does the same, where there is one.
  let key: String
  let intents: [Intent]

  init(_ words: PaletteWords, key: String = "", intents: [Intent]) {
    self.words = words
    self.key = key
    self.intents = intents
  }

  var name: String { words.name }
  var text: String { words.text }
}

/// What a thing of the palette is called, and completed to, and what it does.
struct PaletteWords: Equatable {
  let name: String
  let text: String
}
