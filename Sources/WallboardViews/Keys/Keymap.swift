package import WallboardBoard
package import WallboardEvents
package import WallboardScreen

/// Which key asks for what. Parser, hint bar, help and the documentation read the same table.
package struct Keymap: Sendable {
  /// The table, in the order of the help.
  let bindings: [KeyBinding]
  private let intents: [KeyContext: [Key: Intent]]

  /// The keys of that mode. Where identifiers cannot be hidden or shown, there is no key for it. A
  /// recording has keys that play it, and none for what is live. A wall has none for what is done at a
  /// desk.
  package init(mode: PrivacyMode, isReplay: Bool = false, isWall: Bool = false) {
    self.init(Self.offered(mode, isReplay: isReplay), isWall: isWall)
  }

  /// The same with other keys for some names; an empty list leaves a name without a key. Throws for
  /// unknown names, and where a key would mean two things in one context, be it on a live board or
  /// over a recording: a configuration is valid for both.
  package init(
    mode: PrivacyMode, isReplay: Bool = false, isWall: Bool = false, keys: [String: [Key]]
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
    self.init(bound[0], isWall: isWall)
  }

  /// All keys of a desk, live and over a recording, for the documentation alone: some have two
  /// meanings here.
  package static let documented = Keymap(everything)

  private init(_ desk: [KeyBinding], isWall: Bool = false) {
    let bindings = isWall ? desk.compactMap(\.forWall) : desk
    self.bindings = bindings
    intents = Dictionary(
      uniqueKeysWithValues: KeyContext.allCases.map { ($0, Self.intents(of: bindings, in: $0)) })
  }

  /// What keys can be bound to, in the order of the table.
  package static let names: [String] = everything.reduce(into: []) { names, binding in
    if let name = binding.name, !names.contains(name) { names.append(name) }
  }

  /// What a key asks for in that context. In a prompt, a letter is a letter.
  package func intent(for key: Key, in context: KeyContext) -> Intent? {
    if context == .prompt, case .character(let character) = key { return .typed(character) }
    return intents[context]?[key]
  }

  private static func offered(_ mode: PrivacyMode, isReplay: Bool) -> [KeyBinding] {
    (isReplay ? playing + table.compactMap(\.forReplay) : table)
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

  /// The first key with two meanings in one context; the binding that was changed is named first.
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
  /// The same over a recording; `nil` for what only a live board can do.
  fileprivate var forReplay: KeyBinding? {
    switch intent {
    // A recording cannot be changed: an alert was acknowledged then, or never.
    case .retryNow, .toggleHold, .writeBlackBox, .reload, .acknowledge, .beginNote: nil
    case _ where contexts == .quitting: nil
    case .quit: with(help: "Quit")
    case .open where contexts == .panels:
      with(
        help:
          "Follow the selected call; go to when an alert was raised; open the details of the rest")
    case .back where contexts == .panels: with(help: "Clear the filter, leave the zoom")
    case _: self
    }
  }

  /// The same on a wall, where nothing is selected, held or revealed; `nil` for what is done at a desk
  /// alone.
  fileprivate var forWall: KeyBinding? {
    guard !contexts.isDisjoint(with: .onWall) else { return nil }
    switch intent {
    case .toggleHold, .showIdentifiers: return nil
    case .quit: return with(help: "Quit")
    case .openPalette: return with(help: "Do anything by its name: themes, and all that keys do")
    case _: return self
    }
  }

  private func with(help: String) -> KeyBinding {
    KeyBinding(name, intent, keys, help, hint: hint?.off, on: hint?.on, in: contexts)
  }

  fileprivate func bound(to keys: [String: [Key]]) -> KeyBinding {
    guard let name, let keys = keys[name] else { return self }
    return KeyBinding(
      name, intent, keys, help, hint: hint?.off, on: hint?.on, in: contexts)
  }
}

/// What some keys ask for, in which contexts, and how hints and help say it.
struct KeyBinding: Sendable {
  /// Its name in `config.toml`; `nil` for keys that cannot be rebound. Bindings of one name ask for
  /// the same, each in its contexts.
  let name: String?
  /// What the keys ask for.
  let intent: Intent
  /// The keys; the first is the one that hints show.
  let keys: [Key]
  /// The words of the help; bindings with the same words share a line.
  let help: String
  /// The word of the hint, and the word while what the keys toggle is on.
  let hint: (off: String, on: String)?
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

/// What keys act on: a prompt, an overlay, or what has the focus.
package enum KeyContext: CaseIterable, Hashable, Sendable {
  case panels, pane, prompt, help, detail, quitting
  /// A list that lies over the panels.
  case columns, themes, explanation, moments
  /// The board on a wall, where nothing is selected.
  case wall

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
    case .moments: self = .moments
    case .digest, .notes: self = .detail
    }
  }
}

extension Set<KeyContext> {
  /// Everywhere but in a prompt, on a wall and at the question whether to quit.
  static let everywhere: Set = [
    .panels, .pane, .help, .detail, .columns, .themes, .explanation, .moments,
  ]
  static let everywhereAndWall = everywhere.union([.wall])
  static let everywhereButPanes = everywhere.subtracting([.pane])
  static let panels: Set = [.panels]
  static let pane: Set = [.pane]
  static let board: Set = [.panels, .pane]
  static let boardAndDetail = board.union([.detail])
  static let overlays: Set = [.help, .detail, .explanation]
  /// What lies over the panels and is closed again.
  static let lists: Set = [.help, .detail, .columns, .themes, .explanation, .moments]
  static let help: Set = [.help]
  static let columns: Set = [.columns]
  static let themes: Set = [.themes]
  static let explanation: Set = [.explanation]
  static let moments: Set = [.moments]
  static let wall: Set = [.wall]
  static let prompt: Set = [.prompt]
  /// A wall, and what can lie over it.
  static let onWall: Set = [.wall, .help, .themes, .moments, .prompt]
  static let quitting: Set = [.quitting]
}

/// Why keys cannot be bound like that; the description names the valid choices.
package enum KeymapError: Error, Equatable, CustomStringConvertible {
  case unknownName(String)
  /// Two bindings have the same key in one context.
  case conflict(key: String, first: String, second: String)

  /// The name of the binding whose line is to be corrected.
  package var name: String {
    switch self {
    case .unknownName(let name): name
    case .conflict(_, let first, _): first
    }
  }

  package var description: String {
    switch self {
    case .unknownName(let name): "No such command: \(name). " + Self.advice(for: name)
    case .conflict(let key, let first, let second):
      "\(key) would be both \(first) and \(second): bind \(second) to another key, or to [] for none"
    }
  }

  /// The few that may be meant, else all.
  private static func advice(for name: String) -> String {
    let near = NearWords.of(name.lowercased(), among: Keymap.names)
    return (1...2) ~= near.count
      ? "Did you mean \(near.joined(separator: " or "))?"
      : "The commands are " + Keymap.names.joined(separator: ", ")
  }
}
