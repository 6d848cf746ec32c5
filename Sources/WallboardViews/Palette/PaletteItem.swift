import WallboardBoard

/// One thing that the command palette can do.
struct PaletteItem: Equatable {
  /// What it is called, and completed to.
  let name: String
  /// What it does.
  let text: String
  /// The key that does the same, where there is one.
  var key = ""
  let intents: [Intent]

  /// How well it answers what was typed, 0 best; `nil` when a word is not in it at all.
  func rank(of words: [String]) -> Int? {
    guard let first = words.first else { return 0 }
    let (name, text) = (name.lowercased(), text.lowercased())
    guard words.allSatisfy({ name.contains($0) || text.contains($0) }) else { return nil }
    if name.hasPrefix(first) { return words.allSatisfy(name.contains) ? 0 : 1 }
    return name.contains(first) ? 2 : 3
  }
}
