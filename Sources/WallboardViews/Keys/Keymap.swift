package import WallboardCore
package import WallboardScreen

/// Which key asks for what. Parser, hint bar, help and the documentation read the same table.
package struct Keymap: Sendable {
  /// The table, in the order of the help.
  package let bindings: [KeyBinding]
  private let intents: [KeyContext: [Key: Intent]]

  /// The keys that do something in that mode: where identifiers cannot be hidden or shown, no key
  /// is offered for it.
  package init(mode: PrivacyMode) {
    let offered = Self.table.filter { $0.intent != .showIdentifiers || mode == .desk }
    bindings = offered
    intents = Dictionary(
      uniqueKeysWithValues: KeyContext.allCases.map { ($0, Self.intents(of: offered, in: $0)) })
  }

  /// What a key asks for in that context. While somebody types, a letter is a letter.
  package func intent(for key: Key, in context: KeyContext) -> Intent? {
    if context == .prompt, case .character(let character) = key { return .typed(character) }
    return intents[context]?[key]
  }

  private static func intents(
    of bindings: [KeyBinding], in context: KeyContext
  ) -> [Key: Intent] {
    var intents: [Key: Intent] = [:]
    for binding in bindings where binding.contexts.contains(context) {
      for key in binding.keys { intents[key] = binding.intent }
    }
    return intents
  }
}
