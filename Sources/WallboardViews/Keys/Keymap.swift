package import WallboardBoard
package import WallboardEvents
package import WallboardScreen

/// Which key asks for what. Parser, hint bar, help and the documentation read the same table.
package struct Keymap: Sendable {
  /// The table, in the order of the help.
  let bindings: [KeyBinding]
  private let intents: [KeyContext: [Key: Intent]]

  /// The keys that do something in that mode: where identifiers cannot be hidden or shown, no key
  /// is offered for it. Over a recording there are those that play it, and none for what is live.
  package init(mode: PrivacyMode, isReplay: Bool = false) {
    self.init(Self.offered(mode, isReplay: isReplay))
  }

  /// The same with other keys for some names; an empty list leaves a name without a key. Throws for
  /// names that nothing has, and where a key would mean two things in one place, be it on a live
  /// board or over a recording: what is set up is right for both.
  package init(
    mode: PrivacyMode, isReplay: Bool = false, keys: [String: [Key]]
  ) throws(KeymapError) {
    for name in keys.keys.sorted() where !Self.names.contains(name) {
      throw .unknownName(name)
    }
    let bound = [isReplay, !isReplay].map { isReplay in
      Self.offered(mode, isReplay: isReplay).map { $0.bound(to: keys) }
    }
    for bindings in bound {
      if let conflict = Self.conflict(in: bindings, changed: Set(keys.keys)) { throw conflict }
    }
    self.init(bound[0])
  }

  /// All keys of a desk, live and over a recording, for the documentation alone: some have two
  /// meanings here.
  package static let documented = Keymap(everything)

  private init(_ bindings: [KeyBinding]) {
    self.bindings = bindings
    intents = Dictionary(
      uniqueKeysWithValues: KeyContext.allCases.map { ($0, Self.intents(of: bindings, in: $0)) })
  }

  /// What keys can be bound to, in the order of the table.
  package static let names: [String] = everything.reduce(into: []) { names, binding in
    if let name = binding.name, !names.contains(name) { names.append(name) }
  }

  /// What a key asks for in that context. While somebody types, a letter is a letter.
  package func intent(for key: Key, in context: KeyContext) -> Intent? {
    if context == .prompt, case .character(let character) = key { return .typed(character) }
    return intents[context]?[key]
  }

  private static func offered(_ mode: PrivacyMode, isReplay: Bool) -> [KeyBinding] {
    (isReplay ? playing + table.compactMap(\.overARecording) : table)
      .filter { $0.intent != .showIdentifiers || mode == .desk }
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

  /// The first key that two bindings want in one place; the one that was changed is named first.
  private static func conflict(
    in bindings: [KeyBinding], changed: Set<String>
  ) -> KeymapError? {
    for context in KeyContext.allCases {
      var owners: [Key: KeyBinding] = [:]
      for binding in bindings where binding.contexts.contains(context) {
        for key in binding.keys {
          guard let owner = owners.updateValue(binding, forKey: key) else { continue }
          let names = [binding, owner].map { $0.name ?? $0.help }
            .sorted { changed.contains($0) && !changed.contains($1) }
          return .conflict(key: key.name(), first: names[0], second: names[1])
        }
      }
    }
    return nil
  }
}

extension KeyBinding {
  /// The same over a recording; `nil` for what is done with a live board alone.
  fileprivate var overARecording: KeyBinding? {
    switch intent {
    // The board is as it was, and whoever took note of an alert did so then.
    case .retryNow, .toggleHold, .writeBlackBox, .acknowledge: nil
    case _ where contexts == .quitting: nil
    case .quit: told("Quit")
    case .back where contexts == .panels: told("Clear the filter, leave the zoom")
    case _: self
    }
  }

  private func told(_ help: String) -> KeyBinding {
    KeyBinding(name, intent, keys, help, hint: hint?.off, on: hint?.on, in: contexts)
  }

  fileprivate func bound(to keys: [String: [Key]]) -> KeyBinding {
    guard let name, let keys = keys[name] else { return self }
    return KeyBinding(
      name, intent, keys, help, hint: hint?.off, on: hint?.on, in: contexts)
  }
}

/// One line of the table of keys: what they ask for, where, and how that is told.
struct KeyBinding: Sendable {
  /// What `config.toml` calls it; `nil` for keys that cannot be bound anew. Bindings of one name
  /// ask for the same, each in its contexts.
  let name: String?
  /// What the keys ask for.
  let intent: Intent
  /// The keys, the one to be shown first at the front.
  let keys: [Key]
  /// What the help says; lines of the same words are one line there.
  let help: String
  /// The word in the hint bar, and the word while what the keys toggle is on.
  let hint: (off: String, on: String)?
  /// Where the keys mean this.
  let contexts: Set<KeyContext>

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

/// What the keys act upon: what is typed, what lies over the panels, or what has the focus.
package enum KeyContext: CaseIterable, Hashable, Sendable {
  case panels, pane, prompt, help, detail, quitting
  /// A list that lies over the panels.
  case columns, themes, explanation
  /// The board on a wall, where nothing is selected.
  case wall

  /// The context of a board that is looked at so.
  package init(_ view: BoardView) {
    switch view.overlay {
    case _ where view.prompt != nil: self = .prompt
    case nil where view.wall != nil: self = .wall
    case nil: self = view.focusedPane == nil ? .panels : .pane
    case .help: self = .help
    case .detail: self = .detail
    case .quitting: self = .quitting
    case .columns: self = .columns
    case .themes: self = .themes
    case .explanation: self = .explanation
    case .digest: self = .detail
    }
  }
}

extension Set<KeyContext> {
  /// Wherever keys are not letters of what is typed, nor answers to a question.
  static let everywhere: Set = [
    .panels, .pane, .help, .detail, .columns, .themes, .explanation,
  ]
  static let everywhereAndWall = everywhere.union([.wall])
  static let everywhereButPanes = everywhere.subtracting([.pane])
  static let panels: Set = [.panels]
  static let pane: Set = [.pane]
  static let board: Set = [.panels, .pane]
  static let boardAndDetail = board.union([.detail])
  static let overlays: Set = [.help, .detail, .explanation]
  static let help: Set = [.help]
  static let columns: Set = [.columns]
  static let themes: Set = [.themes]
  static let explanation: Set = [.explanation]
  static let wall: Set = [.wall]
  static let prompt: Set = [.prompt]
  static let quitting: Set = [.quitting]
}

/// Why keys cannot be bound so; the description names the valid choices.
package enum KeymapError: Error, Equatable, CustomStringConvertible {
  /// Nothing has that name.
  case unknownName(String)
  /// Two bindings want one key in one place.
  case conflict(key: String, first: String, second: String)

  /// The name of the binding whose line is to be mended.
  package var name: String {
    switch self {
    case .unknownName(let name): name
    case .conflict(_, let first, _): first
    }
  }

  package var description: String {
    switch self {
    case .unknownName(let name):
      "nothing is called “\(name)”; what keys can be bound to is "
        + Keymap.names.joined(separator: ", ")
    case .conflict(let key, let first, let second):
      "\(key) would be both \(first) and \(second): bind \(second) to another key, or to [] for none"
    }
  }
}
