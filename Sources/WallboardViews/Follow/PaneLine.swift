import WallboardScreen

/// A line of a followed call's pane.
struct PaneLine: Equatable {
  /// When and who, or the room that they take on an entry's first line.
  var lead: [Phrase]
  /// What is read, and what a search looks through.
  var body: [Phrase]

  init(lead: [Phrase] = [], body: [Phrase]) {
    self.lead = lead
    self.body = body
  }
}

/// The columns that stand before the words of an entry: when, who, and a mark.
struct LeadColumns: Equatable {
  /// 8 for the whole time, 5 without its seconds, 0 for none.
  let time: Int
  let label: Int

  /// As many as a pane of that width can spare.
  init(width: Int) {
    time = width >= 62 ? 8 : width >= 46 ? 5 : 0
    label = width >= 46 ? 8 : 6
  }

  /// All of them, each with the free column after it, and the mark with its own.
  var width: Int { (time > 0 ? time + 1 : 0) + label + 3 }

  /// The label as the column has room for it.
  func fitted(_ label: String) -> String {
    guard label.utf8.count > self.label else { return label }
    return Self.shortLabels[label] ?? label
  }

  private static let shortLabels = ["operator": "oper.", "forward": "forw."]
}

/// Words in their roles, broken into lines of one width.
struct Flow {
  private let width: Int
  private let lettering: Lettering
  private(set) var lines: [[Phrase]] = []
  private var used = 0

  /// Nothing yet. No line is narrower than what one letter can take.
  init(width: Int, _ lettering: Lettering) {
    self.width = max(2, width)
    self.lettering = lettering
  }

  /// Begins a new line with these words, so many columns from the left; all of their lines but the
  /// first stand `hanging` columns further in.
  mutating func add(_ phrase: Phrase, margin: Int = 0, hanging: Int = 0) {
    let margin = min(margin, width / 2)
    let hanging = min(hanging, width / 4)
    let room = max(2, width - margin - hanging)
    for (index, text) in TextLayout.wrapped(lettering.shown(phrase.text), to: room).enumerated() {
      let indent = margin + (index > 0 ? hanging : 0)
      let piece = phrase.saying(text)
      lines.append(indent > 0 ? [Phrase(String(repeating: " ", count: indent)), piece] : [piece])
      used = indent + TextLayout.width(of: text)
    }
  }

  /// Puts a short mark after the last word, on a new line where there is no room.
  mutating func mark(_ phrase: Phrase, gap: Int = 1) {
    let phrase = phrase.saying(lettering.shown(phrase.text))
    let columns = TextLayout.width(of: phrase.text)
    guard !lines.isEmpty, used + gap + columns <= width else { return add(phrase) }
    if gap > 0 { lines[lines.count - 1].append(Phrase(String(repeating: " ", count: gap))) }
    lines[lines.count - 1].append(phrase)
    used += gap + columns
  }

  /// Cuts what is more than `count` lines after the `first`, and says so in the last of them;
  /// `omitted` are lines that were not even added.
  mutating func limit(to count: Int, from first: Int = 0, omitted: Int = 0) {
    let more = lines.count - first - count + omitted
    guard more > 0 else { return }
    let cut = max(1, lines.count - first - count + 1)
    lines.removeLast(min(cut, lines.count))
    lines.append([Phrase("… \(omitted + cut) more lines", .muted)])
  }
}
