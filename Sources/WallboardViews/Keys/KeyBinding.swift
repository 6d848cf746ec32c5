package import WallboardBoard
package import WallboardScreen

/// One line of the table of keys: what they ask for, where, and how that is told.
package struct KeyBinding: Sendable {
  /// What `config.toml` calls it; `nil` for keys that cannot be bound anew. Bindings of one name
  /// ask for the same, each in its contexts.
  package let name: String?
  /// What the keys ask for.
  package let intent: Intent
  /// The keys, the one to be shown first at the front.
  package let keys: [Key]
  /// What the help says; lines of the same words are one line there.
  package let help: String
  /// The word in the hint bar, and the word while what the keys toggle is on.
  package let hint: (off: String, on: String)?
  /// Where the keys mean this.
  package let contexts: Set<KeyContext>

  init(
    _ name: String?, _ intent: Intent, _ keys: [Key], _ help: String, hint: String? = nil,
    on: String? = nil,
    in contexts: Set<KeyContext> = .everywhere
  ) {
    self.name = name
    self.intent = intent
    self.keys = keys
    self.help = help
    self.hint = hint.map { ($0, on ?? $0) }
    self.contexts = contexts
  }
}
