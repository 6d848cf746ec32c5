package import WallboardScreen

extension Key {
  /// What the key is called in hints, in the help and in `config.toml`.
  func name(ascii: Bool = false) -> String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(" "): "Ctrl-Space"
    case .control(let letter): "Ctrl-" + letter.uppercased()
    case .alt(let character): "Alt-\(character)"
    case .function(let number): "F\(number)"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .up: ascii ? "Up" : "↑"
    case .down: ascii ? "Down" : "↓"
    case .left: ascii ? "Left" : "←"
    case .right: ascii ? "Right" : "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .resize: "resize"
    case .mouse: "mouse"
    case .paste: "paste"
    }
  }

  /// Reads a key's name as ``name(ascii:)`` writes it. Case matters only for a single character.
  /// `nil` for what is no key, or is another one on every terminal, such as Ctrl-I, which is Tab.
  package init?(name: String) {
    if name.count == 1, let character = name.first {
      self.init(character: character)
    } else if let key = Self.named.first(where: { $0.isNamed(name) }) {
      self = key
    } else {
      self.init(modified: name)
    }
  }

  private static let named: [Key] =
    [
      .character(" "), .control(" "), .enter, .escape, .tab, .backTab, .backspace, .delete,
      .insert, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
    ] + (1...63).map(Key.function)

  private func isNamed(_ name: String) -> Bool {
    [self.name(ascii: true), self.name()].contains { $0.lowercased() == name.lowercased() }
  }

  private init?(character: Character) {
    if let arrow = Self.named.first(where: { $0.name() == String(character) }) {
      self = arrow
      return
    }
    guard character.unicodeScalars.count == 1, let scalar = character.unicodeScalars.first,
      let key = Key(typed: scalar), key == .character(character)
    else { return nil }
    self = key
  }

  private init?(modified name: String) {
    let parts = name.split(separator: "-", maxSplits: 1)
    guard parts.count == 2, parts[1].count == 1, let character = parts[1].first else { return nil }
    switch parts[0].lowercased() {
    case "alt": self = .alt(character)
    case "ctrl":
      let letter = Character(character.lowercased())
      guard letter.isASCII, letter.isLetter, !Self.taken.contains(letter) else { return nil }
      self = .control(letter)
    case _: return nil
    }
  }

  /// Control keys that are other keys (Backspace, Tab, Enter), or end the program.
  private static let taken: Set<Character> = ["c", "h", "i", "j", "m"]
}

extension Keymap {
  /// A name of `config.toml`.
  package struct Command: Sendable {
    package let name: String
    /// The keys that it has unless others are set, as `config.toml` has them: once, or once for each
    /// place where they are others.
    package fileprivate(set) var places: [[String]] = []
    /// What they do, in the words of the help.
    package fileprivate(set) var meanings: [String] = []
  }

  /// What keys can be bound to, in the order of the table.
  package static let commands: [Command] = names.map { name in
    var command = Command(name: name)
    for binding in documented.bindings where binding.name == name {
      let keys = binding.keys.map { $0.name(ascii: true) }
      if !command.places.contains(keys) { command.places.append(keys) }
      if !command.meanings.contains(binding.help) { command.meanings.append(binding.help) }
    }
    return command
  }
}
