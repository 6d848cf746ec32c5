import WallboardBoard
import WallboardEvents
import WallboardScreen

/// The help: what keys do, and what signs mean.
struct HelpPage: RegionMaker {
  let context: FrameContext

  /// All keys and signs, or those that what was typed is found in.
  var facts: [Fact] {
    let keys = settings.keymap.helpGroups.map { ($0.rawValue, $1.map(entry)) }
    let groups =
      (keys + [
        ("Signs", signs), ("Signs on the bar of a recording", SeekBarMaker(context: context).signs),
      ])
      .compactMap { title, entries -> [Fact]? in
        let found = entries.filter(isSought)
        guard !found.isEmpty else { return nil }
        return [.blank, .heading(title)]
          + found.map { .entry(label: $0.label, value: Phrase($0.text)) }
      }
    let found = groups.joined().dropFirst()
    return found.isEmpty ? [.line([Phrase("Nothing has these words.", .muted)])] : Array(found)
  }

  private typealias HelpEntry = (label: String, text: String)

  private func isSought(_ entry: HelpEntry) -> Bool {
    let words = (entry.label + " " + entry.text).lowercased()
    return view.helpQuery.lowercased().split(separator: " ").allSatisfy(words.contains)
  }

  private func entry(_ line: HelpLine) -> HelpEntry {
    (line.keys.map { $0.name(ascii: lettering.isASCII) }.joined(separator: " "), line.text)
  }

  /// What marks stand for.
  private var signs: [HelpEntry] {
    [
      ("\(glyphs.warning) WAITING", "A caller has asked for a human, and waits"),
      ("\(glyphs.filledDot) WITH OPERATOR", "An operator speaks in the agent's place"),
      ("\(glyphs.hollowDot) LISTENED", "An operator listens, and is not heard"),
      ("\(glyphs.halfDot) HANDBACK", "The operator has given the call back to the agent"),
      ("\(glyphs.pointer)", "The row that keys act upon"),
      ("+   \(glyphs.bullet)", "A row that is new, or has changed, for some seconds"),
      ("\(glyphs.wellEnded)   \(glyphs.failure)", "A call that ended well, or did not"),
      (
        "\(glyphs.warning)   \(glyphs.warning)\(glyphs.warning)",
        "A number past its target, or far past it"
      ),
      (
        "\(glyphs.filledDot)\(glyphs.filledDot)\(glyphs.halfDot)\(glyphs.hollowDot)",
        "How far a form has come; 2/7 are the fields that were saved"
      ),
      ("–   ?", "Nothing has told it yet; it cannot be known"),
      ("▒▒▒▒", "Words that are not shown here"),
    ]
  }
}
