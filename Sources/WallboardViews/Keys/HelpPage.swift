import WallboardBoard
import WallboardEvents
import WallboardScreen

/// The help: what keys do, and what signs mean.
struct HelpPage: RegionMaker {
  let context: FrameContext

  /// All keys and signs, or those that match the query: what has the focus, then signs, then the
  /// rest.
  var facts: [Fact] {
    let groups =
      keys { $0 == focused } + [
        ("Signs", signs), ("Signs on the bar of a recording", SeekBarMaker(context: context).signs),
      ] + keys { $0 != focused && ($0 != .wall || view.wall != nil) }
    let shown = groups.compactMap { title, entries -> [Fact]? in
      let found = entries.filter(matchesQuery)
      guard !found.isEmpty else { return nil }
      return [.blank, .heading(title)]
        + found.map { .entry(label: $0.label, value: StyledText($0.text)) }
    }
    let found = shown.joined().dropFirst()
    return found.isEmpty ? [.line([StyledText("No line has these words.", .muted)])] : Array(found)
  }

  private var focused: HelpGroup {
    view.wall != nil ? .wall : view.focusedPane == nil ? .board : .followed
  }

  private typealias HelpEntry = (label: String, text: String)

  private func keys(of isShown: (HelpGroup) -> Bool) -> [(String, [HelpEntry])] {
    settings.keymap.helpGroups.filter { isShown($0.group) }
      .map { ($0.rawValue, $1.map(entry)) }
  }

  private func matchesQuery(_ entry: HelpEntry) -> Bool {
    let words = (entry.label + " " + entry.text).lowercased()
    return view.helpQuery.lowercased().split(separator: " ").allSatisfy(words.contains)
  }

  private func entry(_ line: HelpLine) -> HelpEntry {
    (line.keys.map { $0.name(ascii: lettering.isASCII) }.joined(separator: " "), line.text)
  }

  private var signs: [HelpEntry] {
    HelpSigns.all.filter { view.wall == nil || $0.isOnWall }
      .map { ($0.label(glyphs), $0.text) }
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
    // In the help, some of these keys turn pages.
    case _ where contexts.union([.help]) == .playing: self = .recording
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

  /// The table for the manual: groups by their titles, and in each what keys do.
  package var manual: [(title: String, lines: [(keys: [String], text: String)])] {
    helpGroups.map { group, lines in
      (group.rawValue, lines.map { ($0.keys.map { $0.name(ascii: true) }, $0.text) })
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
