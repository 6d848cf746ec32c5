import WallboardScreen

/// A line of the help: keys, and what they do.
struct HelpLine: Equatable {
  var keys: [Key]
  let text: String

  mutating func add(_ more: [Key]) {
    keys += more.filter { !keys.contains($0) }
  }
}

extension Keymap {
  /// The table for people: bindings that are told in the same words share a line.
  var help: [HelpLine] {
    var lines: [HelpLine] = []
    for binding in bindings {
      if let index = lines.firstIndex(where: { $0.text == binding.help }) {
        lines[index].add(binding.keys)
      } else {
        lines.append(HelpLine(keys: binding.keys, text: binding.help))
      }
    }
    return lines
  }

  /// The table as Markdown, for the README.
  package var markdown: String {
    let rows = help.map { line in
      let keys = line.keys.map { "`\($0.name())`" }.joined(separator: " ")
      return "| \(keys) | \(line.text) |\n"
    }
    return "| keys | what they do |\n|---|---|\n" + rows.joined()
  }
}
