import WallboardScreen

/// A line of the help: keys, and what they do.
struct HelpLine: Equatable {
  var keys: [Key]
  let text: String
  var contexts: Set<KeyContext>

  mutating func add(_ binding: KeyBinding) {
    keys += binding.keys.filter { !keys.contains($0) }
    contexts.formUnion(binding.contexts)
  }
}

/// Where keys mean what they do, in the order of the help.
enum HelpGroup: String, CaseIterable {
  case board = "On the board"
  case followed = "In a followed call"
  case recording = "In a recording"
  case everywhere = "Everywhere"
  case overlays = "In the help, a detail or a list"
  case wall = "On a wall"
  case quitting = "Asked whether to quit"
  case typing = "While typing"

  init(_ contexts: Set<KeyContext>) {
    switch contexts {
    case .playing: self = .recording
    case .panels: self = .board
    case .pane: self = .followed
    case .wall: self = .wall
    case _ where contexts.isSubset(of: [.help, .detail, .columns, .themes, .explanation]):
      self = .overlays
    case .quitting: self = .quitting
    case .prompt: self = .typing
    case _: self = .everywhere
    }
  }
}

extension Keymap {
  /// The table for people: bindings that are told in the same words share a line.
  var help: [HelpLine] {
    var lines: [HelpLine] = []
    for binding in bindings where !binding.keys.isEmpty {
      if let index = lines.firstIndex(where: { $0.text == binding.help }) {
        lines[index].add(binding)
      } else {
        lines.append(
          HelpLine(keys: binding.keys, text: binding.help, contexts: binding.contexts))
      }
    }
    return lines
  }

  /// The lines of the help, group after group, without groups that have none.
  var helpGroups: [(group: HelpGroup, lines: [HelpLine])] {
    let lines = help
    return HelpGroup.allCases.compactMap { group in
      let lines = lines.filter { HelpGroup($0.contexts) == group }
      return lines.isEmpty ? nil : (group, lines)
    }
  }

  /// The table as Markdown, for the README.
  package var markdown: String {
    let groups = helpGroups.map { group, lines in
      let rows = lines.map { line in
        let keys = line.keys.map { "`\($0.name())`" }.joined(separator: " ")
        return "| \(keys) | \(line.text) |\n"
      }
      return "| **\(group.rawValue)** | |\n" + rows.joined()
    }
    return "| keys | what they do |\n|---|---|\n" + groups.joined()
  }
}
