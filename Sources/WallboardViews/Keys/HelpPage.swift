import WallboardBoard
import WallboardEvents
import WallboardScreen

/// The help: what keys do, and what signs mean.
struct HelpPage: RegionMaker {
  let context: FrameContext

  /// All keys and signs, or those that match the query.
  var facts: [Fact] {
    let keys = settings.keymap.helpGroups.map { ($0.rawValue, $1.map(entry)) }
    let groups =
      (keys + [
        ("Signs", signs), ("Signs on the bar of a recording", SeekBarMaker(context: context).signs),
      ])
      .compactMap { title, entries -> [Fact]? in
        let found = entries.filter(matchesQuery)
        guard !found.isEmpty else { return nil }
        return [.blank, .heading(title)]
          + found.map { .entry(label: $0.label, value: StyledText($0.text)) }
      }
    let found = groups.joined().dropFirst()
    return found.isEmpty ? [.line([StyledText("No line has these words.", .muted)])] : Array(found)
  }

  private typealias HelpEntry = (label: String, text: String)

  private func matchesQuery(_ entry: HelpEntry) -> Bool {
    let words = (entry.label + " " + entry.text).lowercased()
    return view.helpQuery.lowercased().split(separator: " ").allSatisfy(words.contains)
  }

  private func entry(_ line: HelpLine) -> HelpEntry {
    (line.keys.map { $0.name(ascii: lettering.isASCII) }.joined(separator: " "), line.text)
  }

  private var signs: [HelpEntry] {
    [
      (
        "\(glyphs.critical)   \(glyphs.warning)",
        "Critical, and a warning: of numbers, waits and alerts alike"
      ),
      (
        "\(glyphs.waiting) WAITING",
        "A caller is waiting for an operator, not for too long yet"
      ),
      ("\(glyphs.filledDot) WITH OPERATOR", "An operator is speaking in place of the AI"),
      ("\(glyphs.hollowDot) MONITORED", "An operator is listening, and is not heard"),
      ("\(glyphs.halfDot) BACK WITH AI", "The operator has handed the call back to the AI"),
      ("\(glyphs.pointer)", "The row that keys act on"),
      ("+   \(glyphs.bullet)", "A row that is new, or has changed, for some seconds"),
      ("\(glyphs.wellEnded)   \(glyphs.failure)", "A call that ended well, or did not"),
      (
        "\(glyphs.filledDot)\(glyphs.filledDot)\(glyphs.halfDot)\(glyphs.hollowDot)",
        "How far a form has come; 2/7: two of seven fields are saved"
      ),
      ("–   ?", "Not known yet; cannot be known"),
      ("▒▒▒▒", "Words that are not shown here"),
    ]
  }
}

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

/// The groups of the help, in order.
enum HelpGroup: String, CaseIterable {
  case board = "On the board"
  case followed = "In a followed call"
  case recording = "In a recording"
  case everywhere = "Everywhere"
  case overlays = "In the help, details or a list"
  case wall = "On a wall"
  case quitting = "Asked whether to quit"
  case typing = "While typing"

  init(_ contexts: Set<KeyContext>) {
    switch contexts {
    case .playing: self = .recording
    case .panels: self = .board
    case .pane: self = .followed
    case .wall: self = .wall
    case _ where contexts.isSubset(of: .lists):
      self = .overlays
    case .quitting: self = .quitting
    case .prompt: self = .typing
    case _: self = .everywhere
    }
  }
}

extension Keymap {
  /// The lines of the help: bindings with the same words share one.
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

  /// The lines of the help by group, without empty groups.
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
